#include <stdlib.h>
#include <string.h>
char *copy(const char *s) {
    char *p = malloc(strlen(s));
    strcpy(p, s);
    return p;
}
int get(int i) { int v[4]; if (i > 9) return v[i]; return 0; }
int main(void) { int *p = 0; if (0) *p = 1; free(copy("a")); return get(0); }
