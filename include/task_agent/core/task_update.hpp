// One task PUT, as the agent thinks of it (platform-facts 3.5). Values travel as serialised JSON text, so
// that what a workload reports passes as it is and everything below wire/ stays free of a JSON library.
#pragma once

#include "task_agent/core/status.hpp"

#include <functional>
#include <map>
#include <string>

namespace task_agent {

// One complete JSON value, serialised, valid UTF-8.
using json_text = std::string;
using detail_map = std::map<std::string, json_text, std::less<>>;

struct task_update {
    status state = status::active;  // always sent: without it the platform sets the task back to pending
    detail_map status_details;      // merged by key on the server
    json_text error_details;        // a JSON object, or empty: not sent
    std::string error_stack;        // valid UTF-8, or empty: not sent
};

}  // namespace task_agent
