#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  if (argc < 2) return 64;
  if (!strcmp(argv[1], "up")) {
    FILE *seen = fopen("/app/seen", "a+");
    fputc('x', seen);
    long tries = ftell(seen);
    fclose(seen);
    if (tries < 3) { fprintf(stderr, "link_test: error: no carrier after 200 ms\n"); return 1; }
    puts("carrier");
    return 0;
  }
  if (!strcmp(argv[1], "rubbish")) { fprintf(stderr, "link_test: fatal: not a frame\n"); return 3; }
  if (!strcmp(argv[1], "message")) { fprintf(stderr, "error: frame 3 has a bad sum\n"); return 1; }
  puts("no card");
  return 77;
}
