#include <stdio.h>
#include <string.h>

int main(void)
{
    char buffer[16] = {0};
    int *unaligned = (int *)(buffer + 1);
    int table[3] = {1, 2, 3}, i = 3;
    *unaligned = 4;
    printf("%d\n", table[i - 1] + *unaligned);
    float f = 1e20f;
    printf("%d\n", (int)f != 0);
    return 0;
}
