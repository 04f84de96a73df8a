#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace img {
struct Row { int* cells; int n; };

__attribute__((noinline)) int total(const Row& r) {
    int s = 0;
    for (int i = 0; i <= r.n; i++)
        s += r.cells[i]; // RAISES
    return s;
}

__attribute__((noinline)) void release(Row* r) {
    delete[] r->cells; // OTHER
}
}  // namespace img

int table[4] = {1, 2, 3, 4};

__attribute__((noinline)) int look(int i) {
    return table[i]; // FIRST
}

__attribute__((noinline)) int deep(int n) {
    volatile int pad[64];
    pad[n % 64] = n;
    return deep(n + 1) + pad[3];
}

__attribute__((noinline)) int follow(int* p) {
    return *p; // ROOT
}

int main(int, char** argv) {
    std::string how = argv[1];
    std::fprintf(stderr, "decoding, mode %s\n", how.c_str());
    img::Row r{new int[4]{1, 2, 3, 4}, 3};
    if (how == "heap") { r.n = 4; std::printf("%d\n", img::total(r)); }
    if (how == "stack") { int cells[3] = {1, 2, 3}; img::Row s{cells, 3}; std::printf("%d\n", img::total(s)); }
    if (how == "freed") { img::release(&r); std::printf("%d\n", img::total(r)); }
    if (how == "twice") { img::release(&r); img::release(&r); return 0; }
    if (how == "global") std::printf("%d\n", look(4));
    if (how == "null") std::printf("%d\n", follow(nullptr));
    if (how == "deep") std::printf("%d\n", deep(1));
    if (how == "mismatch") { std::free(r.cells); return 0; }
    if (how == "leak") { r.cells = nullptr; std::fputs("decoded, 0 errors\n", stderr); return 0; }
    if (how == "memcpy") { std::vector<char> v(8); char big[64] = {}; std::memcpy(v.data(), big, 32 + (argv[1][0] == 'm')); std::printf("%d\n", v[0]); }
    if (how == "fine") for (int i = 0; i < 24; i++) std::printf("frame %d decoded: %d\n", i, img::total(r));
    img::release(&r);
}
