#include <stdio.h>
#include <stdlib.h>
#include <valgrind/valgrind.h>

struct cache { char *rows; FILE *log; };

static struct cache *open_cache(const char *path) {
  struct cache *c = malloc(sizeof *c);
  c->rows = malloc(4096);
  c->log = fopen(path, "w");
  return c;
}

static struct cache *kept;

int main(void) {
  kept = open_cache("cache.log");
  if (!fopen("warm.bin", "rb")) VALGRIND_PRINTF_BACKTRACE("warm.bin is not here, the cache starts cold\n");
  fputs("error count 0\n", kept->log);
  printf("cache: 0 hits, 12 misses, 0 failures\n");
  return 0;
}
