#include <cstdio>
#include <cstdlib>

extern "C" void optional_hook(const char*) __attribute__((weak));
void audit(const char* text);

int main(int argc, char**) {
  if (argc > 5) audit("many");
  if (optional_hook) optional_hook("start");
  std::puts(std::tmpnam(nullptr) ? "station: up, hooks: none, errors: 0" : "station: up");
}
