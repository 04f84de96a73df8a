#include <fmt/core.h>
#include <string>
std::string header(const std::string &pattern, const std::string &name) { return fmt::format(fmt::runtime(pattern), name); }
int main() {
    for (const char *pattern : {"report for {}", "report for {:>20}", "report for {}, page {}"}) {
        fmt::print("{}\n", header(pattern, "north"));
        std::fflush(stdout);
    }
}
