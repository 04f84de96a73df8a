#include "task_agent/core/exit_status.hpp"

#include <sys/wait.h>

#include <charconv>
#include <csignal>
#include <cstring>

namespace task_agent {
namespace {

bool parse_number(std::string_view text, int& number) noexcept {
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    return ec == std::errc() && end == text.data() + text.size();
}

}  // namespace

exit_status exit_status::from_wait(int wait_status) noexcept {
    exit_status s;
    if (WIFSIGNALED(wait_status)) {
        s.signal = WTERMSIG(wait_status);
        s.core_dumped = WCOREDUMP(wait_status);
    } else {
        s.code = WEXITSTATUS(wait_status);
    }
    return s;
}

std::string signal_name(int number) {
    if (char const* name = sigabbrev_np(number)) return std::string("SIG") + name;
    if (number >= SIGRTMIN && number <= SIGRTMAX) {
        return number == SIGRTMIN ? "SIGRTMIN" : "SIGRTMIN+" + std::to_string(number - SIGRTMIN);
    }
    return "signal " + std::to_string(number);
}

int parse_signal(std::string_view text) noexcept {
    int number = 0;
    if (parse_number(text, number)) return number > 0 && number <= SIGRTMAX ? number : 0;
    if (text.starts_with("SIG")) text.remove_prefix(3);
    if (text.starts_with("RTMIN")) {
        text.remove_prefix(5);
        if (text.empty()) return SIGRTMIN;
        if (!text.starts_with("+")) return 0;
        text.remove_prefix(1);
        return parse_number(text, number) && number >= 0 && SIGRTMIN + number <= SIGRTMAX ? SIGRTMIN + number
                                                                                          : 0;
    }
    for (int n = 1; n < SIGRTMIN; ++n) {
        char const* name = sigabbrev_np(n);
        if (name && text == name) return n;
    }
    return 0;
}

}  // namespace task_agent
