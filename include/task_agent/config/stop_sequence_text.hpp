// "USR1:30s,TERM:8s": the rungs of the stop ladder as people write them (contract 4).
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/stop_rung.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace task_agent {

// One to eight rungs SIGNAL:DURATION, with or without "SIG" in front, also numbers and RTMIN+N. The error
// names the rung and what is allowed.
[[nodiscard]] result<std::vector<stop_rung>> parse_stop_sequence(std::string_view text);

// One signal in the same spelling. Nothing for what is none, and for SIGKILL and SIGSTOP, which no program
// can act upon.
[[nodiscard]] std::optional<int> parse_stop_signal(std::string_view text);

}  // namespace task_agent
