// Whether somebody may make files in a folder.
#pragma once

#include <sys/types.h>

#include <string>

namespace task_agent::os {

// By the folder's owner and mode, as path_resolution(7) has it, without groups and access lists: a folder
// that only those open is no. For our own user the kernel is asked, which also knows read-only file systems.
[[nodiscard]] bool may_write_in(std::string const& folder, uid_t user) noexcept;

}  // namespace task_agent::os
