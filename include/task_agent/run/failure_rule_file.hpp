// --failure-rules FILE: the user's rules of known failures, read once at the start (contract 3).
#pragma once

#include "task_agent/config/loader.hpp"
#include "task_agent/trace/failure_rules.hpp"

namespace task_agent {

// The rules of the file that the option names, and no rules when it names none. A file that cannot be read is
// a problem too; each problem names the option, its source and what is allowed. A pipe is waited for at most
// some seconds.
[[nodiscard]] trace::parsed_failure_rules read_failure_rules(effective_value const& option);

}  // namespace task_agent
