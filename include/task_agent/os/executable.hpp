// What an executable file says about itself, for the sentence that explains why it did not start (elf(5),
// execve(2)).
#pragma once

#include <string>

namespace task_agent::os {

[[nodiscard]] bool is_elf(char const* path) noexcept;

// The program that the kernel would start in the file's place: behind "#!", or the dynamic loader of an ELF
// file of this machine's class. Empty when there is none or the file cannot be read.
[[nodiscard]] std::string interpreter_of(char const* path);

}  // namespace task_agent::os
