#include <iostream>
#include <stdexcept>
#include <variant>

static void fetch(int n) {
    throw std::runtime_error("connection reset by peer, try " + std::to_string(n));
}

static std::variant<int, std::string> answer() {
    for (int n = 1; n <= 2; ++n) {
        try {
            fetch(n);
        } catch (std::exception const& e) {
            std::cerr << "WARN retry " << n << ": terminate was not called, std::runtime_error what(): " << e.what() << std::endl;
        }
    }
    std::cerr << "INFO using the cached answer" << std::endl;
    return 7;
}

int main() {
    std::cerr << std::get<std::string>(answer()) << std::endl;
}
