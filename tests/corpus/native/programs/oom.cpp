#include <cstdio>
#include <sys/resource.h>
#include <vector>

int main() {
    rlimit const limit{256u << 20, 256u << 20};
    setrlimit(RLIMIT_AS, &limit);
    std::vector<std::vector<char>> kept;
    for (int i = 0;; ++i) {
        kept.emplace_back(32 << 20, 'x');
        std::fprintf(stderr, "kept block %d\n", i);
    }
}
