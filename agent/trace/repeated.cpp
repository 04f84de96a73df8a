#include "repeated.hpp"

#include "task_agent/trace/trace_weight.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

bool is_apart(found_trace const& a, found_trace const& b) noexcept {
    return a.last_line + 1 < b.first_line || b.last_line + 1 < a.first_line;
}

bool is_same_failure(found_trace const& a, found_trace const& b) noexcept {
    auto const& mine = a.exception;
    auto const& its = b.exception;
    // who waited for the other says so
    if (is_cascade(a) != is_cascade(b)) return false;
    if (a.source != b.source || mine.frames.size() != its.frames.size()) return false;
    if (mine.frames.empty()) return mine.type == its.type && b.handled != handling::none;
    // logged, and raised at last
    if ((a.handled == handling::none) != (b.handled == handling::none)) return false;
    stack_frame const& here = mine.frames.back();
    stack_frame const& there = its.frames.back();
    return here.file == there.file && here.line == there.line && here.function == there.function;
}

}  // namespace

bool is_repeated(found_trace const& trace, std::span<found_trace const> traces) noexcept {
    return std::any_of(traces.begin(), traces.end(), [&](found_trace const& other) {
        return is_apart(trace, other) && is_same_failure(trace, other);
    });
}

}  // namespace task_agent::trace
