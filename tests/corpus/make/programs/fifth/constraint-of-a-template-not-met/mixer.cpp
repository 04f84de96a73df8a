#include <concepts>
#include <string>
#include <vector>

template <typename T>
concept Sample = std::integral<T> || std::floating_point<T>;

template <Sample T>
T loudest(const std::vector<T>& samples) {
    T most{};
    for (const T& s : samples) most = s > most ? s : most;
    return most;
}

int main() {
    std::vector<std::string> names{"kick", "snare"};
    std::vector<int> levels{3, 9, 4};
    return loudest(levels) + (int)loudest(names).size();
}
