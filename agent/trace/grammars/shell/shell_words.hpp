// What the readers of a shell's lines and of a trap's share. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace task_agent::trace::shell {

inline constexpr std::size_t longest_name = 256;
inline constexpr std::string_view failed = "command failed";

// By the ending that scripts have: "run.sh".
[[nodiscard]] bool is_script(std::string_view name) noexcept;
// Of a shell's message: "command not found", "syntax error"; empty where its words are none that are known.
[[nodiscard]] std::string_view type_of(std::string_view message) noexcept;
// Of what bash says of a sum, "08: value too great for base (error token is "08")".
[[nodiscard]] std::string_view type_of_sum(std::string_view message) noexcept;
// "FOO: must be set", of ${FOO:?must be set}.
[[nodiscard]] bool names_variable(std::string_view message) noexcept;

}  // namespace task_agent::trace::shell
