// Where a block ends whose reader goes on: the runner or the build tool says more behind it, of the whole or
// of the next failure, which is to be no trace of its own and yet is no part of the first one.
#pragma once

#include "task_agent/trace/grammar.hpp"
#include "task_agent/trace/trace.hpp"

#include "reading.hpp"

namespace task_agent::trace {

class block_end {
public:
    // Notes a line that the reader was given, and hands on what it answers.
    verdict note(std::string_view line, bool is_inside, verdict answer) noexcept {
        bool const is_taken = answer == verdict::continues || answer == verdict::ends;
        ++lines_;
        if (is_taken) ++taken_;
        if (!is_taken || is_blank(line)) return answer;
        if (is_inside) {
            lines_ = taken_ = lines_behind_ = taken_behind_ = 0;
        } else {
            lines_behind_ = lines_;
            taken_behind_ = taken_;
        }
        return answer;
    }
    [[nodiscard]] std::size_t lines_behind() const noexcept { return lines_behind_; }
    // Takes what stands behind the end off the trace.
    void cut(found_trace& trace) const {
        if (lines_behind_ == 0 || trace.last_line < trace.first_line + lines_behind_) return;
        trace.last_line -= lines_behind_;
        trace.lines_of_whole = lines_behind_;
        std::string_view text = trace.text;
        for (std::size_t n = 0; n < taken_behind_ && !text.empty(); ++n) {
            text.remove_suffix(1);                               // its line end
            text = text.substr(0, text.find_last_of('\n') + 1);  // npos + 1 = 0
        }
        while (text.ends_with("\n\n"))
            text.remove_suffix(1);
        trace.text.resize(text.size());
    }

private:
    // behind the last line of the block
    std::size_t lines_ = 0;
    std::size_t taken_ = 0;
    // of those, up to the last one that is not blank: blank lines at the end are nobody's
    std::size_t lines_behind_ = 0;
    std::size_t taken_behind_ = 0;
};

}  // namespace task_agent::trace
