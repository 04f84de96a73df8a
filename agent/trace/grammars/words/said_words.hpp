// What a line says of a failure, and how loud: behind its prefix, or in the message of a record. Pure; a view
// into the line.
#pragma once

#include "task_agent/trace/prefix.hpp"

#include <string_view>

namespace task_agent::trace {

struct said_words {
    std::string_view text;
    log_level level = log_level::none;
};
[[nodiscard]] said_words words_of(std::string_view line) noexcept;

}  // namespace task_agent::trace
