// The lines that .NET and Mono print of an exception. Pure; no state; views into the line.
#pragma once

#include <optional>
#include <string_view>

namespace task_agent::trace::dotnet {

inline constexpr std::string_view fail_fast = "Process terminated. ";
inline constexpr std::string_view mono_fail_fast = "CLR: Managed code called FailFast, saying \"";
inline constexpr std::string_view overflow = "Stack overflow.";

struct named {
    std::string_view type;
    std::string_view message;
};

// "System.Net.Sockets.SocketException (111): Connection refused": the type is told without the number.
[[nodiscard]] std::optional<named> split_type(std::string_view text) noexcept;
// Of a line that the program wrote: the class is the first word that says so itself.
[[nodiscard]] std::optional<named> find_type(std::string_view line) noexcept;
// "ConfigError: cannot load": a name that only ends like an error's, at the start of the line.
[[nodiscard]] std::optional<named> find_own_type(std::string_view line) noexcept;

[[nodiscard]] bool is_frame(std::string_view line) noexcept;
// As a logger prints it, which may indent it deeper: in a form that no other language has.
[[nodiscard]] bool is_logged_frame(std::string_view line) noexcept;
// What the runtime says when it gives up itself.
[[nodiscard]] bool is_of_runtime(std::string_view line) noexcept;

struct placed_call {
    std::string_view function;
    std::string_view file;
    int line = 0;
};
// "at A.B (T x) [0x0004d] in /app/x.cs:19", "at A.B(T x) in /app/x.cs:line 19"
[[nodiscard]] placed_call parse_frame(std::string_view text) noexcept;

// "crit: Shop.Job[0]", above a message and what was raised, both indented.
[[nodiscard]] bool is_record_head(std::string_view line) noexcept;
// What a record of level ERROR or above says.
[[nodiscard]] std::optional<std::string_view> error_record(std::string_view line) noexcept;

}  // namespace task_agent::trace::dotnet
