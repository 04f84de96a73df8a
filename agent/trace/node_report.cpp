#include "node_report.hpp"

#include "task_agent/trace/grammars/erlang/erlang_lines.hpp"

#include <string_view>

namespace task_agent::trace {
namespace {

bool is_end_of_node(found_trace const& trace) noexcept {
    if (trace.exception.language != "erlang") return false;
    std::string_view const first = std::string_view(trace.text).substr(0, trace.text.find('\n'));
    return erlang::is_boot_term(first) || erlang::is_slogan(first);
}

bool is_report(found_trace const& trace) noexcept {
    std::string_view const why = trace.exception.message;
    bool const follows_from_another = why.starts_with("{shutdown") || why.starts_with("{{shutdown");
    return trace.exception.language == "erlang" && trace.role == trace_role::detached &&
           trace.handled == handling::error && !follows_from_another;
}

}  // namespace

found_trace const* report_before(found_trace const& end, std::span<found_trace const> traces) noexcept {
    if (!is_end_of_node(end)) return nullptr;
    found_trace const* report = nullptr;
    for (found_trace const& trace : traces) {
        if (trace.source == end.source && trace.last_line < end.first_line && is_report(trace))
            report = &trace;
    }
    return report;
}

}  // namespace task_agent::trace
