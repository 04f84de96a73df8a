#include <stdio.h>
#include <stdlib.h>

enum state { READY, FAILED, ERROR_FATAL };

int report(enum state s, const char *error);

static int unused_failure(int x) { return x; }

int main(int argc, char **argv)
{
    enum state s = argc;
    char *p = malloc(argc * sizeof *p);
    if (s = FAILED)
        printf(argv[0]);
    switch (s) {
    case READY: return 1;
    case FAILED: report(s, NULL);
    }
    for (unsigned i = 3; i >= 0; i--)
        if (i == 0) break;
    return *p == 3.0;
}
