// The last lines of a stream, told apart by who wrote them: what a program says at its end is looked for
// there, and the other ranks of a job may go on behind it.
//
// Only what names one process among several counts, by a number ("[rank3]: ", "node3: ", "host app[12]: "): a
// logger's "[deploy] " is worn by parts of one program, which follow each other. Pure.
#pragma once

#include "task_agent/trace/line_history.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

// Empty where the line does not say which process wrote it.
[[nodiscard]] std::string source_of(std::string_view line);

// Who wrote each line of a history, which must outlive it and get no further line meanwhile.
class stream_end {
public:
    explicit stream_end(line_history const& history);

    // In the order of their first lines that are kept. Without launchers, unless there is nobody else.
    [[nodiscard]] std::vector<std::string> const& sources() const noexcept { return sources_; }
    // The lines that one of them may have written, as they are now: its own, those of its parts ("[rank3]:
    // [worker-1] ") and those that say less or nothing of who wrote them. All of them where the source is the
    // empty one. Without what a launcher wrote of their end, unless it wrote all there is.
    [[nodiscard]] line_history lines_of(std::string_view source) const;

private:
    line_history const& history_;
    std::vector<std::string> writers_;  // of each line that is kept
    std::vector<bool> by_launcher_;     // the same
    std::vector<std::string> sources_;  // the same, each once
};

}  // namespace task_agent::trace
