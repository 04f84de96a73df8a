// A clock that jumps from event to event, and the randomness of one seed.
#pragma once

#include "task_agent/base/clock.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace simulation {

using task_agent::duration;
using task_agent::time_point;

class virtual_time {
public:
    explicit virtual_time(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}

    [[nodiscard]] time_point now() const { return now_; }
    void at(time_point when, std::function<void()> what) {
        events_.emplace(std::max(when, now_), std::move(what));
    }
    // Until nothing is left to happen.
    void run() {
        while (!events_.empty()) {
            auto first = events_.extract(events_.begin());
            now_ = first.key();
            first.mapped()();
        }
    }

    // splitmix64: the same on every machine, unlike the distributions of the standard library.
    [[nodiscard]] std::uint64_t bits() {
        state_ += 0x9E3779B97F4A7C15U;
        auto z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    [[nodiscard]] std::uint64_t below(std::uint64_t limit) { return bits() % limit; }
    [[nodiscard]] bool chance(double share) { return static_cast<double>(bits() >> 11) * 0x1.0p-53 < share; }
    [[nodiscard]] duration between(duration least, duration most) {
        return least + duration(static_cast<duration::rep>(
                           below(static_cast<std::uint64_t>((most - least).count()) + 1)));
    }

    // What happened, for a seed that is played again.
    void note(std::string const& line) {
        if (!keeps_trace) return;
        trace.push_back(std::to_string(std::chrono::duration<double>(now_ - time_point()).count()) + " " +
                        line);
    }
    bool keeps_trace = false;
    std::vector<std::string> trace;

private:
    time_point now_{};
    std::multimap<time_point, std::function<void()>> events_;
    std::uint64_t state_;
};

}  // namespace simulation
