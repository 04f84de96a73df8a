// What the program says of a log: by the same parts, in the same order, as `task-agent explain`.
#pragma once

#include "task_agent/core/exit_status.hpp"
#include "task_agent/core/failure.hpp"
#include "task_agent/trace/trace.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace task_agent::properties {

// A piece of a log: its text as often as said, which came so many seconds after the start. What is large is
// never held as a whole.
struct part {
    std::string text;
    std::uint64_t times = 1;
    int second = 0;
};
using timed_log = std::vector<part>;

struct answer {
    std::optional<trace::found_trace> chosen;  // which trace, or none
    std::size_t traces = 0;                    // that were found
    std::string explanation;                   // everything that explain prints
};

// Draws the size of the next chunk; empty = each part's text at once.
using chunk_sizes = std::function<std::size_t()>;

// `exit`: how the command ended, where that is known: with it the answer is that of `run`.
[[nodiscard]] answer answer_to(timed_log const& log, chunk_sizes const& next_size = {},
                               std::optional<exit_status> exit = {});

// In what the two differ, in one line; empty where they agree on the trace: type, message, frames, chain,
// text. `rank`: what the second one must have, if anything is expected of it.
[[nodiscard]] std::string difference(answer const& plain, answer const& other, std::optional<int> rank);

}  // namespace task_agent::properties
