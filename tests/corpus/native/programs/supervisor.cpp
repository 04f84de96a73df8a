#include <cassert>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <execinfo.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

// Starts workers; one of them ends badly once and is started again.
static void work(std::string const& how, int tries) {
    if (tries > 0)
        _exit(0);
    if (how == "throw")
        throw std::runtime_error("tile 3 cannot be decoded");
    if (how == "assert")
        assert(tries == 1 && "the tile is complete");
    if (how == "free") {
        void* p = std::malloc(40);
        std::free(p);
        std::free(p);
    }
    if (how == "trace") {
        std::signal(SIGSEGV, [](int n) {
            void* frames[20];
            backtrace_symbols_fd(frames, backtrace(frames, 20), 2);
            std::signal(n, SIG_DFL);
            std::raise(n);
        });
        *reinterpret_cast<int volatile*>(16) = 1;
    }
    std::abort();
}

int main(int, char** argv) {
    for (int tries = 0; tries < 2; ++tries) {
        std::fprintf(stderr, "worker started, try %d\n", tries + 1);
        pid_t const child = fork();
        if (child == 0)
            work(argv[1], tries);
        int status = 0;
        waitpid(child, &status, 0);
        if (WIFSIGNALED(status))
            std::fprintf(stderr, "worker ended by signal %d (%s), it will be started again\n", WTERMSIG(status), strsignal(WTERMSIG(status)));
    }
    for (int i = 0; i < 25; ++i)
        std::fprintf(stderr, "tile %d decoded\n", i);
    std::fprintf(stderr, "all tiles decoded, 1 restart\n");
}
