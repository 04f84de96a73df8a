// What a runtime has to be told so that it says more when it fails: variables that a workload gets where it
// has none of its own (contract 9, --no-runtime-env).
//
// PYTHONFAULTHANDLER=1 (Python prints its stacks when a signal kills it), RUST_BACKTRACE=1 (a panic shows its
// frames), TORCHELASTIC_ERROR_FILE (the process that fails first leaves its traceback there). One that is
// set, be it to nothing, stays as it is.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace task_agent {

// Adds them to `environment`. The error file is named in the first of `places` that `user` may write to, and
// not made: whoever writes it makes it. Returned: its path, to be removed at the end, or empty where the
// variable was set or no place was found.
[[nodiscard]] std::string add_runtime_variables(std::vector<std::string>& environment,
                                                std::vector<std::string> const& places, uid_t user);

}  // namespace task_agent
