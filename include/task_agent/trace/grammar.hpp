// What the detector asks of a language: one grammar per file in trace/grammars.
//
// A grammar reads one trace, line by line, and never sees the prefix that a launcher or a logger put before
// each line. It holds a bounded amount of what it read, takes time linear in it, uses no regular expressions
// (log lines are written by strangers) and no clock. Grammars know nothing of each other.
#pragma once

#include "task_agent/trace/trace.hpp"

#include <cstddef>
#include <memory>
#include <optional>
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
};

struct grammar_entry {
    // A line that may start a trace ends with one of `last_bytes` or starts with one of `first_bytes`.
    // Nothing else is looked at in the lines of a healthy workload, so keep both sets small and of rare
    // bytes.
    std::string_view first_bytes;
    std::string_view last_bytes;
    // The column where a trace starts in this line (what stands before it is a prefix), or nothing.
    std::optional<std::size_t> (*find_start)(std::string_view line) noexcept;
    std::unique_ptr<grammar> (*make)();
};

}  // namespace task_agent::trace
