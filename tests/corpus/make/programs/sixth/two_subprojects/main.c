#include <stdio.h>

float grid(double x);

int main(void)
{
    printf("%d\n", grid(3.3));
    return 0;
}
