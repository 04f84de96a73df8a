#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
    if (argc < 2) { fprintf(stderr, "usage: quota BYTES\n"); return 2; }
    printf("quota set to %ld\n", strtol(argv[1], 0, 10));
    return 0;
}
