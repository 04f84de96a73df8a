#include "task_agent/logic/stop_ladder.hpp"

#include <algorithm>
#include <csignal>
#include <utility>

namespace task_agent {
namespace {

using namespace std::chrono_literals;

// A SIGTERM this soon after the last rung's is the same order given twice (an init and a shell, say), not
// impatience.
constexpr auto patience = 2s;
constexpr int interrupts_that_kill = 3;
// Contract 1: the tree has not ended 5 s after SIGKILL.
constexpr auto time_to_die = 5s;

}  // namespace

stop_ladder::signals stop_ladder::ask(int signal, std::optional<duration> patience, time_point now) {
    if (began_ || asked_until_) return {};
    // without a time of its own it waits for whoever begins the ladder
    asked_until_ = patience ? now + *patience : time_point::max();
    return {signal, SIGCONT};
}

stop_ladder::signals stop_ladder::begin(int signal, cause why, time_point now) {
    if (began_) return {};
    began_ = true;
    was_asked_ = why == cause::signal;
    if (signal == SIGINT) interrupts_ = 1;
    for (auto& rung : rungs_) {
        if (rung.signal == 0) rung.signal = signal;
    }
    return climb(0, now);
}

stop_ladder::signals stop_ladder::on_signal(int signal, time_point now) {
    if (!began_ || killed_at_) return {signal};
    bool const is_further = std::exchange(was_asked_, was_asked_ || signal == SIGTERM || signal == SIGINT);
    if (signal == SIGINT && ++interrupts_ >= interrupts_that_kill) return kill(now);
    if (signal == SIGTERM && is_further && is_on_last() && now - rung_began_ > patience) return kill(now);
    return {signal};
}

stop_ladder::signals stop_ladder::on_saved(time_point now) {
    if (!began_ || killed_at_ || is_on_last()) return {};
    return climb(rung_ + 1, now);
}

stop_ladder::signals stop_ladder::on_time(time_point now) {
    auto const due = deadline();
    if (!due || now < *due) return {};
    if (!began_) {
        began_ = true;
        return kill(now);
    }
    if (killed_at_) {
        gave_up_ = true;
        return {};
    }
    return is_on_last() ? kill(now) : climb(rung_ + 1, now);
}

void stop_ladder::shorten(time_point kill_by, time_point now) {
    if (!began_ || killed_at_) return;
    auto const passed = now - rung_began_;
    duration ahead = -passed;
    for (auto i = rung_; i < rungs_.size(); ++i)
        ahead += rungs_[i].wait;
    auto const left = std::max<duration>(kill_by - now, 0s);
    if (ahead <= left) return;
    double const share = static_cast<double>(left.count()) / static_cast<double>(ahead.count());
    auto const cut = [share](duration wait) { return std::chrono::duration_cast<duration>(wait * share); };
    rungs_[rung_].wait = passed + cut(rungs_[rung_].wait - passed);
    for (auto i = rung_ + 1; i < rungs_.size(); ++i)
        rungs_[i].wait = cut(rungs_[i].wait);
}

std::optional<time_point> stop_ladder::deadline() const noexcept {
    if (!began_) return asked_until_ == time_point::max() ? std::nullopt : asked_until_;
    if (gave_up_) return std::nullopt;
    if (killed_at_) return *killed_at_ + time_to_die;
    return rung_began_ + rungs_[rung_].wait;
}

stop_ladder::signals stop_ladder::climb(std::size_t rung, time_point now) {
    rung_ = rung;
    rung_began_ = now;
    // a stopped process acts on the signal only once it is continued (systemd does the same)
    return {rungs_[rung].signal, SIGCONT};
}

stop_ladder::signals stop_ladder::kill(time_point now) {
    killed_at_ = now;
    return {SIGKILL};
}

duration length_of(std::vector<stop_rung> const& rungs) noexcept {
    duration length{};
    for (auto const& rung : rungs)
        length += rung.wait;
    return length;
}

}  // namespace task_agent
