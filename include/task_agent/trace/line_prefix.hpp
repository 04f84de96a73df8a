// What a launcher or a logger puts before every line of a trace: "[rank0]: ", "[1,3]<stderr>:", a time stamp,
// spaces.
//
// Learnt from the first line; a further line wears the prefix when it starts with the same bytes, where time
// stamps may differ, in length too. Digits elsewhere may not: they tell rank 0 from rank 1. A line may also
// wear only the tags of it: a record of a logger below a launcher carries time and level once, and the tag on
// every line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

class line_prefix {
public:
    static constexpr std::size_t longest = 128;

    line_prefix() = default;
    explicit line_prefix(std::string_view text);

    // The line without the prefix, or nothing when it does not wear it. An empty line, or one that holds the
    // prefix without its trailing blanks, is the empty line.
    [[nodiscard]] std::optional<std::string_view> peel(std::string_view line) const noexcept;
    // The longest part of it, up to the end of a tag, a time or another known piece, that the line wears,
    // shorter than the whole: what a launcher put before every line, where the rest stood in the first one
    // only.
    [[nodiscard]] std::optional<line_prefix> part_of(std::string_view line) const;
    [[nodiscard]] std::string const& text() const noexcept { return text_; }
    // The part of it that says which process wrote the line; empty where nothing does.
    [[nodiscard]] std::string const& tags() const noexcept { return tags_; }
    // The process of a distributed job that wrote the lines: 3 for "[rank3]: ", "rank=3 | " and mpirun's
    // "[1,3]<stderr>:".
    [[nodiscard]] std::optional<int> rank() const noexcept;
    // The same of a bare number, as `srun --label` writes it: 2 for "2: ". A single line may begin so for
    // other reasons.
    [[nodiscard]] std::optional<int> task_number() const noexcept;

private:
    struct segment {
        std::string literal;  // before a time stamp
        bool has_time = false;
    };
    // Bytes of the line that the prefix covers; nothing when it is another's.
    [[nodiscard]] std::optional<std::size_t> covered(std::string_view line,
                                                     bool without_blanks) const noexcept;

    std::string text_;
    std::string tags_;
    std::vector<segment> segments_;
};

}  // namespace task_agent::trace
