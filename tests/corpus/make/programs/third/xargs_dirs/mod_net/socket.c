#include <sys/socket.h>
int open_stream(int family) {
    int fd = socket(family, SOCK_STREAM);
    return fd;
}
