// One line of a native stack, in the words of those who print one: backtrace_symbols, glog and Abseil, gdb,
// lldb, libtorch, boost::stacktrace and std::stacktrace, backward-cpp, cpptrace, UCX and Open MPI. Pure.
#pragma once

#include "task_agent/core/failure.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace task_agent::trace::native {

// File is the source file, or the module where no source is told. Function is as printed, without offset.
[[nodiscard]] std::optional<stack_frame> parse_frame(std::string_view line);
// "./prog(work+0x1a) [0x55d0]": what nobody prints but backtrace_symbols.
[[nodiscard]] std::optional<stack_frame> parse_symbol(std::string_view line);
// "Stack trace:", "Backtrace (most recent call first):", "=== backtrace (tid: 7) ===".
[[nodiscard]] bool is_stack_header(std::string_view line) noexcept;
// backward-cpp's excerpts of the source and registers, which stand between frames.
// "\tat shop.f90:12", below the frame it belongs to; without a function.
[[nodiscard]] std::optional<stack_frame> parse_place_below(std::string_view line);
[[nodiscard]] bool is_between_frames(std::string_view line) noexcept;

// Takes away what handled the signal or raised the abort: the first frames, up to the one that did it. All
// stay where nothing else is there. Innermost first. `by_signal`: a handler of a crash printed them.
void shed_machinery(std::vector<stack_frame>& frames, bool by_signal);

}  // namespace task_agent::trace::native
