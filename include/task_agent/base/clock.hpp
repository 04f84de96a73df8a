// Time, as the rest of the program sees it.
//
// Intervals are measured on the monotonic clock only; the wall clock appears in payloads and nowhere else
// (contract 2: a jump or a suspended machine changes nothing but timestamps). Policies take `now` as an
// argument; only drivers read a clock.
#pragma once

#include <chrono>
#include <string>

namespace task_agent {

using steady_clock = std::chrono::steady_clock;
using time_point = steady_clock::time_point;
using duration = steady_clock::duration;
using wall_clock = std::chrono::system_clock;

// "2026-11-22T19:57:03.120Z": UTC with milliseconds, as the payloads carry it.
[[nodiscard]] std::string utc_text(wall_clock::time_point t);

// Seconds as a double, for payloads.
[[nodiscard]] constexpr double in_seconds(duration d) noexcept {
    return std::chrono::duration<double>(d).count();
}

}  // namespace task_agent
