#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>

struct boot_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

static std::string read(char const* path) {
    std::ifstream in;
    in.exceptions(std::ios::failbit);
    in.open(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

static void boot() {
    try {
        read("/app/missing.conf");
    } catch (...) {
        std::throw_with_nested(boot_error("service cannot start"));
    }
}

static void print(std::exception const& e, char const* head) {
    std::fprintf(stderr, "%s%s\n", head, e.what());
    try {
        std::rethrow_if_nested(e);
    } catch (std::exception const& inner) {
        print(inner, "  caused by: ");
    }
}

int main(int argc, char**) {
    std::fprintf(stderr, "booting\n");
    if (argc == 1)
        boot();
    try {
        boot();
    } catch (std::exception const& e) {
        print(e, "fatal: boot_error: ");
        return 2;
    }
}
