// The kinds of lines the reports of sanitizers are made of. Pure; no state.
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::sanitizer {

inline constexpr std::string_view runtime_error = ": runtime error: ";

// "==12==ERROR: AddressSanitizer: heap-use-after-free on ...": from the name on; empty for anything else.
[[nodiscard]] std::string_view headline(std::string_view line) noexcept;
// "==12==ABORTING" without the number of the process; empty for anything else.
[[nodiscard]] std::string_view behind_pid(std::string_view line) noexcept;
[[nodiscard]] bool is_border(std::string_view line) noexcept;
[[nodiscard]] bool is_deadly_signal(std::string_view line) noexcept;

struct bug {
    std::string_view kind;
    std::string_view rest;
    bool is_prose = false;  // the summary names it better
};
[[nodiscard]] bug parse_bug(std::string_view headline) noexcept;
// Of "SUMMARY: AddressSanitizer: bad-free x.c:3 in f": the kind.
[[nodiscard]] std::string_view summary_kind(std::string_view line) noexcept;

[[nodiscard]] bool is_frame(std::string_view line) noexcept;
[[nodiscard]] stack_frame parse_frame(std::string_view line);
// What stands between the stacks of a report.
[[nodiscard]] bool is_section(std::string_view line) noexcept;
[[nodiscard]] bool is_shadow(std::string_view line) noexcept;
// Behind the summary of libFuzzer: "artifact_prefix=...", "Base64: ...".
[[nodiscard]] bool is_artifact(std::string_view line) noexcept;

// "x.c:3:5: runtime error: ...": the place.
[[nodiscard]] std::optional<stack_frame> undefined_behaviour(std::string_view line);
// "ubsan: add-overflow by 0x55d0": the kind, of the minimal runtime.
[[nodiscard]] std::string_view minimal_kind(std::string_view line) noexcept;

}  // namespace task_agent::trace::sanitizer
