#include <csignal>
#include <cstdio>
#include <execinfo.h>
#include <unistd.h>

static void on_ask(int) {
    void* frames[20];
    static char const head[] = "stack asked for by SIGUSR1:\n";
    if (write(2, head, sizeof head - 1) > 0)
        backtrace_symbols_fd(frames, backtrace(frames, 20), 2);
}

static int collatz(long n) {
    int steps = 0;
    for (; n != 1; ++steps)
        n = n % 2 ? 3 * n + 1 : n / 2;
    return steps;
}

int main() {
    std::signal(SIGUSR1, on_ask);
    for (int i = 1; i < 30; ++i) {
        if (i == 4)
            raise(SIGUSR1);
        std::fprintf(stderr, "chain of %d: %d steps\n", i, collatz(i));
    }
}
