// Opens the journal of a state dir for its next agent, `run` or `flush`: what an agent that was killed left
// without an end gets one, the report of its death (contract 4, 6).
//
// Blocks as long as the file system does; any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/config/settings.hpp"
#include "task_agent/logic/agent_death.hpp"
#include "task_agent/store/journal.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct opened_journal {
    store::journal file;
    std::vector<journal_section> sections;  // each that has a start has an end
    std::size_t damaged = 0;                // records that were skipped
    std::optional<error> trouble;           // the file can be read, but it takes no more
};

enum class journal_user {
    run,    // makes what is missing, leaves out what nobody needs any more
    flush,  // only looks at what is there
};

// The lock is free when this succeeds: the agents of all sections are gone. An error of store::is_locked() or
// store::is_missing() is an answer rather than a fault.
[[nodiscard]] result<opened_journal> open_journal(state_dir_settings const& where, journal_user who,
                                                  machine_facts const& now);

}  // namespace task_agent
