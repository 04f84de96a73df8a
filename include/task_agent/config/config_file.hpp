// Which config file is read, and its text: --config, else TASK_AGENT_CONFIG, else /etc/task-agent/config.json
// if it exists (contract 1).
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/config/environment.hpp"
#include "task_agent/config/loader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace task_agent {

inline constexpr char default_config_path[] = "/etc/task-agent/config.json";

struct config_choice {
    std::string path;
    std::string named_by;  // `--config "x" (flag)`; empty for the default path
};

[[nodiscard]] config_choice choose_config_file(std::vector<flag_text> const& flags, environment const& env);

// The file's text; nothing when the default file does not exist. An error is one whole sentence. A file of
// more than 1 MiB is refused: it is no configuration.
[[nodiscard]] result<std::optional<std::string>> read_config_text(config_choice const& choice);

}  // namespace task_agent
