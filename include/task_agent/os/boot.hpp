// What tells one life of a process, and of the machine under it, from another (contract 6: the journal's
// start record).
#pragma once

#include <cstdint>
#include <string>

namespace task_agent::os {

// /proc/sys/kernel/random/boot_id: another one after each start of the machine; empty when it cannot be read.
[[nodiscard]] std::string boot_id();

// When this process was started, in clock ticks since boot (proc(5), field 22); 0 when it cannot be read.
// With the pid and the boot id it names a process for good.
[[nodiscard]] std::uint64_t start_ticks_of_self();

}  // namespace task_agent::os
