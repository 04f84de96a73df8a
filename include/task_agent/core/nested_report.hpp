// What an agent inside another one's workload tells of a failure (contract 2, nested agents). Plain value.
#pragma once

#include "task_agent/core/task_update.hpp"

#include <string>

namespace task_agent {

struct nested_report {
    int exit_code = 0;    // with which the inner agent is about to end
    std::string message;  // the cause in one line
    json_text error_details;
    std::string error_stack;
};

}  // namespace task_agent
