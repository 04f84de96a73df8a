// Copies a few bytes without a call and without a loop over single ones: two blocks that overlap, of a size
// the compiler knows. For what is on the way of every line.
#pragma once

#include <cstddef>
#include <cstring>

namespace task_agent::trace {

template <std::size_t Block>
inline void copy_two(char* to, char const* from, std::size_t size) noexcept {
    char first[Block];
    char last[Block];
    std::memcpy(first, from, Block);
    std::memcpy(last, from + size - Block, Block);
    std::memcpy(to, first, Block);
    std::memcpy(to + size - Block, last, Block);
}

// At most 32 bytes.
inline void copy_short(char* to, char const* from, std::size_t size) noexcept {
    if (size >= 16) {
        copy_two<16>(to, from, size);
    } else if (size >= 8) {
        copy_two<8>(to, from, size);
    } else if (size >= 4) {
        copy_two<4>(to, from, size);
    } else if (size >= 2) {
        copy_two<2>(to, from, size);
    } else if (size == 1) {
        *to = *from;
    }
}

}  // namespace task_agent::trace
