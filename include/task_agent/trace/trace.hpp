// A trace that was found in a stream of output: its text, and what it says.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/failure.hpp"

#include <cstdint>
#include <string>

namespace task_agent::trace {

// How far a trace can be trusted to tell why its process ended, weakest first.
enum class trace_role {
    ignored,     // its runtime printed it and went on: "Exception ignored in ..."
    incomplete,  // broke off before it said what was raised
    detached,    // ended a thread or an asyncio task, which need not end the process
    raised,      // everything else
};

struct found_trace {
    exception_info exception;
    trace_role role = trace_role::raised;
    std::string cause_line;    // what was raised, in one line as printed: "ValueError: bad thing"
    std::string first_member;  // of an exception group: what was raised in it first, as printed
    std::string text;    // whole lines, without the prefix each had; head and tail where it was too long
    std::string prefix;  // what stood before each line ("[rank0]: "), or empty
    std::uint64_t first_line = 0;  // number of its first line in the stream, from 0
    std::uint64_t cut_lines = 0;   // lines of it that `text` does not hold
    time_point first_seen{};
    time_point last_seen{};
};

}  // namespace task_agent::trace
