#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <execinfo.h>
#include <unistd.h>

namespace store {

struct node {
    int value;
    node* next;
};

__attribute__((noinline)) int nth(node* n, int i) {
    while (i-- > 0)
        n = n->next; // RAISES
    return n->value;
}

__attribute__((noinline)) int sum(node* n, int count) {
    int s = 0;
    for (int i = 0; i < count; ++i)
        s += nth(n, i);
    return s;
}

}  // namespace store

static void on_signal(int number) {
    void* frames[32];
    int const n = backtrace(frames, 32);
    static char const head[] = "*** signal received, stack of the process:\n";
    if (write(2, head, sizeof head - 1) < 0)
        _exit(1);
    backtrace_symbols_fd(frames, n, 2);
    std::signal(number, SIG_DFL);
    std::raise(number);
}

int main() {
    std::signal(SIGSEGV, on_signal);
    store::node last{2, nullptr};
    store::node first{1, &last};
    std::fprintf(stderr, "summing 4 nodes\n");
    std::fprintf(stderr, "sum %d\n", store::sum(&first, 4));
}
