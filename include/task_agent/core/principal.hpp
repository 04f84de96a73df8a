// Who started the job, as NMP_PRINCIPAL / NHX_PRINCIPAL tells (platform-facts 1.1, 2.1). Plain values; any
// thread.
#pragma once

#include <string>
#include <vector>

namespace task_agent {

// Empty = not given.
struct principal {
    std::string id;
    std::string email;
    std::vector<std::string> groups;
};

}  // namespace task_agent
