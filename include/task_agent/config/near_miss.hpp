// Which of the known names was probably meant: for the sentence about an unknown one.
#pragma once

#include <span>
#include <string_view>

namespace task_agent {

// The candidate with the fewest single-character edits (a swap of neighbours is one), or empty when none is
// within a third of the name's length: a wrong guess helps less than none.
[[nodiscard]] std::string_view near_miss(std::string_view name, std::span<std::string_view const> candidates);

}  // namespace task_agent
