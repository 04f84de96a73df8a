// The secrets of a run: what stands in its environment, what was fetched for it, the tokens it uses (contract
// 5.2). Control thread.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// None rather than an empty set: then nothing is even looked at.
[[nodiscard]] std::shared_ptr<secret_set const> made_secret_set(std::vector<std::string> const& values);

// Masked from now on: what was printed before has been kept as it was.
void keep_secret(task_state& s, std::string const& value);

}  // namespace task_agent
