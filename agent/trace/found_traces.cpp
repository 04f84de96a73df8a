#include "task_agent/trace/found_traces.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/trace_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace task_agent::trace {
namespace {

std::size_t size_of(found_trace const& trace) noexcept {
    return sizeof trace + trace.text.size() + trace.exception.message.size();
}

// The level of a line is not what was raised, though it stands in the same place. In some languages a class
// has that name.
void name_level(exception_info& e) {
    constexpr std::array<std::string_view, 7> levels = {"error",  "fatal", "critical", "severe",
                                                        "failed", "alert", "emergency"};
    constexpr std::array<std::string_view, 3> with_class = {"node", "php", "python"};
    bool const is_class =
        e.type == "Error" && std::find(with_class.begin(), with_class.end(), e.language) != with_class.end();
    bool const is_level = std::any_of(levels.begin(), levels.end(), [&](std::string_view level) {
        return e.type.size() == level.size() && begins_alike(e.type, level);
    });
    if (is_level && !is_class) e.type = "error";
}

}  // namespace

bool found_traces::are_too_long() const noexcept {
    std::size_t const last = found_.back().text.size();
    return bytes_ > most_bytes + (last - std::min(last, trace_text::least_room));
}

void found_traces::keep(found_trace trace) {
    name_level(trace.exception);
    bytes_ += size_of(trace);
    auto const place =
        std::upper_bound(found_.begin(), found_.end(), trace.first_line,
                         [](std::uint64_t line, auto const& other) { return line < other.first_line; });
    found_.insert(place, std::move(trace));
    for (std::size_t i = 0; i + 1 < found_.size() && are_too_long(); ++i) {
        bytes_ -= size_of(found_[i]);
        found_[i].text = trace_text::shortened(found_[i].text, found_[i].cut_lines);
        bytes_ += size_of(found_[i]);
    }
    while (found_.size() > 1 && (found_.size() > first_kept + last_kept || are_too_long())) {
        // From the middle; the last one, which may be the reason of the end, never goes.
        auto const victim =
            found_.begin() + static_cast<std::ptrdiff_t>(std::min(first_kept, found_.size() - 2));
        bytes_ -= size_of(*victim);
        found_.erase(victim);
        ++dropped_;
    }
}

}  // namespace task_agent::trace
