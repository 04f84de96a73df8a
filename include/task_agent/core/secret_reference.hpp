// A secret that the workload is to get as a variable of its environment (platform-facts 1.1,
// NEMO_JOB_SECRETS).
//
// Plain value; any thread.
#pragma once

#include <string>

namespace task_agent {

struct secret_reference {
    std::string variable;
    std::string workspace;
    std::string name;
};

}  // namespace task_agent
