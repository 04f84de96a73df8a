#include <csignal>
#include <cstdio>
#include <unistd.h>

static volatile std::sig_atomic_t asked = 0;

int main() {
    std::signal(SIGTERM, [](int s) { asked = s; });
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    std::puts("optimizer: fatal errors are restarted at most 3 times");
    for (int i = 0; !asked; ++i) {
        std::printf("generation %d: error %d, failures %d\n", i, 90 - i, i / 3);
        if (i == 14)
            raise(SIGTERM);
    }
    std::printf("signal %d: asked to stop, writing the checkpoint\n", static_cast<int>(asked));
    for (int i = 0; i < 5; ++i)
        std::printf("island %d: written, 0 errors\n", i);
    return 0;
}
