#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <thread>

static void handle(int n) {
  if (n % 3 == 0) throw std::domain_error("request " + std::to_string(n) + ": unknown tariff");
}

int main() {
  for (int n = 1;; n++) {
    try {
      handle(n);
      std::fprintf(stderr, "request %d 200\n", n);
    } catch (const std::domain_error& error) {
      std::fprintf(stderr, "request %d 400 std::domain_error: %s\n", n, error.what());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(70));
  }
}
