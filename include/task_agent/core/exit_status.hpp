// How a process ended, as wait(2) tells it.
#pragma once

#include <string>
#include <string_view>

namespace task_agent {

struct exit_status {
    int code = 0;    // as given to exit(2); 0 when a signal killed it
    int signal = 0;  // 0 when it ended by itself
    bool core_dumped = false;

    [[nodiscard]] static exit_status from_wait(int wait_status) noexcept;
    // What a shell would say: the code, or 128 + signal (contract 1).
    [[nodiscard]] int shell_code() const noexcept { return signal != 0 ? 128 + signal : code; }
    [[nodiscard]] bool is_success() const noexcept { return signal == 0 && code == 0; }
};

// "SIGSEGV", "SIGRTMIN+3", or "signal 77" for a number without a name.
[[nodiscard]] std::string signal_name(int number);

// The number for "TERM", "SIGTERM", "15" or "RTMIN+3"; 0 for anything else.
[[nodiscard]] int parse_signal(std::string_view text) noexcept;

}  // namespace task_agent
