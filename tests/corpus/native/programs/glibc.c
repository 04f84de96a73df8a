#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *name_of(int i) {
    char *s = malloc(24);
    snprintf(s, 24, "row-%d", i);
    return s;
}

static void twice(void) {
    char *a = name_of(1);
    free(a);
    free(a);
}

static void top_size(void) {
    char *a = name_of(1);
    memset(a, 'x', 4000);
    fprintf(stderr, "row written\n");
    name_of(2);
    malloc(4000);
}

static void not_ours(void) {
    char *a = name_of(1);
    free(a + 3);
}

static void smashed(char const *text) {
    char field[8];
    strcpy(field, text);
    fprintf(stderr, "field %.4s\n", field);
}

static void overflow(char const *text) {
    char field[8];
    strcpy(field, text);
    fprintf(stderr, "field %.4s\n", field);
}

int main(int argc, char **argv) {
    (void)argc;
    fprintf(stderr, "import starts\n");
    switch (argv[1][0]) {
    case 't': twice(); break;
    case 'c': top_size(); break;
    case 'n': not_ours(); break;
    case 's': smashed(argv[2]); break;
    case 'o': overflow(argv[2]); break;
    }
    return 0;
}
