// A trace that was found in a stream of output: its text, and what it says.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/failure.hpp"
#include "task_agent/trace/line_shape.hpp"

#include <cstdint>
#include <string>

namespace task_agent::trace {

// What a trace is to the end of its process.
enum class trace_role {
    ignored,       // its runtime printed it and went on: "Exception ignored in ..."
    warning,       // said so of itself
    incomplete,    // broke off before it said what was raised
    notice,        // one line of a tool, without a stack: "main.c:3:5: error: ...", "x.sh: line 3: ..."
    summary,       // of somebody who only waited: torchrun's table, "make: *** [all] Error 2"
    detached,      // ended a thread or an asyncio task, which need not end the process
    raised,        // ended the process, as far as the text tells
    native_crash,  // a fatal signal or an abort, told by the process itself: faulthandler, hs_err, glibc
    sanitizer,     // address, memory, thread, leak and undefined behaviour checkers
    resource,      // the runtime ran out of something: heap limits
    killed,        // told by a scheduler or a shell: "Killed", "CANCELLED ... DUE TO PREEMPTION"
};

// Whether it was handled: a logger wrote it, so somebody caught it.
enum class handling {
    none,      // as its runtime prints what nobody caught
    error,     // in a record of level ERROR or above: often the last word of a program that gives up
    survived,  // in a record below that, or between words of trying again
    aside,     // shown, not suffered: quoted in a text, or expected by a test
};

struct found_trace {
    exception_info exception;
    trace_role role = trace_role::raised;
    std::string cause_line;  // what was raised, in one line as printed: "ValueError: bad thing"
    std::string root_line;   // what it was caused by in the end, as printed; empty where it says nothing new
    std::string first_member;  // of an exception group: what was raised in it first, as printed
    std::string text;    // whole lines, without the prefix each had; head and tail where it was too long
    std::string prefix;  // what stood before each line ("[rank0]: "), or empty
    std::string source;  // the part of the prefix that names a process, or empty
    handling handled = handling::none;
    bool is_often_survived =
        false;              // its form is used for what was caught as well: many lines behind it tell
    bool is_guess = false;  // healthy programs say the like: only where the process is known to have failed
    bool is_followed = false;       // by a line of its process that is no part of it
    bool is_handled_above = false;  // `handled` is known only of the line above, which may speak of another
    bool is_error_record = false;   // a logger wrote it as an error, whatever is said behind it
    bool is_passed = false;     // it was logged, and a record behind calm lines tells what ended its process
    bool is_explained = false;  // it tells a code, and its child's own words stand above it
    bool is_only_failure = false;  // a launcher's table names its rank, and no other that failed
    bool is_outdone = false;       // a logger wrote it, and a later line complains of something
    std::uint64_t first_line = 0;  // number of its first line in the stream, from 0
    std::uint64_t last_line = 0;
    std::uint64_t lines_of_whole = 0;  // behind that: what the tool that prints it says of all its work
    std::uint64_t lines_after = 0;     // of the stream, behind it, without those that only tidy up
    std::uint64_t lines_said = 0;   // of the stream, behind it, that are not blank, as far as its end is kept
    std::uint64_t times_said = 0;   // lines like it, where others stand between and behind (said_again.hpp)
    line_shapes before;             // what its process printed before it
    std::uint64_t lines_alike = 0;  // of those behind it that tell that its process went on
    std::uint64_t cut_lines = 0;    // lines of it that `text` does not hold
    time_point first_seen{};
    time_point last_seen{};
};

}  // namespace task_agent::trace
