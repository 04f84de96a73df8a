// Feeds text to a detector the way a pump does: in chunks, through the line splitter.
#pragma once

#include "task_agent/logic/line_splitter.hpp"
#include "task_agent/trace/detector.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::trace {

class stream_of {
public:
    void feed(std::string_view chunk) {
        output_line line;
        splitter_.feed(chunk);
        while (splitter_.next(line))
            traces_.on_line(line.text, now);
    }
    std::vector<found_trace> const& finish() {
        output_line line;
        while (splitter_.flush(line))
            traces_.on_line(line.text, now);
        traces_.finish();
        return traces_.found();
    }
    detector& traces() { return traces_; }

    time_point now{};

private:
    line_splitter splitter_;
    detector traces_;
};

// What an old log tells; `guesses` are chosen only where a process is known to have failed.
inline std::vector<found_trace> traces_in(std::string_view text, bool guesses = false) {
    stream_of s;
    s.feed(text);
    std::vector<found_trace> found;
    for (found_trace const& trace : s.finish()) {
        if (trace.is_guess == guesses) found.push_back(trace);
    }
    return found;
}

// Lines that belong to no trace, numbered from 0.
inline line_history history_of(std::vector<std::string> const& lines) {
    line_history history;
    std::uint64_t number = 0;
    for (std::string const& line : lines)
        history.push(line, number++);
    return history;
}

}  // namespace task_agent::trace
