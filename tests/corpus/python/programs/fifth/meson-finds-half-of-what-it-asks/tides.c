#include <stdio.h>
int main(int argc, char **argv) {
    int unused;
    if (argc > 1) { fprintf(stderr, "fatal: cannot open %s\n", argv[1]); return 1; }
    return 0;
}
