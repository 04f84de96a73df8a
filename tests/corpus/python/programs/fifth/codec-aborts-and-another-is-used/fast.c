#include <assert.h>
#include <stdio.h>
#include <string.h>
static int block_of(const char *name) { return strstr(name, "speech") ? 960 : 1024; }
int main(int argc, char **argv) {
    int block = block_of(argv[1]);
    printf("%s: block of %d\n", argv[1], block);
    fflush(stdout);
#ifndef SAFE
    assert((block & (block - 1)) == 0 && "block must be a power of two");
#endif
    return 0;
}
