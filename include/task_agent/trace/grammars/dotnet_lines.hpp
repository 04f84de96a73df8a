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

[[nodiscard]] bool is_frame(std::string_view line) noexcept;
// As a logger prints it, which may indent it deeper: in a form that no other language has.
[[nodiscard]] bool is_logged_frame(std::string_view line) noexcept;
// What the runtime says when it gives up itself.
[[nodiscard]] bool is_of_runtime(std::string_view line) noexcept;

}  // namespace task_agent::trace::dotnet
