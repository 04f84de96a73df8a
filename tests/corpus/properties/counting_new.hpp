// How much memory this program has from operator new, which it replaces: the usual forms, in bytes as the
// allocator rounds them. Any thread.
#pragma once

#include <cstddef>

namespace task_agent::properties {

[[nodiscard]] std::size_t live_bytes() noexcept;
[[nodiscard]] std::size_t highest_bytes() noexcept;
void forget_highest() noexcept;

}  // namespace task_agent::properties
