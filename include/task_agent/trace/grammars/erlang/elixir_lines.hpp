// The lines of which Elixir's traces are made, taken apart. Pure; no state.
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::elixir {

inline constexpr std::string_view opening = "** (";

struct raised {
    std::string_view type;
    std::string_view message;
};

// "** (KeyError) key :a not found"
[[nodiscard]] std::optional<raised> parse_raised(std::string_view line) noexcept;
// "file.ex:3: Mod.fun/2", "(app 1.0) lib/file.ex:3: Mod.fun/2"; a call into Erlang has no place.
[[nodiscard]] std::optional<stack_frame> parse_frame(std::string_view text);
[[nodiscard]] bool is_call(std::string_view text) noexcept;
// "[error] Task #PID<0.103.0> started from #PID<0.96.0> terminating", "[error] GenServer Shop terminating"
[[nodiscard]] bool is_report(std::string_view line) noexcept;
// What such a report says of the process behind its stack.
[[nodiscard]] bool is_fact_of_process(std::string_view line) noexcept;
[[nodiscard]] bool is_of_compiler(std::string_view type) noexcept;
[[nodiscard]] bool is_compilation(std::string_view line) noexcept;
// "  1) test adds up (ShopTest)", of ExUnit; the name is behind "test ".
[[nodiscard]] std::optional<std::string_view> failed_test(std::string_view line) noexcept;

}  // namespace task_agent::trace::elixir
