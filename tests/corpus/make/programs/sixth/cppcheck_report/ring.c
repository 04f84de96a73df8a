#include <stdio.h>
#include <stdlib.h>

static int take(int *ring, int at)
{
    int size = 8;
    if (at > size)
        size = at;
    return ring[at];
}

int main(void)
{
    int *ring = malloc(4);
    int table[3] = {0};
    FILE *log = fopen("/app/ring.log", "w");
    if (!ring)
        return 1;
    free(ring);
    if (table[0])
        return take(ring, 3) + table[3];
    return 0;
}
