#include <stdio.h>
#include <stdlib.h>
static double reduce(size_t n) {
    volatile double part[n];
    for (size_t i = 0; i < n; i++) part[i] = i;
    return part[n - 1];
}
int main(int argc, char **argv) {
    printf("reduced to %g\n", reduce(strtoul(argv[1], 0, 10)));
    return 0;
}
