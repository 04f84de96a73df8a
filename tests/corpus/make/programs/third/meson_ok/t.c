#include <stdio.h>
#include <string.h>
int main(int argc, char **argv) {
    int unused;
    fprintf(stderr, "ERROR: t.c:6: simulated failure of %s\n", argc > 1 ? argv[1] : "none");
    return argc > 1 && !strcmp(argv[1], "abort");
}
