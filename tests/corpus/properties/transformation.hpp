// What may be done to a log without changing what is to be said of it.
#pragma once

#include "prefix_styles.hpp"
#include "subject.hpp"
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace task_agent::properties {

struct changed_log {
    timed_log log;
    std::string how;              // what was drawn, for whoever reads of a difference
    std::optional<int> rank;      // that must be found
    chunk_sizes next_size;        // how the bytes come
    bool explains_alike = false;  // all that explain prints is the same, not only the trace
};

// Why a case cannot survive a transformation, whatever is drawn: a rule, counted and printed.
struct by_nature {
    char const* reason;
};

// Logs that have nothing to say, as other sources of a stream.
using healthy_logs = std::vector<std::vector<std::string>>;

struct surroundings {
    healthy_logs const& healthy;
    random_engine& random;
    std::size_t round = 0;  // styles are gone through, one a round
};

inline constexpr char const* label_rule = "a label such as \"3: \" is one only at the start of a line";
inline constexpr char const* bars_rule = "a bar's states are one line for whoever wraps lines";
inline constexpr char const* outlived_rule =
    "an old log that goes on behind what was caught says that it was got over";

using changed = std::variant<changed_log, by_nature>;

struct transformation {
    char const* name;
    changed (*apply)(subject const& s, surroundings const& around);
    std::size_t rounds;       // of each case
    std::size_t slow_rounds;  // with checkers that make everything slow
    std::size_t stride;       // of so many cases one, where each costs much
    std::size_t slow_stride;
    bool with_exit;  // and once more with the exit code that `run` knows
};

[[nodiscard]] std::span<transformation const> transformations() noexcept;

// Lines of sources that are well; none speaks of an end.
[[nodiscard]] healthy_logs healthy_logs_of(std::vector<recorded_case> const& cases);

// Whether the line would tell, as a log's last one, how the process ended.
[[nodiscard]] bool speaks_of_end(std::string const& line);

// A line of no use: random bytes, text with invalid UTF-8 in it, or random printable signs.
[[nodiscard]] std::string noise_line(random_engine& random);

[[nodiscard]] changed in_single_bytes(subject const& s, surroundings const& around);
[[nodiscard]] changed in_random_chunks(subject const& s, surroundings const& around);
[[nodiscard]] changed with_prefixes(subject const& s, surroundings const& around);
[[nodiscard]] changed interleaved(subject const& s, surroundings const& around);
[[nodiscard]] changed among_noise(subject const& s, surroundings const& around);
[[nodiscard]] changed among_giant_lines(subject const& s, surroundings const& around);
[[nodiscard]] changed beside_giant_line(subject const& s, surroundings const& around);
[[nodiscard]] changed before_a_flood(subject const& s, surroundings const& around);

}  // namespace task_agent::properties
