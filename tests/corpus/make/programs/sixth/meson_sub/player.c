#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc > 1)
        fprintf(stderr, "fatal: cannot play %s\n", argv[1]);
    return argc > 1;
}
