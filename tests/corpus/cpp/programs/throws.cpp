#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <future>
#include <iostream>
#include <optional>
#include <regex>
#include <stdexcept>
#include <string>
#include <thread>
#include <variant>
#include <vector>

struct quota { int left; };
namespace net { struct timeout : std::exception { const char* what() const noexcept override { return "no answer within 30 s"; } }; }

struct Handle {
    int id;
    ~Handle() { if (id == 2) throw std::logic_error("handle 2 is still in use"); }
};

static int parse(const std::string& s) { return std::stoi(s); }
static void log(const char* text) { std::cerr << "2026-11-22 12:00:01 [info] " << text << std::endl; }
static int twice(int n) noexcept { if (n > 3) throw std::domain_error("n is too large: " + std::to_string(n)); return 2 * n; }

int main(int, char** argv) {
    std::string how = argv[1];
    log("start");
    if (how == "int") throw 42;
    if (how == "struct") throw quota{0};
    if (how == "custom") throw net::timeout{};
    if (how == "stoi") return parse("x7");
    if (how == "regex") return std::regex_match("a", std::regex("(a"));
    if (how == "files") for (auto& e : std::filesystem::directory_iterator("/app/spool")) std::cout << e.path();
    if (how == "variant") return std::get<int>(std::variant<int, std::string>("text"));
    if (how == "optional") return std::optional<int>{}.value();
    if (how == "alloc") { std::vector<char> v; v.resize(std::size_t(1) << 62); }
    if (how == "length") { std::string s(3, 'x'); s.resize(std::string::npos); }
    if (how == "noexcept") return twice(7);
    if (how == "destructor") { Handle h{2}; }
    if (how == "function") std::function<void()>{}();
    if (how == "thread") {
        std::thread t([] { throw std::runtime_error("worker 3: queue is closed"); });
        t.join();
    }
    if (how == "future") {
        auto f = std::async(std::launch::async, [] { return parse(""); });
        log("waiting for the answer");
        return f.get();
    }
    if (how == "joinable") { std::thread t([] { std::this_thread::sleep_for(std::chrono::seconds(5)); }); }
    if (how == "handled") {
        for (int i = 1; i <= 2; i++) {
            try {
                throw std::runtime_error("connection reset by peer");
            } catch (const std::exception& e) {
                std::cerr << "[warn] retry " << i << ": exception of type std::runtime_error, what(): " << e.what() << std::endl;
            }
        }
        return std::vector<int>{}.at(0);
    }
    if (how == "logged") {
        try {
            parse("twelve");
        } catch (const std::exception& e) {
            std::cout << "FATAL uncaught exception std::invalid_argument: " << e.what() << std::endl;
            return 1;
        }
    }
    if (how == "after") {
        std::set_terminate([] {
            std::fputs("terminate called after throwing an instance of 'std::out_of_range'\n  what():  see the list below\n", stderr);
            std::abort();
        });
    }
}
