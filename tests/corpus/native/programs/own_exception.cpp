#include <cstdio>
#include <exception>
#include <string>

namespace grid {

struct convergence_error : std::exception {
    std::string text;
    explicit convergence_error(int steps)
        : text("no convergence after " + std::to_string(steps) + " steps\n  residual 0.25 > 0.01\n  größte Abweichung: Zelle 7 ✗") {}
    char const* what() const noexcept override { return text.c_str(); }
};

void solve(int limit) {
    double residual = 1;
    for (int i = 1; i <= limit; ++i) {
        residual /= 1.2;
        std::printf("step %d residual %.3f\n", i, residual);
    }
    throw convergence_error(limit);
}

}  // namespace grid

int main() {
    grid::solve(8);
}
