#include <cstdio>
#include <thread>

static long hits;

static void bump(int n) {
    for (int i = 0; i < n; ++i)
        ++hits; // RAISES
}

int main() {
    std::fprintf(stderr, "two counters start\n");
    std::thread a(bump, 20000), b(bump, 20000);
    a.join();
    b.join();
    std::fprintf(stderr, "counted\n");
}
