// What a line says of which only its signs are known (grammars/likely_line.hpp): the words without marks,
// levels, a place and the name of a class around them. Pure; views into the line.
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::closing {

struct guess_words {
    std::string_view type;  // empty where none is named
    std::string_view message;
    std::optional<stack_frame> where;
};

// `said`: behind the line's prefix.
[[nodiscard]] guess_words words_of_guess(std::string_view said);

// The place in a line below that: "  --> plan.toml:3:7", "    at plan.lua:12", "  (plan.rb:7)".
[[nodiscard]] std::optional<stack_frame> place_below(std::string_view line);

}  // namespace task_agent::trace::closing
