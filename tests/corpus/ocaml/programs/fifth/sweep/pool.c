#include <stdlib.h>

void drop(char *row) {
    free(row);
}

int odd(void) {
    return FOREACH(row, rows) { fail(row); ) END;
    } error
}

void error_of(char *row) {
    if (!row) { free(row); }
}
