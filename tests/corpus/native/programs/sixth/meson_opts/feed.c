#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#warning "feed.c: error handling of version 1 is deprecated"

int main(int argc, char **argv) {
  if (argc < 2 || !strcmp(argv[1], "x")) { fprintf(stderr, "feed: error: no number\n"); return 1; }
  if (!strcmp(argv[1], "null")) { fprintf(stderr, "feed: assertion failed: feed != NULL\n"); return 134; }
  if (!strcmp(argv[1], "card")) return 77;
  return 0;
}
