// What handlers of fatal signals, debuggers and shells say before they show a stack. Pure; no state.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace task_agent::trace::crash {

enum class strength : std::uint8_t {
    certain,  // words of a known handler: a crash even without a stack
    told,     // somebody's own words, a line of its own: a notice without a stack
    weak,     // counts only with a stack directly behind
    asked,    // by a signal that asks for a stack
};

struct crash_line {
    std::string_view type;     // "SIGSEGV", "Segmentation fault", "signal 11": as printed; may be empty
    std::string_view message;  // what is said besides
    strength how = strength::weak;
};

// "SIGSEGV", "Segmentation fault", "signal 11": the first that is named; empty where none is.
struct signal_word {
    std::string_view name;
    bool is_fatal = false;
};
[[nodiscard]] signal_word find_signal(std::string_view line) noexcept;

// What a header says besides the signal it begins with, without what closes it.
[[nodiscard]] std::string_view besides(std::string_view text, std::string_view signal) noexcept;

[[nodiscard]] std::optional<crash_line> parse_crash(std::string_view line) noexcept;
// SIGABRT: a consequence of what the program said before.
[[nodiscard]] bool is_abort(std::string_view type) noexcept;
// "Segmentation fault (core dumped)", alone on its line: what a shell says of its child.
[[nodiscard]] std::string_view shell_word(std::string_view line) noexcept;
// "Signal code: ...", "PC: @ ...", "Failing at address: ...": between the header and the frames.
[[nodiscard]] bool is_detail(std::string_view line) noexcept;
// Where gdb stopped, above the stack: "0x55d1 in work (p=0x0) at a.cpp:12", "12\t  use(p);"
[[nodiscard]] bool is_stop(std::string_view line) noexcept;
// "*** End of error message ***", a border of "="
[[nodiscard]] bool is_end(std::string_view line) noexcept;
// A line that may announce the stack below it, whatever it says.
[[nodiscard]] bool may_announce(std::string_view line) noexcept;

}  // namespace task_agent::trace::crash
