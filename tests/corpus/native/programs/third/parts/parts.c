#include <err.h>
#include <stdio.h>
#include <string.h>
static long count_lines(const char *path) {
    FILE *in = fopen(path, "r");
    if (!in) err(74, "part of the night run: %s", path);
    long n = 0;
    for (int c; (c = getc(in)) != EOF;) n += c == '\n';
    fclose(in);
    return n;
}
int main(void) {
    char path[64];
    setvbuf(stdout, 0, _IOLBF, 0);
    for (int i = 1; i <= 4; i++) {
        snprintf(path, sizeof path, "data/part.%d", i);
        printf("%s: %ld lines\n", path, count_lines(path));
    }
}
