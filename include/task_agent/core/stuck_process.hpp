// A process that SIGKILL did not end, and what it waits for (contract 1).
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace task_agent {

struct stuck_process {
    pid_t pid = 0;
    std::string name;                 // as the kernel knows it, 15 bytes at most
    char state = '?';                 // of /proc/PID/stat
    std::string wait_channel;         // the kernel function it sleeps in; empty = not readable
    std::optional<long> system_call;  // its number on this machine; nothing = not readable, or in none
};

}  // namespace task_agent
