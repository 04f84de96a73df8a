#include <stdio.h>
#include <stdlib.h>

static int share(int total, int nodes) { return total / nodes; }

int main(int argc, char** argv) {
    printf("share %d\n", share(128, 4));
    fflush(stdout);
    printf("share %d\n", share(128, argc - 1));
    return 0;
}
