// Whole texts to stdout and stderr with write(2): no stream library on the way of a start that must be quick.
#pragma once

#include "task_agent/base/log.hpp"

#include <string_view>

namespace task_agent::cli {

// Returns the exit code: 0, or agent_failure with a message when stdout takes no more (a full disk, a closed
// pipe).
[[nodiscard]] int print(std::string_view text);

// "task-agent: text" and a newline on stderr; a text of several lines is made one.
void complain(std::string_view text);

// For the logger of commands that have no workload.
class stderr_sink final : public log_sink {
public:
    void write_line(std::string_view line) override;
};

}  // namespace task_agent::cli
