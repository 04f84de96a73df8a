#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <vector>

static void step(std::vector<double>& grid, int n) {
    for (int i = 0; i < n; i++)
        grid.at(i) = grid.at(i + 1) / 2;
}

int main(int, char** argv) {
    std::vector<double> grid(32, 1.0);
    bool bad = std::atoi(argv[1]) == std::atoi(argv[2]);
    for (int s = 0; s < 6; s++) {
        std::printf("step %d residual %.3f\n", s, 1.0 / (s + 1));
        std::fflush(stdout);
        step(grid, bad && s == 4 ? 32 : 31);
    }
    std::puts("a peer is gone, leaving");
    return 1;
}
