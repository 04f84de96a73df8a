#include <stdio.h>

int main(int argc, char **argv)
{
    unsigned n = 3;
    for (int i = 0; i < n; i++)
        printf("wire %d\n", i);
    return 0;
}
