// Which of the lines that a reader took are the block that tells the failure. It takes more where only what
// stands around the block shows what it is: a runner's heading, its counts, its further findings.
#pragma once

#include "task_agent/trace/grammar.hpp"
#include "task_agent/trace/trace.hpp"

#include "reading.hpp"

namespace task_agent::trace {

class block_bounds {
public:
    // Of every line that the reader was fed, when it has answered.
    void note(std::string_view line, verdict answer) noexcept {
        ++fed_;
        if (answer != verdict::continues && answer != verdict::ends) return;
        ++taken_;
        if (is_blank(line)) return;
        last_ = fed_;
        if (!has_ended()) last_of_block_ = fed_;
    }
    // The line that is being read is the block's first.
    void begin_here() noexcept {
        first_ = taken_;
        lines_above_ = fed_;
    }
    // The line that is being read is behind the block; it stays where it ended first.
    void end_here() noexcept {
        if (!has_ended()) end_ = taken_;
    }
    // It goes on after all.
    void go_on() noexcept { end_ = nowhere; }
    [[nodiscard]] bool has_ended() const noexcept { return end_ != nowhere; }

    // When the trace is over, and has its role.
    void cut(found_trace& trace) const {
        std::string& text = trace.text;
        if (has_ended()) {
            // one line tells of those that were cut out of it; blank ones at its end are not there
            std::size_t count = lines_of(text) + trace.cut_lines - (trace.cut_lines > 0 ? 1 : 0);
            for (; !text.empty() && (count > end_ || is_blank(last_line(text))); --count)
                text.resize(text.size() - 1 - last_line(text).size());
            std::size_t const behind = last_ - last_of_block_;
            trace.last_line -= behind;
            // these do not say that anybody went on behind what a tool told of
            if (behind > few_lines && trace.role == trace_role::notice) {
                trace.role = trace_role::detached;
                trace.is_often_survived = false;
            }
        }
        for (std::size_t n = 0; n < first_; ++n)
            text.erase(0, text.find('\n') + 1);
        trace.first_line += lines_above_;
    }

private:
    static constexpr std::size_t few_lines = 5;
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    // of lines that each have an end
    static std::size_t lines_of(std::string_view text) noexcept {
        return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    }
    static std::string_view last_line(std::string_view text) noexcept {
        text.remove_suffix(1);
        return text.substr(text.rfind('\n') + 1);  // npos + 1 = 0
    }

    std::size_t taken_ = 0;
    std::size_t first_ = 0;  // of the taken ones
    std::size_t end_ = nowhere;
    // with those of others between them
    std::size_t fed_ = 0;
    std::size_t lines_above_ = 0;
    std::size_t last_ = 0;
    std::size_t last_of_block_ = 0;
};

}  // namespace task_agent::trace
