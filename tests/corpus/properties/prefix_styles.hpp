// What loggers, launchers and container runtimes put before each line, in every style that trace/prefix
// knows, made of random numbers.
#pragma once

#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace task_agent::properties {

using random_engine = std::mt19937_64;

// From low to high, both included; the same on every machine.
[[nodiscard]] inline std::uint64_t drawn(random_engine& random, std::uint64_t low, std::uint64_t high) {
    return low + random() % (high - low + 1);
}

// Writes one line of a source that has the number given.
struct prefix_style {
    char const* name;
    std::string (*write)(std::string_view line, int source, random_engine& random);
    bool tells_rank = false;
    bool tells_source = false;     // lines of several sources can be told apart by it
    bool is_label = false;         // a tag only at the very start of a line
    bool tells_level = false;      // says of each line that it is an error
    bool needs_utf8 = false;       // cannot hold other bytes
    bool needs_plain_end = false;  // changes a line that holds '\r'
};

[[nodiscard]] std::span<prefix_style const> prefix_styles() noexcept;

}  // namespace task_agent::properties
