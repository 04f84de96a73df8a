#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  long sum = 0;
  for (int i = 1; i < argc; i++) {
    char *end;
    errno = 0;
    long n = strtol(argv[i], &end, 10);
    if (*end || errno) { fprintf(stderr, "tally: error: '%s' is no number\n", argv[i]); return 2; }
    sum += n;
  }
  printf("%ld\n", sum);
  return 0;
}
