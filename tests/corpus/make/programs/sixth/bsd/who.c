#include <stdio.h>

int usage()
{
    return fprintf(stderr, "usage: who\n");
}

int main()
{
    int unused;
    return 0;
}
