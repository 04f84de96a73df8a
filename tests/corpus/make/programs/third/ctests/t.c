#include <stdio.h>
#include <string.h>
static int failed;
static void same(const char *what, double got, double want) {
    printf("  %s: got %.4f, want %.4f\n", what, got, want);
    if (got != want) {
        fprintf(stderr, "t.c: check of %s failed: %.4f is not %.4f\n", what, got, want);
        failed = 1;
    }
}
int main(int argc, char **argv) {
    const char *name = argv[1];
    printf("error counters before %s: 0\n", name);
    if (!strcmp(name, "parse")) same("parse", 1.5, 1.5);
    if (!strcmp(name, "round")) same("round", 2.0, 2.0);
    if (!strcmp(name, "convert")) same("EUR to CHF", 0.9312, 0.9321);
    if (!strcmp(name, "negative")) same("negative", -1.0, -1.0);
    return failed;
}
