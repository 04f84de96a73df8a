#include <stdio.h>

int usage()
{
    return fprintf(stderr, "usage: when\n");
}

int main()
{
    int unused;
    return 0;
}
