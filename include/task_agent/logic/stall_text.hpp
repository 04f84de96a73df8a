// A stall in words: the one line, and where every thread waits (contract 9). Pure.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/process_picture.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

struct stall_facts {
    duration limit{};
    bool counts_cpu = false;                 // CPU time was looked at too
    std::vector<process_picture> processes;  // parents before their children; commands masked already
};

// "no output and no report for 30s: python3 (pid 1234) waits in futex_wait_queue". Names the process that
// nobody else is waited for by: one without children.
[[nodiscard]] std::string stall_message(stall_facts const& facts);

// A block of lines for each process; threads that wait alike are one line. The process that the message names
// comes last.
[[nodiscard]] std::string stall_text(stall_facts const& facts);

}  // namespace task_agent
