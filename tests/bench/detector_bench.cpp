// How fast the detector reads a healthy workload's log: MB/s of one core, for several kinds of lines. A log
// of 64 MiB is made in memory and read several times, in chunks as a pump hands them over; the best and the
// median are printed.
//
// usage: bench_detector [ROUNDS [KIND]]     KIND: a part of the name of what is measured alone
#include "task_agent/logic/line_splitter.hpp"
#include "task_agent/trace/detector.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace ta = task_agent;
namespace tr = task_agent::trace;

namespace {

constexpr std::size_t log_size = 64u << 20;
constexpr std::size_t chunk_size = 64u << 10;

std::string made_of(std::function<std::string(std::mt19937&, int)> const& line_of) {
    std::mt19937 engine(7);
    std::string log;
    log.reserve(log_size + 4096);
    for (int i = 0; log.size() < log_size; ++i)
        log += line_of(engine, i) + "\n";
    return log;
}

std::string numbers(std::mt19937& random, int step) {
    auto const engine = [&] { return static_cast<unsigned>(random()); };
    char text[160];
    std::snprintf(text, sizeof text,
                  "step %d/100000 loss %.4f lr %.2e grad_norm %.3f tokens/s %u mem 41.%u GiB eta 3:%02u:%02u",
                  step, (engine() % 10000) / 3000.0, 1e-4, (engine() % 1000) / 100.0, engine() % 100000,
                  engine() % 10, engine() % 60, engine() % 60);
    return text;
}

std::string padded(std::string line, std::size_t size) {
    line.resize(std::max(size, line.size()), 'x');
    return line;
}

double measure(std::string const& log, bool with_detector, std::size_t& found) {
    auto const began = std::chrono::steady_clock::now();
    ta::line_splitter splitter;
    tr::detector detector;
    std::size_t bytes = 0;
    ta::output_line line;
    for (std::size_t at = 0; at < log.size(); at += chunk_size) {
        splitter.feed(std::string_view(log).substr(at, chunk_size));
        while (splitter.next(line)) {
            if (with_detector) {
                detector.on_line(line.text, began);
            } else {
                bytes += line.text.size();
            }
        }
    }
    detector.finish();
    found = detector.found().size() + (bytes == 1 ? 1 : 0);
    return static_cast<double>(log.size()) / 1e6 /
           std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int main(int argc, char** argv) {
    int const rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    struct kind {
        char const* name;
        std::function<std::string(std::mt19937&, int)> line;
    };
    std::vector<kind> const kinds = {
        {"100-byte lines of text", [](std::mt19937& e, int i) { return padded(numbers(e, i), 99); }},
        {"100-byte lines with time stamp and level",
         [](std::mt19937& e, int i) {
             return padded("2026-11-22 12:00:00,123 INFO app.train: " + numbers(e, i).substr(0, 50), 99);
         }},
        {"rank tags and times",
         [](std::mt19937& e, int i) {
             return "[rank" + std::to_string(e() % 8) + "]: 2026-11-22 12:00:00 INFO " + numbers(e, i);
         }},
        {"JSON records of 200 bytes",
         [](std::mt19937& e, int i) {
             return padded(
                        "{\"ts\":\"2026-11-22T12:00:00.123Z\",\"level\":\"info\",\"msg\":\"" + numbers(e, i),
                        197) +
                    "\"}";
         }},
        {"lines that speak of errors",
         [](std::mt19937& e, int i) { return "step " + std::to_string(i) + " error 0.1 " + numbers(e, i); }},
        {"short lines", [](std::mt19937& e, int) { return "ok " + std::to_string(e() % 1000); }},
    };
    std::string const only = argc > 2 ? argv[2] : "";
    for (kind const& k : kinds) {
        if (std::string(k.name).find(only) == std::string::npos) continue;
        std::string const log = made_of(k.line);
        std::vector<double> with;
        std::vector<double> without;
        std::size_t found = 0;
        for (int i = 0; i < rounds; ++i) {
            without.push_back(measure(log, false, found));
            with.push_back(measure(log, true, found));
        }
        std::sort(with.begin(), with.end());
        std::sort(without.begin(), without.end());
        std::printf("%-42s %6.0f MB/s median, %6.0f best (lines alone %6.0f), %zu traces\n", k.name,
                    with[with.size() / 2], with.back(), without[without.size() / 2], found);
    }
}
