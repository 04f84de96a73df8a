// The traces that were found in one stream, bounded in number and bytes: the first few and the last ones,
// what goes between is counted. Long texts are shortened before any trace goes, but not the last one's, which
// may tell the reason of the end. What a parent tells of its child's failure is joined with what the child
// printed.
//
// One thread at a time.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace task_agent::trace {

class found_traces {
public:
    static constexpr std::size_t first_kept = 4;
    static constexpr std::size_t last_kept = 8;
    static constexpr std::size_t most_bytes =
        192 * 1024;  // and as much as the last text is longer than others

    void keep(found_trace trace);
    void count_dropped(std::uint64_t traces) noexcept { dropped_ += traces; }

    // In the order in which they began.
    [[nodiscard]] std::vector<found_trace> const& all() const noexcept { return found_; }
    [[nodiscard]] std::vector<found_trace>& all() noexcept { return found_; }
    [[nodiscard]] std::uint64_t dropped() const noexcept { return dropped_; }

private:
    [[nodiscard]] bool are_too_long() const noexcept;

    std::vector<found_trace> found_;
    std::size_t bytes_ = 0;
    std::uint64_t dropped_ = 0;
};

}  // namespace task_agent::trace
