// What the agent does with a signal it receives while a workload runs (contract 4).
#pragma once

namespace task_agent {

enum class signal_role {
    ignore,   // KILL, STOP, CHLD, PIPE, TTIN, TTOU and the synchronous ones: never forwarded
    forward,  // goes to the workload's group, nothing else happens
    stop,     // starts the stop ladder
};

// `stdin_is_terminal`: then an interrupt is the terminal's business with the workload, and no order to the
// agent.
[[nodiscard]] signal_role role_of(int signal, bool stdin_is_terminal) noexcept;

}  // namespace task_agent
