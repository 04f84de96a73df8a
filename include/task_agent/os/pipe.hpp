// Pipes: the way of a workload's output (pipe(7)).
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"

#include <cstddef>

namespace task_agent::os {

struct pipe_ends {
    unique_fd read;
    unique_fd write;
};

// Both ends close-on-exec and above descriptor 2.
[[nodiscard]] result<pipe_ends> make_pipe();

// Asks for a larger buffer; a refusal (not a pipe, limit of the user) is silent and returns false.
bool grow_pipe(int fd, std::size_t bytes) noexcept;

// Bytes that wait in the pipe; 0 when it cannot be told.
[[nodiscard]] std::size_t bytes_waiting(int fd) noexcept;

void set_non_blocking(int fd) noexcept;

// Whether both descriptors lead to the same open file, terminal or pipe.
[[nodiscard]] bool is_same_file(int a, int b) noexcept;

[[nodiscard]] bool is_open(int fd) noexcept;

// Makes sure that 0, 1 and 2 are taken, so that no descriptor of the agent's own can land there. A place that
// was closed is filled with something harmless; returns for each whether it had been open.
struct standard_fds_state {
    bool was_open[3] = {true, true, true};
};
[[nodiscard]] standard_fds_state occupy_standard_fds() noexcept;

}  // namespace task_agent::os
