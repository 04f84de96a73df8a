#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Part { double* cells; int count; };

static Part load(int part) {
    if (part == 3)
        return {nullptr, 64};
    return {static_cast<double*>(std::calloc(64, sizeof(double))), 64};
}

int main(int argc, char** argv) {
    int part = std::atoi(argv[1]);
    std::printf("solver: part %d\n", part);
    std::fflush(stdout);
    if (argc > 2 && part == 3 && !std::strcmp(argv[2], "--again"))
        part = 4;
    Part p = load(part);
    for (int i = 0; i < p.count; ++i)
        p.cells[i] = i;
    std::printf("solver: residual error %.1e\n", p.cells[1] / 1e9);
}
