#include "task_agent/logic/journal_sections.hpp"

#include "task_agent/logic/journal_frame.hpp"

#include <algorithm>
#include <utility>

namespace task_agent {
namespace {

constexpr std::size_t most_kept_sections = 16;
constexpr std::size_t most_kept_bytes = longest_journal / 2;

struct taker {
    journal_section& to;

    void operator()(run_started&& start) const {
        if (!to.start) to.start = std::move(start);
    }
    void operator()(workload_started&&) const { to.has_workload = true; }
    void operator()(stop_asked&& stop) const {
        if (to.stop.empty()) to.stop = std::move(stop.why);
    }
    void operator()(workload_ended&& end) const { to.exit = end.exit; }
    void operator()(task_update&& update) const { to.final_update = std::move(update); }
    void operator()(acknowledgement&& answer) const { to.fate = answer.how; }
};

}  // namespace

std::size_t add_record(std::vector<journal_section>& to, journal_record record, std::size_t bytes) {
    auto section = std::ranges::find(to, record.run, &journal_section::run);
    if (section == to.end()) {
        section = to.emplace(to.end());
        section->run = std::move(record.run);
        section->began = std::move(record.at);
    }
    section->bytes += bytes;
    std::visit(taker{*section}, std::move(record.what));
    return static_cast<std::size_t>(section - to.begin());
}

section_use use_of(journal_section const& section, identity const& present) {
    if (section.is_settled() || !section.start) return section_use::nothing;
    auto const& id = section.start->id;
    if (section.final_update && section.final_update->state == status::paused)
        return section_use::dropped_pause;
    if (id.workspace != present.workspace || id.job != present.job || id.attempt_id != present.attempt_id)
        return section_use::other_attempt;
    if (!section.final_update) return section_use::without_ending;
    return id.step == present.step && id.task == present.task ? section_use::deliver
                                                              : section_use::other_task;
}

std::vector<std::size_t> sections_to_keep(std::vector<journal_section> const& all) {
    std::vector<std::size_t> kept;
    std::size_t bytes = 0;
    for (std::size_t i = all.size(); i-- > 0 && kept.size() < most_kept_sections;) {
        auto const& section = all[i];
        if (section.is_settled() || !section.start) continue;
        if (section.final_update && section.final_update->state == status::paused) continue;
        if (bytes + section.bytes > most_kept_bytes) break;
        bytes += section.bytes;
        kept.push_back(i);
    }
    std::ranges::reverse(kept);
    return kept;
}

}  // namespace task_agent
