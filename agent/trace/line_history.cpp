#include "task_agent/trace/line_history.hpp"

#include <algorithm>

namespace task_agent::trace {

std::optional<line_history::seen_line> line_history::back(std::size_t n,
                                                          line_prefix const& prefix) const noexcept {
    std::uint64_t const oldest = pushed_ - std::min<std::uint64_t>(pushed_, lines);
    for (std::uint64_t at = pushed_; at > oldest; --at) {
        entry const& e = entries_[(at - 1) % lines];
        if (e.begin + room < written_) return std::nullopt;  // overwritten
        auto const peeled = prefix.peel(text_of(e));
        if (!peeled) continue;
        if (e.is_taken) return std::nullopt;
        if (--n == 0) return seen_line{*peeled, e.number};
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
