// --env NAME=VALUE and --unset NAME: what the workload's environment has more or less than the agent's own
// (contract 1).
//
// Flags and nothing else: a variable or a config key could hold only one of several. Values are never
// repeated in messages.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/config/environment.hpp"
#include "task_agent/config/loader.hpp"

#include <vector>

namespace task_agent {

// Applies the flags named "env" and "unset" in the order given, so that the last word on a name counts; other
// flags are passed over. A variable that is set again keeps its place. The error names the flag and what is
// allowed.
[[nodiscard]] result<environment> edited_environment(environment const& from,
                                                     std::vector<flag_text> const& flags);

}  // namespace task_agent
