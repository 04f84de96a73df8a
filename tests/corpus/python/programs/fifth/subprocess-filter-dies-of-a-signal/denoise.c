#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(int argc, char **argv) {
    char name[64], pixels[64];
    FILE *in = fopen(argv[3], "rb");
    fscanf(in, "P5 4 4 255\n");
    size_t n = fread(pixels, 1, 16, in);
    printf("denoise: %s: %zu pixels\n", argv[3], n);
    fflush(stdout);
    if (n < 16) { volatile int *row = NULL; *row = 1; }
    snprintf(name, sizeof name, "%s.out", argv[3]);
    fclose(fopen(name, "wb"));
    return 0;
}
