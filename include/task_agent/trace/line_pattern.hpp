// One line of text with gaps: how a failure rule says what to look for.
//
// `*` stands for any bytes within the line, all else for itself. A pattern may stand anywhere in the line
// unless it begins with `^` or ends with `$`. Time is linear in the line, whatever the pattern: the pieces
// between the stars are searched from left to right, each once (the C library's memmem is linear), and
// nothing is ever tried a second time. That is exact, because after a star the leftmost place of a piece
// leaves most room for the rest.
//
// Plain value; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

class line_pattern {
public:
    // With `any_case` ASCII letters fit in either case: `fits` is then given the folded line.
    explicit line_pattern(std::string_view text, bool any_case = false);
    // Must fit from the first to the last byte, as with `^` and `$`.
    [[nodiscard]] static line_pattern whole(std::string_view text, bool any_case = false);

    [[nodiscard]] bool fits(std::string_view line) const noexcept;

    [[nodiscard]] bool any_case() const noexcept { return any_case_; }
    // What lies between the stars, never empty; folded where the case does not matter.
    [[nodiscard]] std::vector<std::string> const& pieces() const noexcept { return pieces_; }
    // Bytes that stand for themselves.
    [[nodiscard]] std::size_t literal_bytes() const noexcept;

private:
    void read(std::string_view text);

    std::vector<std::string> pieces_;
    bool any_case_ = false;
    bool at_start_ = false;
    bool at_end_ = false;
};

// ASCII letters in lower case, everything else as it is.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace task_agent::trace
