// `explain`: what `run` would have reported of a log that is already there (contract 1).
//
// The same watch over the bytes and the same diagnosis, with one stream and no clock. Without an exit code
// only a trace that stands out by itself is a cause, and a log whose last line speaks of success has none far
// above it; with one the answer is that of `run`: nothing for 0, and for any other code also the line that
// most likely tells.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/failure.hpp"
#include "task_agent/trace/failure_rules.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct explain_options {
    std::vector<std::string> secrets;  // values that are masked in what is printed
    trace::failure_rules rules;        // of --failure-rules; none is fine
    std::size_t stack_limit = 0;       // bytes
    std::optional<int> exit_code;      // of the command, as a shell tells it; an old log does not say
};

struct explanation {
    std::optional<failure_report> failure;  // nothing when the log tells of none
    // What was raised last and not logged, "ValueError: bad" with its line in the log, where the log goes on
    // to an end that speaks of no failure and nobody said how the command ended; empty otherwise.
    std::string gone_on_from;
};

// Reads the descriptor to its end, blocking. errc::bad_input where it is no plain text, with what it is and
// how `name` ("-": stdin) can be read.
[[nodiscard]] result<explanation> explain_log(int fd, std::string const& name,
                                              explain_options const& options);

// Cause, category, hint, retryable and stack, for a person; ends with a newline.
[[nodiscard]] std::string explanation_text(failure_report const& report);

}  // namespace task_agent
