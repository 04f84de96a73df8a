// Blocking writes that a kick or a deadline can end, on descriptors whose mode is not ours to change: 0 to 2
// are shared with other processes, so they are never made non-blocking.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/error.hpp"

#include <cstddef>
#include <string_view>

namespace task_agent::os {

// Writes all of `text` as far as the reader takes it within `patience`; returns the bytes written. Writes
// pieces of at most PIPE_BUF bytes after poll(2) said yes, which a pipe with one writer takes without
// blocking (pipe(7)).
std::size_t write_within(int fd, std::string_view text, duration patience) noexcept;

// Creates or truncates a file and writes `text`; an error names the file.
[[nodiscard]] result<> write_file(char const* path, std::string_view text);

}  // namespace task_agent::os
