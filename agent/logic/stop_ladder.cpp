#include "task_agent/logic/stop_ladder.hpp"

#include <csignal>

namespace task_agent {
namespace {

// A SIGTERM this soon after the first is the same order given twice (an init and a shell, say), not
// impatience.
constexpr auto patience = std::chrono::seconds(2);
constexpr int interrupts_that_kill = 3;

}  // namespace

stop_ladder::signals stop_ladder::begin(int signal, time_point now) {
    if (began_) return {};
    began_ = now;
    if (signal == SIGINT) interrupts_ = 1;
    // a stopped process acts on the signal only once it is continued (systemd does the same)
    return {signal, SIGCONT};
}

stop_ladder::signals stop_ladder::on_signal(int signal, time_point now) {
    if (!began_ || killed_) return {signal};
    if (signal == SIGINT && ++interrupts_ >= interrupts_that_kill) return kill();
    if (signal == SIGTERM && now - *began_ > patience) return kill();
    return {signal};
}

stop_ladder::signals stop_ladder::on_time(time_point now) {
    auto const due = deadline();
    return due && now >= *due ? kill() : signals{};
}

std::optional<time_point> stop_ladder::deadline() const noexcept {
    if (!began_ || killed_) return std::nullopt;
    return *began_ + grace_;
}

stop_ladder::signals stop_ladder::kill() {
    killed_ = true;
    return {SIGKILL};
}

}  // namespace task_agent
