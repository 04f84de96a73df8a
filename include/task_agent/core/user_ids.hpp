// Whom a workload runs as: numbers only, because a static program has no user database to ask (contract 1).
#pragma once

#include <sys/types.h>

namespace task_agent {

struct user_ids {
    uid_t user = 0;
    gid_t group = 0;

    bool operator==(user_ids const&) const = default;
};

}  // namespace task_agent
