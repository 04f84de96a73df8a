#include <cstdio>

struct Stop {
    const char* name;
    Stop* next;
};

static int length(const Stop* stop, int hops) {
    int n = 0;
    while (hops-- > 0) {
        std::printf("at %s\n", stop->name); // RAISES
        stop = stop->next;
        ++n;
    }
    return n;
}

int main() {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Stop c{"harbour", nullptr}, b{"market", &c}, a{"station", &b};
    std::printf("%d hops\n", length(&a, 5));
}
