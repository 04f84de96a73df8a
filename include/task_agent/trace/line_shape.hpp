// What two lines of one printf have in common: "step 7: loss 0.31" and "step 12: loss 0.3" have one shape.
// A program that prints such lines before a trace and behind it went on. Pure.
#pragma once

#include "task_agent/trace/line_history.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace task_agent::trace {

// The text without its numbers, as a hash; 0 for a line of less than two words.
[[nodiscard]] std::uint32_t shape_of(std::string_view line) noexcept;

// Of the last lines before a trace.
class line_shapes {
public:
    static constexpr std::size_t most = 8;

    // Those among `history` from the n-th line before the one that is being read on which wear `tags`.
    void note_before(line_history const& history, std::size_t n, std::string_view tags);
    // How many of the lines behind line `number` that wear the tags have one of the shapes, without those
    // that only tidy up.
    [[nodiscard]] std::uint64_t count_behind(line_history const& history, std::uint64_t number,
                                             std::string_view tags) const;

private:
    std::array<std::uint32_t, most> shapes_{};
};

// How many lines behind it have the shape of the line before them: somebody prints them over and over.
[[nodiscard]] std::uint64_t count_regular_behind(line_history const& history, std::uint64_t number,
                                                 std::string_view tags);

}  // namespace task_agent::trace
