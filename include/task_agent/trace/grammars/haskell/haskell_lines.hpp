// The lines of Haskell's runtime and compiler that say all in themselves, taken apart. Pure; no state.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::haskell {

inline constexpr std::size_t longest_program = 64;

struct one_line {
    std::string_view type;
    std::string_view message;
    std::string_view file;
    int line = 0;
    std::string_view function;
    trace_role role = trace_role::notice;
    bool is_shown = false;  // without the program's name, by one that caught it: the path stands there
};

// "app: divide by zero", "app: BadPort 80 \"http\"". `may_be_label`: its first word is what launchers put
// before each line: "node3: Word [x]" is no exception.
[[nodiscard]] std::optional<one_line> parse_line(std::string_view line, bool may_be_label = false) noexcept;
// What follows when a limit of memory was reached: "app: Use `+RTS -M<size>' to increase it."
[[nodiscard]] bool is_advice(std::string_view line) noexcept;
// "Shop.hs:3:5: error: [GHC-88464] Variable not in scope: y"; the message may stand below it instead.
[[nodiscard]] std::optional<one_line> parse_complaint(std::string_view line) noexcept;
// "  |", "3 | main = f", "  |        ^"
[[nodiscard]] bool is_excerpt(std::string_view line) noexcept;

}  // namespace task_agent::trace::haskell
