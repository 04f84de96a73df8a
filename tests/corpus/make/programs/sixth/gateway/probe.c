#include <stdio.h>

int main(void)
{
    puts("error: no io_uring here");
    return 38;
}
