// What the detector asks of a language: one grammar per file in trace/grammars.
//
// A grammar reads one trace, line by line, and never sees the prefix that a launcher or a logger put before
// each line. It holds a bounded amount of what it read, takes time linear in it, uses no regular expressions
// (log lines are written by strangers) and no clock. Grammars know nothing of each other.
#pragma once

#include "task_agent/trace/line_history.hpp"
#include "task_agent/trace/trace.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace task_agent::trace {

enum class verdict {
    not_mine,      // belongs to something else; the trace goes on behind it
    continues,     // part of the trace
    ends,          // its last line
    ended_before,  // the trace was over before this line, which may start another
    no_trace,      // what had begun is none after all; the line may start another
};

class grammar {
public:
    virtual ~grammar() = default;
    [[nodiscard]] virtual verdict feed(std::string_view line) = 0;
    // Whether the trace has said what was raised: what follows is only the rest of a message, or a further
    // link.
    [[nodiscard]] virtual bool is_complete() const noexcept = 0;
    // Writes what was read into exception, role and cause_line. False when it is nothing worth keeping.
    [[nodiscard]] virtual bool conclude(found_trace& trace) = 0;
    // Whether what it did not conclude says something without it: its lines are read as if they had been
    // nobody's.
    [[nodiscard]] virtual bool may_be_words_of_others() const noexcept { return false; }
};

// A line that may start a trace, and what stood before it.
class start_context {
public:
    start_context(std::string_view line, std::span<std::size_t const> columns,
                  line_history const& history) noexcept
        : line_(line), columns_(columns), history_(history) {}

    [[nodiscard]] std::string_view line() const noexcept { return line_; }
    // Where the text of the line may begin: 0, and behind each piece of its prefix. Ascending.
    [[nodiscard]] std::span<std::size_t const> columns() const noexcept { return columns_; }
    // The n-th earlier line of the same source (1 = the one before), without the prefix that this line has up
    // to the column; nothing when it is not there or part of another trace. Cut at line_history::line_limit.
    [[nodiscard]] std::optional<std::string_view> back(std::size_t n, std::size_t column) const {
        auto const seen = history_.back(n, line_prefix(line_.substr(0, column)));
        return seen ? std::optional(seen->text) : std::nullopt;
    }

private:
    std::string_view line_;
    std::span<std::size_t const> columns_;
    line_history const& history_;
};

struct start_point {
    std::size_t column = 0;      // what stands before it is a prefix
    std::size_t lines_back = 0;  // earlier lines of the source that belong to the trace, fed first
};

// What makes a line worth a look, cheap enough to be asked of every line: nothing else is looked at in the
// output of a healthy workload, so keep these few and rare.
struct line_signs {
    // How the text of the line begins, behind its prefix: two bytes or more, of which the first two count, of
    // words the first four.
    std::span<std::string_view const> openings;
    // How the line ends: two bytes or more, of which the last two count.
    std::span<std::string_view const> endings;
    // Text inside the line, of which one is enough: two bytes or more. The first four find it, and make up
    // the few that there is room for; a '9' among them stands for any digit, and then they alone count.
    // Looked for only in a line that holds an anchor: "rro" (error), "sser" (assert), "ne 1" (line 1), "t f"
    // (not found), "k f" (check failed) or "sh: " (of a shell), in either case.
    std::span<std::string_view const> inner;
    // Asked of the stream's last line as well, whatever it holds: nothing is behind it, so that text which
    // would say little elsewhere may be what ended the program. Its find_start looks at no other line.
    bool last_line = false;
    // Asked of the few lines before that as well, where scripts tidy up behind a program that ended.
    bool late_lines = false;
};

struct grammar_entry {
    line_signs signs;
    // Where a trace starts, or nothing. Asked for lines that bear one of the signs, in the order of
    // all_grammars(), until one says yes and its reader takes the line.
    std::optional<start_point> (*find_start)(start_context const& context);
    std::unique_ptr<grammar> (*make)();
};

}  // namespace task_agent::trace
