#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

struct convergence_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

static double step(int part, int i, double x) {
    if (part == 47 && i == 5)
        throw convergence_error("part " + std::to_string(part) + " diverges at step " + std::to_string(i) + ":\n  x = 1.7e+308, last good x = 4.2");
    return x / 2 + part / (2 * x);
}

int main(int, char** argv) {
    int part = std::atoi(argv[1]);
    double x = part;
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    for (int i = 1; i <= 8; ++i) {
        x = step(part, i, x);
        std::printf("part %d step %d x %.6f error %.1e\n", part, i, x, x * x - part);
    }
}
