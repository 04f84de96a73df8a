#include <stdio.h>
#include <stdlib.h>
int main(void) {
    char *kept = malloc(400);
    char *lost = malloc(24);
    kept[0] = lost[0] = 1;
    printf("error count: %d\n", kept[0] - 1);
    free(kept);
    return 0;
}
