// What a program says of one thing after another, it goes on from: "error: bag 3 is not there", other lines,
// and the same of bag 5. Pure; linear in the lines that are kept.
#pragma once

#include "task_agent/trace/line_history.hpp"

#include <cstdint>
#include <string_view>

namespace task_agent::trace {

// The same but for numbers, with the same beginning but for numbers, or with most words the same.
[[nodiscard]] bool is_said_alike(std::string_view a, std::string_view b) noexcept;

// How often a line like the one of this number stands there, itself included, with other lines between some
// of them and another one behind the last; else 0.
[[nodiscard]] std::size_t times_said(line_history const& own, std::uint64_t number);

}  // namespace task_agent::trace
