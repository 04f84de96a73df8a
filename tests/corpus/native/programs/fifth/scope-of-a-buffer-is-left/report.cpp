#include <cstdio>
#include <cstring>

struct Line { const char* text; int width; };

static Line longest(const char* const* names, int n) {
    Line best{"", 0};
    for (int i = 0; i < n; ++i) {
        char padded[24];
        std::snprintf(padded, sizeof padded, "%-20s|", names[i]);
        if (i == 1) best = Line{padded, (int)std::strlen(names[i])};
    }
    std::printf("widest is %d\n", best.width);
    std::fflush(stdout);
    int bars = 0;
    for (const volatile char* p = best.text; *p; ++p) bars += *p == '|';
    std::printf("%d bars\n", bars);
    return best;
}

int main() {
    const char* names[] = {"freight", "passengers", "mail"};
    std::puts("report of three columns");
    longest(names, 3);
}
