#include <cstdio>

static void open_port(int n) {
    if (n > 1)
        throw n;
    std::printf("port %d open\n", n);
}

int main() {
    for (int i = 0; i < 3; ++i)
        open_port(i);
}
