// Looks at a program that could not be started, and at the limits that apply (contract 4, "A start failure
// says why"). Only after a failure: it reads the file and the mount table.
#pragma once

#include "task_agent/core/program_facts.hpp"
#include "task_agent/core/user_ids.hpp"

#include <string>
#include <vector>

namespace task_agent::os {

// `path` as exec was given it, relative ones seen from `folder` (empty: the working directory). `user`: who
// was to run it. Access control lists are not looked into: what only they forbid is denied without a reason.
[[nodiscard]] program_facts look_at_program(std::string const& path, std::string const& folder,
                                            user_ids user);

[[nodiscard]] argument_facts measure_arguments(std::vector<std::string> const& argv,
                                               std::vector<std::string> const& environment);

[[nodiscard]] process_limit_facts look_at_process_limits();

// The mount point that a file lies on, or empty when it is not mounted noexec.
[[nodiscard]] std::string noexec_mount_of(std::string const& path);

}  // namespace task_agent::os
