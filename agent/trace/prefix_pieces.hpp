// The pieces that a prefix is made of, each with a file of its own: times, levels and tags. A length counts
// bytes from the start of the text, 0 = no such piece begins there. Pure.
#pragma once

#include "task_agent/trace/prefix.hpp"

#include "prefix_text.hpp"

namespace task_agent::trace::prefix {

// A time stamp, also in brackets. `is_first`: nothing stands before it.
[[nodiscard]] std::size_t time_piece(std::string_view text, bool is_first) noexcept;
// Seconds since 1970 without a fraction: outside of brackets any number of ten digits looks so, and only one
// that begins with 1, at the start of a line, is taken for a time.
[[nodiscard]] bool is_whole_epoch(std::string_view text) noexcept;
// klog's and glog's "E1122 12:00:00.123456   12345 file.go:12] ".
[[nodiscard]] std::size_t klog_piece(std::string_view text) noexcept;

// "1:M 22 Nov 2026 12:00:00.123 # ", of Redis and its kin, with the sign of its level ('.', '-', '*', '#').
[[nodiscard]] std::size_t redis_piece(std::string_view text) noexcept;

struct level_piece {
    std::size_t length = 0;
    log_level level = log_level::none;
};

// `is_first`: nothing stands before it, so that "Error: x" of a runtime must not pass for a level.
[[nodiscard]] level_piece find_level(std::string_view text, bool is_first) noexcept;

// Level, time and place in one bracket: NeMo's "[NeMo E 2026-11-22 12:00:00 train:50] ", c10's
// "[W1122 12:00:00.123456789 init.cpp:767] ".
[[nodiscard]] level_piece record_head(std::string_view text) noexcept;

// "[rank0]:", "[1,3]<stderr>:", "[default0]:", "(worker pid=12, ip=10.0.0.1)"
[[nodiscard]] std::size_t bracket_tag(std::string_view text) noexcept;
// At the start of a line only: "0: " (srun --label), "node12: " (pdsh), "rank 3: ", "worker-1  | ", "#12 " of
// "#12 0.037 " (BuildKit's steps).
[[nodiscard]] std::size_t label(std::string_view text) noexcept;
// "0.037 ": behind a step's number, the seconds since it began.
[[nodiscard]] std::size_t step_time(std::string_view text) noexcept;
// Behind a time, the place that wrote the record: "engine.py:366] ".
[[nodiscard]] std::size_t place_piece(std::string_view text) noexcept;
// CRI's "stderr F ".
[[nodiscard]] bool is_container_stream(std::string_view text) noexcept;
// Behind a time: a container's stream, syslog's "host name[12]:", a router's "app[web.1]:", "build-4".
[[nodiscard]] std::size_t tag_behind_time(std::string_view text) noexcept;

}  // namespace task_agent::trace::prefix
