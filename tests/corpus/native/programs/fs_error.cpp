#include <filesystem>
#include <iostream>

namespace fs = std::filesystem;

std::uintmax_t size_of(fs::path const& dir) {
    std::uintmax_t sum = 0;
    for (auto const& e : fs::directory_iterator(dir)) sum += e.is_regular_file() ? e.file_size() : 0;
    return sum;
}

int main() {
    std::cout << "measuring shards" << std::endl;
    std::cout << size_of("/app/shards/night 26") << '\n';
}
