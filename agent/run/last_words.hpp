// What is told of a failure when all else is done: the termination log, and the report as the very last thing
// on stderr (contract 3). Control thread.
#pragma once

#include "task_state.hpp"

namespace task_agent {

// Where the file is wanted and can be written.
void write_termination_log(task_state& s, failure_report const& report);

// Where somebody wants it; nothing is printed after it.
void print_report_tail(task_state& s, failure_report const& report);

}  // namespace task_agent
