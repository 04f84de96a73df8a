#include "task_agent/trace/found_traces.hpp"

#include "task_agent/base/plain_text.hpp"
#include "task_agent/trace/child_trace.hpp"
#include "task_agent/trace/line_prefix.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace task_agent::trace {
namespace {

std::size_t size_of(found_trace const& trace) noexcept {
    return sizeof trace + trace.text.size() + trace.exception.message.size();
}

// Whether the process that printed both printed nothing between them.
bool is_next(found_trace const& before, found_trace const& trace, line_history const& history) {
    if (before.source != trace.source || before.prefix.empty() != trace.prefix.empty()) return false;
    if (before.last_line + 1 == trace.first_line) return true;
    if (trace.source.empty()) return false;
    std::uint64_t others = 0;
    history.for_each([&](line_history::seen_line line, bool) {
        if (line.number <= before.last_line || line.number >= trace.first_line) return;
        std::string_view const prefix = line.text.substr(0, find_prefix(line.text).end());
        if (to_plain_text(line_prefix(prefix).tags()) != trace.source) ++others;
    });
    return others + before.last_line + 1 == trace.first_line;
}

}  // namespace

void found_traces::keep(found_trace trace, line_history const& history) {
    auto const same = std::find_if(found_.rbegin(), found_.rend(),
                                   [&](found_trace const& other) { return other.source == trace.source; });
    if (same != found_.rend() && is_next(*same, trace, history)) {
        std::size_t const bytes = size_of(*same);
        if (join_child(*same, trace)) {
            bytes_ -= bytes;
            found_.erase(std::next(same).base());
        }
    }
    bytes_ += size_of(trace);
    auto const place =
        std::upper_bound(found_.begin(), found_.end(), trace.first_line,
                         [](std::uint64_t line, auto const& other) { return line < other.first_line; });
    found_.insert(place, std::move(trace));
    while (found_.size() > 1 && (found_.size() > first_kept + last_kept || bytes_ > most_bytes)) {
        // From the middle; the last one, which may be the reason of the end, never goes.
        auto const victim =
            found_.begin() + static_cast<std::ptrdiff_t>(std::min(first_kept, found_.size() - 2));
        bytes_ -= size_of(*victim);
        found_.erase(victim);
        ++dropped_;
    }
}

}  // namespace task_agent::trace
