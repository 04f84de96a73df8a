// What a log may cost, whatever it holds: memory, and time in proportion to its length.
#pragma once

#include <cstdint>

namespace task_agent::properties {

// Each prints what it measured; false when a bound was broken.

// Lines of 10 MiB, of each kind of content, in one log. Measured is what operator new has handed out and not
// got back, at its highest, in bytes above what was there before; what a line needs is known beforehand, so
// the log itself takes 64 KiB.
[[nodiscard]] bool memory_is_bounded(std::uint64_t seed);

// The processor time of this thread: a log of the same content four times as long, and lines eight times as
// long in a log of the same size.
[[nodiscard]] bool time_is_linear(std::uint64_t seed);

}  // namespace task_agent::properties
