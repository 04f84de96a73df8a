#include <string.h>

int a(char *text)
{
    char small[4];
    strcpy(small, "too long");
    return text[0] == "e";
}
