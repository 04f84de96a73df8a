// What a launcher or a logger puts before every line of a trace: "[rank0]: ", "[1,3]<stderr>:", a time stamp,
// spaces.
//
// Learnt from the first line; a further line wears the prefix when it starts with the same bytes, where the
// digits of a time of day (and of the date beside it) may differ. Digits elsewhere may not: they tell rank 0
// from rank 1.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace task_agent::trace {

class line_prefix {
public:
    static constexpr std::size_t longest = 128;

    line_prefix() = default;
    explicit line_prefix(std::string_view text);

    // The line without the prefix, or nothing when it does not wear it. An empty line, or one that holds the
    // prefix without its trailing blanks, is the empty line.
    [[nodiscard]] std::optional<std::string_view> peel(std::string_view line) const noexcept;
    [[nodiscard]] std::string const& text() const noexcept { return text_; }

private:
    [[nodiscard]] bool matches(std::string_view line, std::size_t size) const noexcept;

    std::string text_;
    std::string may_differ_;  // one byte for each of text_: 1 = a digit of a time
    std::size_t solid_ = 0;   // length without trailing blanks
};

}  // namespace task_agent::trace
