// What the records of a journal mean together: one section per run, and what is still to be done about it
// (contract 6). Pure; any thread.
#pragma once

#include "task_agent/core/journal_record.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct journal_section {
    std::string run;
    std::string began;  // wall clock of the first record
    std::optional<run_started> start;
    bool has_workload = false;
    std::string stop;  // what asked for a stop first; empty = nothing did
    std::optional<exit_status> exit;
    std::optional<task_update> final_update;
    std::optional<delivery> fate;  // of the final update, as far as it is known
    std::size_t bytes = 0;         // of its records in the file

    // Its run wrote no end: the agent itself was killed, if it is not the one that still runs.
    [[nodiscard]] bool is_broken() const noexcept { return start && !final_update; }
    // The platform has its end, or never will: nothing is left to do.
    [[nodiscard]] bool is_settled() const noexcept { return fate && *fate != delivery::given_up; }
};

// One more record of `bytes` bytes; sections stay in the order of their first records. Returns the position
// of the record's section.
std::size_t add_record(std::vector<journal_section>& to, journal_record record, std::size_t bytes);

// What a later agent makes of an earlier one's section.
enum class section_use {
    nothing,         // settled, or without a start that says whose it is
    deliver,         // completed, error or cancelled, of this attempt
    dropped_pause,   // paused: the task has been resumed since, or will be
    other_attempt,   // never sent: it would land in the attempt that is the newest (platform-facts 3.2)
    other_task,      // of this attempt, for `flush`
    without_ending,  // broken, and nobody has made a report of it yet
};

// For the run of the task `present`.
[[nodiscard]] section_use use_of(journal_section const& section, identity const& present);

// Which sections a new run keeps in the file: all that may still be of use, but no paused ones, and of the
// rest the newest 16, together at most half of what a journal may hold; a container that restarts for ever
// does not make it grow for ever. The positions, in order.
[[nodiscard]] std::vector<std::size_t> sections_to_keep(std::vector<journal_section> const& all);

}  // namespace task_agent
