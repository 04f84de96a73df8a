#include <cstdio>
double tide_at(int hour);
int main() {
    for (int hour = 0; hour < 6; ++hour)
        std::printf("%d %.2f\n", hour, tide_at(hour));
}
