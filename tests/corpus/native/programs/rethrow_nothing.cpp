#include <cstdio>

static void report() {
    std::fprintf(stderr, "re-raising the last failure\n");
    throw;
}

int main() {
    report();
}
