#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>
#include <omp.h>

static double speed(int station, double depth) {
    if (depth < 0)
        throw std::domain_error("station " + std::to_string(station) + ": depth of " + std::to_string(depth) + " m");
    return 1449.2 + 0.016 * depth + std::sqrt(depth) * 0.01;
}

int main() {
    std::vector<double> depths(64);
    for (int i = 0; i < 64; ++i) depths[i] = i == 45 ? -12.5 : i * 40.0;
    std::printf("sound: %zu stations, %d threads\n", depths.size(), omp_get_max_threads());
    std::fflush(stdout);
    double sum = 0;
#pragma omp parallel for schedule(static) reduction(+ : sum)
    for (int i = 0; i < 64; ++i) sum += speed(i, depths[i]);
    std::printf("sound: mean %.2f\n", sum / 64);
}
