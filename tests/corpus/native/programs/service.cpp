#include <cstdio>
#include <stdexcept>
#include <string>

static void log(char const* level, std::string const& text) {
    static int n = 0;
    std::printf("[2026-11-22 12:00:%02d.%03d] [service] [%s] %s\n", n / 30, n * 33 % 1000, level, text.c_str());
    ++n;
}

static int answer(std::string const& path) {
    if (path.find('%') != std::string::npos)
        throw std::invalid_argument("bad escape in " + path);
    return 200;
}

int main() {
    for (int i = 0; i < 40; ++i) {
        std::string const path = i % 9 == 4 ? "/user/%zz" : "/user/" + std::to_string(i);
        try {
            log("info", "GET " + path + " " + std::to_string(answer(path)));
        } catch (std::exception const& e) {
            log("error", "GET " + path + " 400: std::invalid_argument: " + e.what());
        }
    }
    log("critical", "disk is 91 % full");
    for (int i = 0; i < 22; ++i)
        log("info", "session " + std::to_string(i) + " closed");
    log("info", "bye");
}
