#include <stdio.h>
#include <stdlib.h>

static int *make(int n) {
  int *v = malloc(n * sizeof *v);
  if (n > 1000) return NULL;
  return v;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 0, unused = 3;
  int *v = make(n);
  v[0] = n;
  printf("tally of %d: 10 errors 0\n", v[0]);
  if (n == 7) free(v);
  return 0;
}
