#include <stdlib.h>

void drop(char *row) {
    free(row);
    row = NULL;
}
