// The kinds of lines a JVM stack trace is made of. Pure; no state.
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::java {

// "java.lang.IllegalStateException: no port", with what stands before it taken off.
struct thrown_line {
    std::string_view type;
    std::string_view message;
    std::string_view thread;  // of "Exception in thread "main" ..."
    std::string_view before;  // text of the program on the same line
};

// `\tat java.base/java.util.Map.get(Map.java:12)`; the indentation may be any.
[[nodiscard]] std::optional<stack_frame> parse_frame(std::string_view line);
[[nodiscard]] bool is_frame(std::string_view line) noexcept;
// The line that a printed Throwable begins with. `is_certain`: the place says that it must be one, so that
// its type need not look like an exception's.
[[nodiscard]] std::optional<thrown_line> parse_thrown(std::string_view line, bool is_certain) noexcept;
// The same behind text of the program: "cannot start: java.io.IOException: no disk". Only directly above a
// frame.
[[nodiscard]] std::optional<thrown_line> parse_thrown_behind_text(std::string_view line) noexcept;
// "Exception in thread "main" ...": nothing else begins so.
[[nodiscard]] bool is_uncaught(std::string_view line) noexcept;
// The part of the line that begins so, behind output that the program did not end: `3 rowsException in thread
// "main" ...`; else the whole line.
[[nodiscard]] std::string_view from_uncaught(std::string_view line) noexcept;
// Text behind "Caused by: " or "Suppressed: ", and whether it stands below another suppressed one.
struct link_line {
    std::string_view thrown;
    bool is_cause = false;
    bool is_nested = false;
};
[[nodiscard]] std::optional<link_line> parse_link(std::string_view line) noexcept;
// "\t... 12 more", "\t... 3 common frames omitted", and where the frames of a coroutine were joined.
[[nodiscard]] bool is_rest(std::string_view line) noexcept;

}  // namespace task_agent::trace::java
