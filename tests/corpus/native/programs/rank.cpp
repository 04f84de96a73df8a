#include <cstdio>
#include <cstdlib>
#include <stdexcept>

static double exchange(int rank, int step) {
    if (step == 4)
        throw std::length_error("halo of rank " + std::to_string(rank) + " is too long");
    return 1.0 / (step + 1);
}

int main(int, char** argv) {
    int const rank = std::atoi(argv[1]);
    int const bad = std::atoi(argv[2]);
    for (int s = 0; s < 6; ++s)
        std::fprintf(stderr, "step %d residual %.3f\n", s, exchange(rank, rank == bad ? s : 0));
    std::fprintf(stderr, "a peer is gone, leaving\n");
    return 1;
}
