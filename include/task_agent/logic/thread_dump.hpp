// What a runtime printed when it was asked for its stacks, cut to what a person reads (contract 9). Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace task_agent {

// Blocks of lines between blank ones, as the JVM prints them: those with frames stay, "main" and a deadlock
// go to the end, because the end is what screens show. Text without such blocks comes back as it is, cut to
// its last lines. Whole lines; `limit` in bytes.
[[nodiscard]] std::string fit_thread_dump(std::string_view text, std::size_t limit);

}  // namespace task_agent
