// Of the tests that automake runs, before make says that they failed: the first that did, with its log where
// that is shown.
#pragma once

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {

class automake_test {
public:
    // A line that stands before make's word.
    void read(std::string_view line) {
        if (++lines_ == 1) {
            is_test_ = build::is_failed_test(line);
            name_size_ = line.size();
        }
        is_inside_ = lines_ == 1 || in_log_;
        // "FAIL: t/a", underlined; in the list of the tests it is not
        if (lines_ == 2) in_log_ = is_test_ && build::is_underline(line) && line.size() == name_size_;
        is_counted_ = is_counted_ || (is_test_ && build::counts_tests(line));
        bool const is_end = build::ends_failed_test(line);
        if (is_end) in_log_ = false;
        if (is_end && said_.empty()) said_ = std::move(newest_);
        newest_ = is_blank(line) || build::is_underline(line) ? std::string() : bounded(trimmed(line));
    }
    // Of every line, read or not, with what is answered to it.
    void note(std::string_view line, verdict answer) noexcept {
        block_.note(line, answer, std::exchange(is_inside_, false));
    }
    // Whether it is one: how many failed is told behind the logs.
    [[nodiscard]] bool is_one() const noexcept { return is_counted_; }
    // What its log ends with.
    [[nodiscard]] std::string const& said() const noexcept { return said_; }
    void cut(found_trace& trace) const { block_.cut(trace); }

private:
    block_bounds block_;
    std::string said_;
    std::string newest_;
    std::size_t name_size_ = 0;
    bool is_test_ = false;
    bool in_log_ = false;
    bool is_inside_ = false;
    bool is_counted_ = false;
    int lines_ = 0;
};

}  // namespace task_agent::trace
