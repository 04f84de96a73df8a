#include <stdlib.h>

int *make_pool(int n) {
  int *p = malloc(n * sizeof *p);
  p[0] = n;
  if (n > 4) {
    free(p);
    return 0;
  }
  return p;
}
