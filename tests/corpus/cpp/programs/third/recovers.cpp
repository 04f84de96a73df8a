#include <cstdio>
#include <stdexcept>
#include <string>

static void say(const char* level, const std::string& text) {
    static int n = 0;
    std::printf("[2026-11-22 03:10:%02d.%03d] [feed] [%s] %s\n", n / 10, n * 97 % 1000, level, text.c_str());
    ++n;
}

int main() {
    say("info", "opening 3 feeds");
    for (int feed = 1; feed <= 3; ++feed)
        for (int block = 1; block <= 10; ++block)
            try {
                if (feed == 2 && block > 1 && block < 4)
                    throw std::runtime_error("checksum of block " + std::to_string(block) + " is wrong: expected 0xdeadbeef");
                say("info", "feed " + std::to_string(feed) + " block " + std::to_string(block) + " stored");
            } catch (const std::exception& e) {
                say("error", std::string("terminate transfer? no, asking again: what(): ") + e.what());
                say("critical", "feed 2 falls back to its mirror");
            }
    say("info", "3 feeds are stored, 0 lost");
}
