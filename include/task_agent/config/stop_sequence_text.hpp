// "USR1:30s,TERM:8s": the rungs of the stop ladder as people write them (contract 4).
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/stop_rung.hpp"

#include <string_view>
#include <vector>

namespace task_agent {

// One to eight rungs SIGNAL:DURATION, with or without "SIG" in front, also numbers and RTMIN+N. The error
// names the rung and what is allowed.
[[nodiscard]] result<std::vector<stop_rung>> parse_stop_sequence(std::string_view text);

}  // namespace task_agent
