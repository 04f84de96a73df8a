// The lines of one trace, bounded: its head and its tail are kept, what lies between is counted.
//
// The tail is the larger part: a runtime prints what was raised, and where, last (or, in a group, says it
// first, which the head keeps). Each line is plain text and cut at a length that no line of code needs. More
// is kept than a report shows, so that whoever makes the report can choose what goes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace task_agent::trace {

class trace_text {
public:
    static constexpr std::size_t head_limit = 16 * 1024;
    static constexpr std::size_t least_room = 48 * 1024;
    static constexpr std::size_t usual_room = 256 * 1024;
    static constexpr std::size_t line_limit = 4 * 1024;

    // `room`: bytes that are kept, least_room or more.
    explicit trace_text(std::size_t room = usual_room) noexcept { set_room(room); }

    void append(std::string_view line);
    // From now on, and for what is kept already.
    void fit(std::size_t room);

    // Head, a line that says what was cut where something was, tail; trailing empty lines left out.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::uint64_t cut_lines() const noexcept;

    // The line that says so, for whoever cuts a text further.
    [[nodiscard]] static std::string mark_of_cut(std::uint64_t lines, std::uint64_t bytes = 0);
    [[nodiscard]] static bool is_mark_of_cut(std::string_view line) noexcept;
    // A text that was made by text(), in the least room; `cut_lines` is of the text, before and afterwards.
    [[nodiscard]] static std::string shortened(std::string_view text, std::uint64_t& cut_lines);

private:
    void set_room(std::size_t room) noexcept;
    void drop_surplus();
    [[nodiscard]] std::string_view kept_tail() const noexcept;

    std::size_t tail_limit_ = 0;
    std::string head_;
    std::string tail_;  // some KiB beyond its limit, so that dropping from its front is rare
    std::uint64_t dropped_lines_ = 0;
    std::uint64_t dropped_bytes_ = 0;
};

}  // namespace task_agent::trace
