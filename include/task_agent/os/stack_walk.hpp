// Walks the stack of a thread that a signal has interrupted, by the call frame information that every x86-64
// object carries (.eh_frame; System V ABI supplement, DWARF 5 section 6.4). Async-signal-safe: no lock, no
// allocation, no state outside the object.
//
// Own code, because libgcc's unwinder is none of that in a static executable: its first use sorts all frames
// into memory from malloc, under a lock, and an agent that crashes has often crashed in malloc. A stack that
// is destroyed may make next() fault: report what was found so far before each call.
#pragma once

#include <ucontext.h>

#include <array>
#include <cstddef>
#include <cstdint>

namespace task_agent::os {

class stack_walk {
public:
    // Stands at the instruction that was interrupted. On other processors next() finds nothing.
    explicit stack_walk(::ucontext_t const& interrupted) noexcept;

    // The instruction; for callers the last byte of the call, so that a line table names the calling line.
    [[nodiscard]] std::uintptr_t address() const noexcept { return is_caller_ ? pc_ - 1 : pc_; }
    // To the caller; false at the end, or when there is no information.
    bool next() noexcept;

private:
    static constexpr std::size_t register_count =
        17;  // of the ABI's DWARF numbers: 7 = rsp, 16 = return address

    std::array<std::uintptr_t, register_count> registers_{};
    std::uintptr_t pc_ = 0;
    bool is_caller_ = false;
};

}  // namespace task_agent::os
