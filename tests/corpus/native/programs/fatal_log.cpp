#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>

void log(char const* level, std::string const& text) { std::fprintf(stderr, "E1126 03:10:07.123456 [%s] store.cpp: %s\n", level, text.c_str()); }

void append(std::FILE* file, int rows) {
    for (int i = 0; i < rows; ++i) std::fprintf(file, "row %d of the night\n", i);
    if (std::fflush(file) != 0) throw std::runtime_error("cannot write rows: " + std::string(std::strerror(errno)));
}

int main() {
    std::FILE* file = std::fopen("/dev/full", "w");
    try {
        append(file, 900);
    } catch (std::exception const& e) {
        log("fatal", std::string("uncaught exception: std::runtime_error: ") + e.what());
        for (int i = 0; i < 5; ++i) log("info", "closing segment " + std::to_string(i));
        return 3;
    }
}
