#include <cstdio>
#include <stdexcept>
#include <string>

namespace conf {
struct parse_error : std::runtime_error {
    parse_error(int line, std::string const& what) : std::runtime_error("[conf.parse_error.101] parse error at line " + std::to_string(line) + ": " + what) {}
};
int number(std::string const& text, int line) {
    try { return std::stoi(text); }
    catch (std::invalid_argument const&) { std::throw_with_nested(parse_error(line, "expected a number; last read: '" + text + "'")); }
}
}

int main() {
    try {
        std::printf("port %d\n", conf::number("80", 1));
        std::printf("port %d\n", conf::number("größe", 2));
    } catch (std::exception const& e) {
        std::fflush(stdout);
        std::fprintf(stderr, "night: error: %s\n", e.what());
        try { std::rethrow_if_nested(e); } catch (std::exception const& inner) { std::fprintf(stderr, "night:   because: %s\n", inner.what()); }
        return 65;
    }
}
