#include "task_agent/run/journal_opening.hpp"

#include "task_agent/run/final_update.hpp"

#include <span>
#include <utility>

namespace task_agent {
namespace {

using missing = store::state_dir::missing;

missing if_missing(state_dir_settings const& where, journal_user who) {
    if (who == journal_user::flush) return missing::is_an_error;
    return where.was_asked_for ? missing::make_all : missing::make_last;
}

// Where the kernel's counters prove a death by want of memory they do so now, and less with every restart.
void give_ends(opened_journal& opened, machine_facts const& now) {
    std::vector<journal_record> ends;
    for (auto& section : opened.sections) {
        if (!section.is_broken()) continue;
        section.final_update = make_final_update(status::error, report_agent_death(section, now));
        ends.push_back({section.run, utc_text(wall_clock::now()), *section.final_update});
    }
    if (ends.empty()) return;
    if (auto const done = opened.file.append(ends); !done && !opened.trouble) opened.trouble = done.error();
}

}  // namespace

result<opened_journal> open_journal(state_dir_settings const& where, journal_user who,
                                    machine_facts const& now) {
    auto dir = store::state_dir::open(where.path, if_missing(where, who));
    if (!dir) return dir.error();
    auto file = store::journal::open(std::move(*dir));
    if (!file) return file.error();
    opened_journal opened{std::move(*file), {}, 0, {}};
    opened.damaged = opened.file.damaged();
    std::vector<std::size_t> kept;
    if (who == journal_user::run) {
        kept = sections_to_keep(opened.file.sections());
        if (auto const done = opened.file.keep(kept); !done) opened.trouble = done.error();
    }
    auto sections = opened.file.take_sections();
    if (who == journal_user::flush) {
        opened.sections = std::move(sections);
    } else {
        for (auto const at : kept)
            opened.sections.push_back(std::move(sections[at]));
    }
    give_ends(opened, now);
    return opened;
}

}  // namespace task_agent
