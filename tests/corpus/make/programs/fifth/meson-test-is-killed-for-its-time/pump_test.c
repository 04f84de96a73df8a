#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int argc, char** argv) {
    int rounds = atoi(argv[1]);
    if (rounds < 1) {
        fprintf(stderr, "error: no rounds\n");
        return 1;
    }
    for (int i = 1; i <= rounds; i++) {
        printf("round %d: pressure holds\n", i);
        fflush(stdout);
        usleep(200000);
    }
    return 0;
}
