#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <execinfo.h>
#include <stdexcept>
#include <string>

namespace sensors {
struct frame_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void show_stack() {
  void* places[8];
  const int n = backtrace(places, 8);
  char** names = backtrace_symbols(places, n);
  for (int i = 1; i < n; i++) std::fprintf(stderr, "    #%d %s\n", i - 1, names[i]);
  std::free(names);
}

int parse(const std::string& frame) {
  if (frame.size() < 4) {
    show_stack();
    throw frame_error("frame of " + std::to_string(frame.size()) + " bytes");
  }
  return frame[3];
}
}  // namespace sensors

int main() {
  int repaired = 0;
  for (const char* frame : {"abcd", "ab", "abce", ""}) {
    try {
      std::fprintf(stderr, "value %d\n", sensors::parse(frame));
    } catch (const std::exception&) {
      int status;
      char* name = abi::__cxa_demangle(abi::__cxa_current_exception_type()->name(), nullptr, nullptr, &status);
      try {
        throw;
      } catch (const std::exception& error) {
        std::fprintf(stderr, "handled %s: %s, value of the frame before is kept\n", name, error.what());
      }
      std::free(name);
      repaired++;
    }
  }
  std::fprintf(stderr, "4 frames, %d kept from before\n", repaired);
  return repaired ? 3 : 0;
}
