#include <cstdio>
#include <cstdlib>
#include <thread>

// Has one mistake per word, none of which ends it.
static long hits;

static int stale(int n) {
    int* p = new int[4]{1, 2, 3, 4};
    delete[] p;
    return p[n];
}

static int unset(int n) {
    int* p = static_cast<int*>(std::malloc(16));
    if (p[n] == 7)
        std::fprintf(stderr, "seven\n");
    std::free(p);
    return n;
}

static void bump() {
    for (int i = 0; i < 20000; ++i)
        ++hits;
}

int main(int, char** argv) {
    switch (argv[1][0]) {
    case 's': std::fprintf(stderr, "value %d\n", stale(2)); break;
    case 'u': std::fprintf(stderr, "value %d\n", unset(2)); break;
    case 'r': {
        std::thread a(bump), b(bump);
        a.join();
        b.join();
    }
    }
    for (int i = 0; i < 25; ++i)
        std::fprintf(stderr, "row %d written\n", i);
    std::fprintf(stderr, "done, exit 0\n");
}
