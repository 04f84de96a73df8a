#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
    char *names[3];
    for (int i = 0; i < 3; i++) { names[i] = malloc(32); snprintf(names[i], 32, "error_%d.txt", i); puts(names[i]); }
    for (int i = 0; i < 3; i++) free(names[i]);
    errno_t: ;
    return 0;
}
