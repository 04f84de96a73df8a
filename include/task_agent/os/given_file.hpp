// A file that somebody named as input, read whole without the risk of waiting for ever: opening a FIFO that
// nobody writes blocks, and a signal that is blocked does not end it.
//
// Regular files, devices without an end such as /dev/null, and pipes that are open already (/dev/stdin,
// /dev/fd/N: what a shell's <(...) gives) are read; a directory, a FIFO by name, a socket and a terminal are
// refused. Errors name the file in one sentence. Blocking; any thread.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/error.hpp"

#include <cstddef>
#include <string>

namespace task_agent::os {

// At most `limit` bytes; `patience` for each next piece of a pipe.
[[nodiscard]] result<std::string> read_given_file(char const* path, std::size_t limit, duration patience);

}  // namespace task_agent::os
