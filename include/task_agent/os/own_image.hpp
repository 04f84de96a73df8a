// This program's own image in memory, from the program headers that the kernel points at (getauxval(3),
// elf(5)): no file is opened, so it works in any root, and it is async-signal-safe but for build_id_text().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace task_agent::os {

struct own_image {
    std::uintptr_t bias = 0;   // address in memory minus address in the file's symbols; 0 where it is fixed
    std::uintptr_t begin = 0;  // of all that is loaded
    std::uintptr_t end = 0;
    unsigned char const* build_id = nullptr;  // null when linked without one
    std::size_t build_id_size = 0;

    [[nodiscard]] bool contains(std::uintptr_t address) const noexcept {
        return begin <= address && address < end;
    }
};

[[nodiscard]] own_image read_own_image() noexcept;

// Hexadecimal, as debuggers and debug file servers name it; empty when there is none.
[[nodiscard]] std::string build_id_text();

}  // namespace task_agent::os
