#include <stdio.h>
#include "version.h"

int main(void)
{
    puts("hello " VERSION);
    return 0;
}
