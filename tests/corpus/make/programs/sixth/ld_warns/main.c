#include <stdio.h>

int errors;
void blink(void);

int main(void)
{
    char name[L_tmpnam];
    blink();
    return tmpnam(name) == 0;
}
