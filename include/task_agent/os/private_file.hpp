// A file for one reader, whole or not there at all.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/user_ids.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace task_agent::os {

// Writes `text` beside `path` and moves it there, with mode 0600; folders above are made where they are
// missing (0755). With `owner` the file is theirs. An error names the file, and nothing of it is left.
[[nodiscard]] result<> write_private_file(std::string const& path, std::string_view text,
                                          std::optional<user_ids> owner = {});

}  // namespace task_agent::os
