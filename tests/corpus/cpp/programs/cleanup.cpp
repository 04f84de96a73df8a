#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <csignal>
#include <unistd.h>

static void on_abort(int) {
    for (int i = 0; i < 40; i++)
        dprintf(2, "closing file %d: ok, 0 errors\n", i);
    std::signal(SIGABRT, SIG_DFL);
}

static void spool(int n) {
    if (n > 2)
        throw std::range_error("page " + std::to_string(n) + " is out of range");
    std::fprintf(stderr, "page %d spooled\n", n);
}

int main() {
    std::signal(SIGABRT, on_abort);
    for (int i = 1; i < 5; i++)
        spool(i);
}
