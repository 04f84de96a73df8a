#include <cstdio>
#include <memory>
#include <stdexcept>
#include <vector>

int main() {
    std::vector<std::unique_ptr<int>> cells;
    for (int i = 0; i < 6; ++i) {
        try {
            if (i == 2)
                throw std::runtime_error("cell 2 is dry");
            cells.push_back(std::make_unique<int>(i));
        } catch (const std::exception& e) {
            std::printf("warning: %s\n", e.what());
        }
        std::printf("step %d, errors so far %d\n", i, i >= 2);
    }
    return 0;
}
