#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>

static void mirrors() {
    for (int n = 0; n < 3; ++n) {
        try { throw std::runtime_error("mirror " + std::to_string(n) + ": " + std::strerror(ECONNREFUSED)); }
        catch (std::exception const& e) { std::fprintf(stderr, "W1126 03:10:07 fetch.cpp:61] %s; next one\n", e.what()); }
    }
    for (int n = 0; n < 24; ++n) std::printf("I1126 03:10:08 fetch.cpp:70] part %d read from the local copy\n", n);
}

static void notes() {
    std::puts("CHANGES IN 3.2\n  - terminate called after throwing an instance of 'std::bad_alloc' no longer happens on start\n"
              "  - the message was\n      terminate called after throwing an instance of 'std::bad_alloc'\n        what():  std::bad_alloc\n  - heap use after free in decoder: mended\n");
    for (int n = 0; n < 18; ++n) std::printf("table %d migrated\n", n);
}

static void counters() {
    for (char const* name : {"asserts_hit", "aborts", "segfaults", "exceptions_caught", "oom_kills", "double_free_guards"}) std::printf("%-22s 0\n", name);
    for (int n = 0; n < 18; ++n) std::printf("epoch %d: error %.4f\n", n, 1.0 / (n + 2));
}

static void selftest() {
    for (char const* name : {"throws_on_bad_header", "assert_is_caught", "abort_handler_installed", "segv_handler_installed"}) std::printf("[self-test] %-28s PASS\n", name);
    for (int n = 0; n < 18; ++n) std::printf("[self-test] case %d%*sPASS\n", n, 22, "");
    std::puts("[self-test] 22 passed, 0 failed");
}

static void frames_lost() {
    for (int n = 0; n < 26; ++n) {
        if (n == 6) std::fprintf(stderr, "decoder: error: frame 6: bad checksum (want a1ff, got a1fe), concealed\n");
        else std::printf("frame %d decoded\n", n);
    }
    std::puts("26 frames, 1 concealed, exit 0");
}

int main(int, char** argv) {
    std::setvbuf(stdout, nullptr, _IONBF, 0);
    std::string word = argv[1];
    if (word == "mirrors") mirrors();
    if (word == "notes") notes();
    if (word == "counters") counters();
    if (word == "selftest") selftest();
    if (word == "frames") frames_lost();
}
