#include <climits>
#include <cstdio>
#include <cstdlib>

static int add(int a, int b) {
    return a + b; // RAISES
}

static int shift(int a, int n) {
    return a << n; // OTHER
}

int main(int argc, char** argv) {
    std::fprintf(stderr, "adding up\n");
    if (argv[1][0] == 'a')
        std::fprintf(stderr, "sum %d\n", add(INT_MAX, argc));
    else
        std::fprintf(stderr, "shifted %d\n", shift(1, 31 + argc));
    for (int i = 0; i < 24; ++i)
        std::fprintf(stderr, "day %d summed up\n", i);
}
