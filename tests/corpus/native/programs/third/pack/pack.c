#include <errno.h>
#include <error.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
static void put(int fd, const char *buffer, size_t size) {
    if (write(fd, buffer, size) != (ssize_t)size)
        error_at_line(5, errno, __FILE__, __LINE__, "block of %zu bytes was not written", size);
}
int main(void) {
    char block[4096];
    memset(block, 7, sizeof block);
    int fd = open("/dev/full", O_WRONLY);
    for (int i = 0; i < 3; i++) { fprintf(stderr, "pack: block %d\n", i); put(fd, block, sizeof block); }
}
