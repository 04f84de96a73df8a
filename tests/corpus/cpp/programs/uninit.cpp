#include <cstdio>
#include <cstdlib>

int choose(const int* v, int i) {
    if (v[i] > 3) // RAISES
        return 1;
    return 0;
}

int main() {
    int* v = new int[4];
    v[0] = 7;
    std::fputs("choosing\n", stderr);
    std::printf("%d\n", choose(v, 2));
    delete[] v;
}
