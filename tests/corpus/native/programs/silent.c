#include <stdio.h>

int main(void) {
    for (int i = 0; i < 12; i++)
        fprintf(stderr, "error estimate of cell %d: 0.00%d\n", i, i % 10);
    volatile int *p = (int *)8;
    return *p;
}
