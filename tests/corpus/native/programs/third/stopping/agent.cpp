#include <csignal>
#include <cstdio>
#include <execinfo.h>
#include <unistd.h>
static volatile sig_atomic_t got = 0;
static void handler(int n) { got = n; }
static int serve() {
    for (int i = 1; !got; i++) { std::printf("agent: beat %d, errors 0\n", i); std::fflush(stdout); usleep(250000); }
    return got;
}
int main() {
    std::signal(SIGTERM, handler);
    int n = serve();
    std::printf("agent: caught signal %d, where we are:\n", n);
    std::fflush(stdout);
    void *frames[8];
    backtrace_symbols_fd(frames, backtrace(frames, 8), 1);
    std::printf("agent: queue flushed, 0 messages lost\n");
}
