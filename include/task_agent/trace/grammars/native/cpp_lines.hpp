// The first lines of what C and C++ programs say when they abort. Pure; no state.
#pragma once

#include "task_agent/core/failure.hpp"
#include "task_agent/trace/trace.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace task_agent::trace::cpp {

enum class form : std::uint8_t {
    exception,   // "  what():  " follows
    terminated,  // std::terminate, with all said in its line
    check,       // glog's, Abseil's, somebody's own
    aborted,     // of libc or a library, one line
    old_abort,   // glibc before 2.26: a backtrace and a memory map follow
    debug_mode,  // libstdc++'s: sections follow, the message behind "Error: "
    boost_info,  // boost::diagnostic_information: lines of it follow
};

struct first_line {
    form kind = form::aborted;
    std::string_view type{};
    std::string_view message{};
    trace_role role = trace_role::native_crash;
    std::string_view file{};
    int line = 0;
    std::string_view function{};
};

[[nodiscard]] std::optional<first_line> parse_first(std::string_view line) noexcept;

// Its parts.
[[nodiscard]] std::optional<first_line> parse_assertion(std::string_view line) noexcept;
[[nodiscard]] std::optional<first_line> parse_check(std::string_view line) noexcept;
[[nodiscard]] std::optional<first_line> parse_abort(std::string_view line) noexcept;
[[nodiscard]] std::optional<first_line> parse_loader(std::string_view line) noexcept;
[[nodiscard]] std::optional<first_line> parse_terminate(std::string_view line) noexcept;

// "x.cpp:12", "x.cpp(12)", "x.cpp:12:3" of one word.
struct place {
    std::string_view file{};
    int line = 0;
};
[[nodiscard]] std::optional<place> parse_place(std::string_view text) noexcept;

// "ns::error: text", "uncaught exception 'ns::error': text": what was raised, as far as it looks like a type.
struct said {
    std::string_view type{};
    std::string_view message{};
};
[[nodiscard]] std::optional<said> parse_said(std::string_view text) noexcept;

}  // namespace task_agent::trace::cpp
