#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

namespace img {

int table[4] = {1, 2, 3, 4};

__attribute__((noinline)) int at(int const* pixels, int i) {
    return pixels[i]; // RAISES
}

__attribute__((noinline)) int line(int width) {
    int* pixels = new int[width]();
    int sum = 0;
    for (int i = 0; i <= width; ++i)
        sum += at(pixels, i);
    delete[] pixels;
    return sum;
}

__attribute__((noinline)) int stale() {
    int* pixels = new int[16]();
    delete[] pixels;
    return at(pixels, 3);
}

__attribute__((noinline)) int local(int n) {
    int pixels[6] = {};
    return at(pixels, n);
}

__attribute__((noinline)) void twice() {
    char* name = new char[12];
    std::strcpy(name, "frame");
    delete[] name;
    std::fprintf(stderr, "released\n");
    delete[] name;
}

__attribute__((noinline)) void copy(std::string const& from) {
    char* to = static_cast<char*>(std::malloc(8));
    std::memcpy(to, from.c_str(), from.size() + 1);
    std::fprintf(stderr, "%s\n", to);
    std::free(to);
}

__attribute__((noinline)) void lose(int n) {
    for (int i = 0; i < n; ++i) {
        auto* v = new std::vector<int>(10); // OTHER
        v->push_back(i);
    }
}

}  // namespace img

int main(int argc, char** argv) {
    std::fprintf(stderr, "decoding frame 1\n");
    switch (argv[1][0]) {
    case 'h': std::fprintf(stderr, "sum %d\n", img::line(10)); break;
    case 'f': std::fprintf(stderr, "pixel %d\n", img::stale()); break;
    case 's': std::fprintf(stderr, "pixel %d\n", img::local(argc + 5)); break;
    case 'g': std::fprintf(stderr, "pixel %d\n", img::at(img::table, argc + 3)); break;
    case 'n': std::fprintf(stderr, "pixel %d\n", img::at(nullptr, argc)); break;
    case 'd': img::twice(); break;
    case 'c': img::copy("a name that is too long"); break;
    case 'l': img::lose(3); break;
    }
    std::fprintf(stderr, "frame 1 decoded\n");
}
