#include <cstdio>
#include <vector>

static int at(std::vector<int> const& v, unsigned i) {
    return v[i];
}

int main() {
    std::vector<int> const v{1, 2, 3};
    for (unsigned i = 0; i < 5; ++i)
        std::fprintf(stderr, "value %d\n", at(v, i));
}
