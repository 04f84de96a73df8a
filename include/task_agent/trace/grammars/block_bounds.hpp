// Which of the lines that a reader takes are the block that tells the failure. A reader takes more: what
// stands around the block shows what it is (a runner's heading, its counts), and a further finding of the
// same tool is to be no trace of its own. When the trace is over, what is not the block's is cut off again.
#pragma once

#include "task_agent/trace/grammar.hpp"
#include "task_agent/trace/trace.hpp"

#include <cstddef>
#include <string_view>

namespace task_agent::trace {

class block_bounds {
public:
    // What the line that is being read is to the block; it holds for the lines behind it as well, until
    // something else is said. A reader that says nothing has all its lines in the block.

    // Its first: what was taken before stands above it, and what was a block so far is none.
    void begin_here() noexcept {
        above_ = read_;
        block_ = {};
        is_inside_ = true;
    }
    // Behind it.
    void end_here() noexcept { is_inside_ = false; }
    // Inside, with all that stands between it and the block so far.
    void go_on() noexcept { is_inside_ = true; }
    [[nodiscard]] bool has_ended() const noexcept { return !is_inside_; }

    // Of every line that the reader was fed, when it is read; hands on what is answered to it.
    verdict note(std::string_view line, verdict answer) noexcept;
    // For a reader that knows of each line whether it is inside, but only when it is read.
    verdict note(std::string_view line, verdict answer, bool is_inside) noexcept {
        is_inside_ = is_inside;
        return note(line, answer);
    }

    // Leaves of the trace what is the block: its text, its lines' numbers, and how many lines behind it are
    // its tool's, which do not tell that anybody went on. Blank lines at its end are nobody's. Lines of other
    // processes between those that are cut are not known here, and count as if they stood in the block. Where
    // no line was inside, the trace stays as it is.
    void cut(found_trace& trace) const;

private:
    struct lines {
        std::size_t fed = 0;    // those of its process that are nobody's as well
        std::size_t taken = 0;  // those that the text of the trace holds
    };

    lines read_;
    lines above_;
    lines block_;  // up to its last line that is not blank
    lines all_;    // up to the last one of all
    bool is_inside_ = true;
};

}  // namespace task_agent::trace
