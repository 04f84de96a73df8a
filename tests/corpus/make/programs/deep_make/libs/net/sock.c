#include <sys/socket.h>

int open_sock(int kind) {
  int fd = socket(AF_INET, kind); // RAISES
  return fd;
}
