// Which of the lines that a reader took are its block. What a runner says behind the first failure is taken
// too, so that nobody finds a second one in it, and left out of the trace again. No state besides.
#pragma once

#include "task_agent/trace/grammar.hpp"

#include "reading.hpp"

namespace task_agent::trace {

class block_lines {
public:
    // A line is fed, and then answered; one that begins or extends the block is taken.
    void next() noexcept { ++fed_; }
    verdict answer(verdict with) noexcept {
        if (takes(with)) ++taken_;
        return with;
    }
    [[nodiscard]] static bool takes(verdict with) noexcept {
        return with == verdict::continues || with == verdict::ends;
    }
    void begin() noexcept {
        first_fed_ = fed_;
        first_taken_ = taken_ + 1;
        extend();
    }
    void extend() noexcept {
        last_fed_ = fed_;
        last_taken_ = taken_ + 1;
    }
    [[nodiscard]] bool has_begun() const noexcept { return first_taken_ > 0; }

    // Lines of other processes that stood between are not counted: the last line never moves down.
    void cut(found_trace& trace) const {
        if (!has_begun()) return;
        std::uint64_t const start = trace.first_line;
        trace.first_line = std::min(start + first_fed_ - 1, trace.last_line);
        std::uint64_t const last = std::min(start + last_fed_ - 1, trace.last_line);
        trace.lines_of_whole = trace.last_line - last;
        trace.last_line = last;
        if (trace.cut_lines > 0) return;
        std::size_t const begin = offset_of(trace.text, first_taken_ - 1);
        trace.text = trace.text.substr(begin, offset_of(trace.text, last_taken_) - begin);
    }

private:
    static std::size_t offset_of(std::string_view text, std::size_t lines) noexcept {
        std::size_t at = 0;
        while (lines-- > 0 && at < text.size())
            at = std::min(text.find('\n', at), text.size() - 1) + 1;
        return at;
    }

    std::size_t fed_ = 0;
    std::size_t taken_ = 0;
    std::size_t first_fed_ = 0;
    std::size_t first_taken_ = 0;
    std::size_t last_fed_ = 0;
    std::size_t last_taken_ = 0;
};

// "make: *** [Makefile:3: all] Error 1", behind what a recipe said.
inline bool is_word_of_make(std::string_view line) noexcept {
    return (line.starts_with("make") || line.starts_with("gmake")) && line.substr(0, 24).find(": *** [") < 24;
}

}  // namespace task_agent::trace
