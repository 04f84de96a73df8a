#include <cstdio>
#include <cstdlib>

static int sum(const int* cells, int count) {
    int total = 0;
    for (int i = 0; i <= count; ++i)
        total += cells[i]; // RAISES
    return total;
}

static int* fill(int count) {
    int* cells = static_cast<int*>(std::malloc(count * sizeof(int)));
    for (int i = 0; i < count; ++i)
        cells[i] = i;
    return cells;
}

int main() {
    int* cells = fill(10);
    std::printf("sum is %s\n", sum(cells, 10) >= 45 ? "large" : "small");
    std::free(cells);
}
