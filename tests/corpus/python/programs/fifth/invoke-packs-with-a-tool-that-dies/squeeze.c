#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <string.h>
int main(int argc, char **argv) {
    fprintf(stderr, "squeeze: level %s, reading %s\n", argv[1] + 1, argv[2]);
    if (argv[1][1] > '7')
        error(2, ENOMEM, "window of 256 MiB for %s", argv[3]);
    return 0;
}
