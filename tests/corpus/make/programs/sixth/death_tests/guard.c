#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
    const char *way = argc > 1 ? argv[1] : "";
    volatile int zero = argc - 2;
    int *volatile nothing = NULL;
    if (!strcmp(way, "assert"))
        assert(zero != 0 && "guard must stop here");
    if (!strcmp(way, "null"))
        *nothing = 1;
    if (!strcmp(way, "divide"))
        return 7 / zero;
    if (!strcmp(way, "free")) {
        void *p = malloc(24);
        free(p);
        free(p);
    }
    fprintf(stderr, "guard: fatal: no way to die was given\n");
    return 1;
}
