// What the journal of the state dir holds, record by record (contract 6). Plain values; any thread.
//
// A section is all records of one run: run_started first, then what happened, the final update whole, and
// what became of it.
#pragma once

#include "task_agent/core/exit_status.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/task_update.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace task_agent {

// A memory cgroup as a later process can know it again, and how many processes the kernel had killed in it.
struct memory_mark {
    std::uint64_t device = 0;  // of the folder, as stat(2) says
    std::uint64_t inode = 0;
    std::uint64_t kills = 0;
};

struct run_started {
    identity id;
    std::string host;
    std::int64_t agent_pid = 0;
    std::uint64_t agent_start = 0;  // clock ticks since boot (proc(5), field 22); 0 = not known
    std::string boot_id;            // empty = not known
    std::optional<memory_mark> memory;
    std::string agent_version;
};

struct workload_started {
    std::int64_t pid = 0;
};

struct stop_asked {
    std::string why;  // "SIGTERM", "cancel", "pause", "timeout"
};

struct workload_ended {
    exit_status exit;
};

// What became of a final update.
enum class delivery {
    accepted,    // by the platform
    refused,     // by the platform, for good: trying again would change nothing
    given_up,    // no answer within the time for it; a later agent may try again
    superseded,  // a later run of the same task has ended, and the platform has that end
};

[[nodiscard]] std::string_view to_text(delivery how) noexcept;
[[nodiscard]] std::optional<delivery> parse_delivery(std::string_view word) noexcept;

struct acknowledgement {
    delivery how = delivery::accepted;
};

using journal_entry = std::variant<run_started, workload_started, stop_asked, workload_ended,
                                   task_update /* the final one */, acknowledgement>;

struct journal_record {
    std::string run;  // which section
    std::string at;   // wall clock, as utc_text() gives it
    journal_entry what;
};

}  // namespace task_agent
