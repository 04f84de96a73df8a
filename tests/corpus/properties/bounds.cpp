#include "bounds.hpp"

#include "task_agent/run/output_watch.hpp"

#include "content.hpp"
#include "counting_new.hpp"
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>

namespace task_agent::properties {
namespace {

constexpr std::size_t giant = 10u << 20;       // bytes of a line
constexpr std::size_t most_memory = 2u << 20;  // whatever the lines
constexpr std::size_t short_log = 1u << 20;    // bytes
constexpr std::size_t usual_line = 8u << 10;   // long enough to be dear, if anything is
constexpr double most_growth = 2.5;            // of the cost of a byte: a square would be four or eight
constexpr double unmeasurable = 0.004;         // seconds

double thread_seconds() {
    ::timespec t{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

// Lines of the content, each `line` bytes long.
void read(output_watch& watch, std::string const& content, std::size_t size, std::size_t line) {
    for (std::size_t at = 0; at < size; at += line) {
        for (std::size_t in = 0; in < line; in += content.size())
            watch.on_bytes(std::string_view(content).substr(0, std::min(content.size(), line - in)), {});
        watch.on_bytes("\n", {});
    }
}

double seconds_for(std::string const& content, std::size_t size, std::size_t line) {
    double best = 1e9;
    // others use the machine too: the shortest of three
    for (int i = 0; i < 3; ++i) {
        output_watch watch;
        double const began = thread_seconds();
        read(watch, content, size, line);
        watch.finish({});
        best = std::min(best, thread_seconds() - began);
    }
    return best;
}

}  // namespace

bool memory_is_bounded(std::uint64_t seed) {
    random_engine random(seed);
    std::size_t most = 0;
    for (std::size_t kind = 0; kind < content_kinds; ++kind) {
        std::string const content = hard_content(kind, random);
        std::size_t const before = live_bytes();
        forget_highest();
        output_watch watch;
        read(watch, content, giant, giant);
        read(watch, content, giant, giant);
        watch.finish({});
        most = std::max(most, highest_bytes() - before);
    }
    std::printf("memory: %zu KiB at most for lines of %zu MiB, of %zu kinds; %zu KiB allowed\n", most >> 10,
                giant >> 20, content_kinds, most_memory >> 10);
    return most <= most_memory;
}

bool time_is_linear(std::uint64_t seed) {
    random_engine random(seed);
    bool good = true;
    double worst = 0;
    double slowest = 0;
    for (std::size_t kind = 0; kind < content_kinds; ++kind) {
        std::string const content = hard_content(kind, random);
        double const once = seconds_for(content, short_log, usual_line);
        double const longer_log = seconds_for(content, 4 * short_log, usual_line) / 4;
        double const longer_lines = seconds_for(content, short_log, 8 * usual_line);
        double const growth = std::max(longer_log, longer_lines) / std::max(once, unmeasurable);
        worst = std::max(worst, growth);
        slowest = std::max(slowest, std::max(once, longer_lines));
        if (growth <= most_growth) continue;
        std::printf(
            "time: content %zu (\"%s...\") costs %.1f ms a MiB in lines of %zu KiB, %.1f in four times as "
            "many, %.1f in lines of %zu KiB\n",
            kind, content.substr(0, 16).c_str(), once * 1e3, usual_line >> 10, longer_log * 1e3,
            longer_lines * 1e3, 8 * usual_line >> 10);
        good = false;
    }
    std::printf(
        "time: a byte costs at most %.1f times as much in longer logs and lines, %.1f allowed; the dearest "
        "MiB %.1f ms\n",
        worst, most_growth, slowest * 1e3);
    return good;
}

}  // namespace task_agent::properties
