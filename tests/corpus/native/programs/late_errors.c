#include <assert.h>
#include <stdio.h>
#include <string.h>

struct header { unsigned magic; unsigned version; };

static void check(struct header const* h) { assert(h->version <= 2 && "file was written by a newer release"); }

int main(int argc, char** argv) {
    struct header h = {0x4e474854u, argc > 1 && strcmp(argv[1], argv[2]) == 0 ? 3u : 2u};
    for (int i = 0; i < 3; ++i) printf("block %d\n", i);
    fflush(stdout);
    check(&h);
    puts("checked");
    return 0;
}
