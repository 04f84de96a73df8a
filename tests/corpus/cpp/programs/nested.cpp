#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>

namespace shop::config {
struct load_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::string read(const std::string& path) {
    std::ifstream in;
    in.exceptions(std::ios::failbit);
    in.open(path);
    return path;
}

void load(const std::string& path) {
    try {
        read(path);
    } catch (const std::exception&) {
        std::throw_with_nested(load_error("cannot load " + path + ":\n  is it there?\n  größe: unbekannt ✗"));
    }
}
}  // namespace shop::config

int main() {
    std::fputs("starting the gateway\n", stderr);
    shop::config::load("/app/conf/gateway.json");
}
