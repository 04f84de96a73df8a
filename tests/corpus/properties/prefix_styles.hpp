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

enum style_trait : unsigned {
    nothing_special = 0,
    tells_rank = 1,
    tells_source = 2,     // lines of several sources can be told apart by it
    starts_anew = 4,      // behind it a line is read as if nothing stood before
    tells_level = 8,      // says of each line that it is an error
    needs_utf8 = 16,      // cannot hold other bytes
    needs_plain_end = 32  // changes a line that holds '\r'
};

struct prefix_style {
    char const* name;
    unsigned traits;
    // Writes one line of the source that has the number given.
    std::string (*write)(std::string_view line, int source, random_engine& random);

    [[nodiscard]] constexpr bool has(style_trait trait) const noexcept { return (traits & trait) != 0; }
};

[[nodiscard]] std::span<prefix_style const> prefix_styles() noexcept;

}  // namespace task_agent::properties
