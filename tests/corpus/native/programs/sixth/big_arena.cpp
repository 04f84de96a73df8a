#include <cstdio>
#include <cstdlib>
#include <new>

// Takes the largest arena that it is given.
int main() {
  for (std::size_t gib = 1UL << 26; gib; gib /= 4) {
    void* arena = std::malloc(gib << 20);
    if (!arena) {
      std::fprintf(stderr, "arena of %zu MiB was refused, trying less\n", gib);
      continue;
    }
    std::printf("arena of %zu MiB\n", gib);
    std::free(arena);
    return 0;
  }
  return 1;
}
