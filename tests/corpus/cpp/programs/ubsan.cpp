#include <climits>
#include <cstdio>
#include <cstdlib>

int area(int w, int h) {
    return w * h; // RAISES
}

int bit(int n) {
    return 1 << n; // OTHER
}

int main(int, char** argv) {
    std::fputs("scaling\n", stderr);
    int n = std::atoi(argv[1]);
    std::printf("%d\n", n > 100 ? bit(n) : area(INT_MAX, n));
    for (int i = 0; i < 25; i++)
        std::printf("tile %d scaled\n", i);
}
