#include <stdio.h>

int main(void)
{
    int bits = 33;
    printf("%d\n", (1 << bits) != 1 << 31);
    return 0;
}
