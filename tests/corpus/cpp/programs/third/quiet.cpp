#include <cstdio>
#include <unistd.h>

int main(int argc, char**) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    for (int i = 1; i <= 8 || argc > 1; ++i) {
        std::printf("\riteration %d: max error %.2e, aborted 0\n", i, 1.0 / (i * i));
        usleep(argc > 1 ? 200'000 : 1'000);
    }
    return 3;
}
