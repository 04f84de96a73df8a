#include <stdio.h>

int usage()
{
    return fprintf(stderr, "usage: what\n");
}

int main()
{
    int unused;
    return 0;
}
