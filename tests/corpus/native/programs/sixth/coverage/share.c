#include <stdio.h>
#include <stdlib.h>

int share(int total, int among) {
  if (among == 0) {
    fprintf(stderr, "error: shared among nobody\n");
    return -1;
  }
  if (total < 0) {
    fprintf(stderr, "fatal: negative total\n");
    abort();
  }
  return total / among;
}

int main(void) {
  return share(10, 5) == 2 && share(1, 0) == -1 ? 0 : 1;
}
