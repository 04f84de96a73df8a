#define BOOST_STACKTRACE_USE_ADDR2LINE
#include <boost/stacktrace.hpp>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <stdexcept>

static int parse(std::string const& text) {
    return std::stoi(text);
}

static int port(std::string const& text) {
    int const n = parse(text);
    if (n > 65535) {
        std::cerr << "FATAL port out of range: " << n << "\n" << boost::stacktrace::stacktrace(); // RAISES
        std::abort();
    }
    return n;
}

int main() {
    std::cerr << "port " << port("8080") << "\n";
    std::cerr << "port " << port("80800") << "\n";
}
