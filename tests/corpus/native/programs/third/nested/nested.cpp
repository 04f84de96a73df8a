#include <exception>
#include <iostream>
#include <stdexcept>
#include <string>
int number(const std::string &text) {
    std::size_t end = 0;
    int n = std::stoi(text, &end);
    if (end != text.size()) throw std::invalid_argument("'" + text + "' has letters behind its digits");
    return n;
}
void line(int i, const std::string &text) {
    try { number(text); } catch (...) { std::throw_with_nested(std::runtime_error("line " + std::to_string(i) + " of limits.conf")); }
}
void load() {
    try { line(1, "10"); line(2, "20"); line(3, "64k"); } catch (...) { std::throw_with_nested(std::runtime_error("limits cannot be loaded")); }
}
void tell(const std::exception &e, int depth = 0) {
    std::cerr << std::string(depth * 2, ' ') << (depth ? "because: " : "limitd: error: ") << e.what() << '\n';
    try { std::rethrow_if_nested(e); } catch (const std::exception &inner) { tell(inner, depth + 1); }
}
int main() {
    std::cerr << "limitd 1.9 starts\n";
    try { load(); } catch (const std::exception &e) {
        tell(e);
        std::cerr << "limitd: removing pid file\nlimitd: bye\n";
        return 78;
    }
}
