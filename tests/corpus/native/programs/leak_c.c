#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char* label(char const* name) { char* t = malloc(64); snprintf(t, 64, "run-%s", name); return t; }

int main(void) {
    char* a = label("night");
    puts(a);
    a = label("day");
    puts(a);
    free(a);
    return 0;
}
