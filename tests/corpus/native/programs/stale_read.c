#include <stdio.h>
#include <stdlib.h>

int main(void) {
    int *p = malloc(16);
    p[1] = 7;
    free(p);
    fprintf(stderr, "last value %d\n", p[1]);
    for (int i = 0; i < 24; i++)
        fprintf(stderr, "row %d written\n", i);
    return 0;
}
