// Text that is hard on whoever looks for the begin of a trace: random bytes, and beginnings of traces without
// an end.
#pragma once

#include "prefix_styles.hpp"
#include <string>

namespace task_agent::properties {

inline constexpr std::size_t content_size = 64u << 10;
inline constexpr std::size_t harmless_kinds = 13;  // which cannot be taken for a trace
inline constexpr std::size_t content_kinds = 28;

// content_size bytes without a line end; `kind` below content_kinds.
[[nodiscard]] std::string hard_content(std::size_t kind, random_engine& random);

// Without '\n' and '\r', of bytes from low to high.
[[nodiscard]] std::string random_bytes(random_engine& random, std::size_t size, unsigned low, unsigned high);

}  // namespace task_agent::properties
