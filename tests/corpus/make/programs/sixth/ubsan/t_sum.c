#include <limits.h>
#include <stdio.h>

int sum(int a, int b)
{
    return a + b;
}

int main(void)
{
    printf("%d\n", sum(INT_MAX, 1));
    return 0;
}
