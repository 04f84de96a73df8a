#include "reports.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/wire/report_line_codec.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include "stopping.hpp"
#include "variables.hpp"

namespace task_agent {
namespace {

constexpr std::string_view variable = "TASK_AGENT_STATUS_FILE";
constexpr std::uint64_t most_named = 5;  // lines that are skipped
constexpr std::size_t named_bytes = 80;  // of each

void skip(task_state& s, std::string_view why, std::string_view line = {}) {
    ++s.reports.skipped;
    if (s.reports.skipped > most_named) return;
    auto text = fmt::format("a line of the status file is skipped: {}", why);
    if (!line.empty())
        text += fmt::format(": \"{}\"", utf8_prefix(plain_and_masked(line, s.secrets.get()), named_bytes));
    if (s.reports.skipped == most_named) text += "; further ones are only counted";
    s.log.warn(text);
}

// Every key that was ever reported is said again at the end of an outage: there has to be an end to them.
bool fits(report_side& known, detail_map const& details) {
    auto total = known.total;
    for (auto const& [key, value] : details) {
        auto const before = known.sizes.find(key);
        total += key.size() + value.size() - (before == known.sizes.end() ? 0 : before->second);
    }
    if (total > report_limit) return false;
    known.total = total;
    for (auto const& [key, value] : details)
        known.sizes.insert_or_assign(key, key.size() + value.size());
    return true;
}

bool says_saved(detail_map const& details) {
    auto const found = details.find(std::string_view(checkpoint_key));
    return found != details.end() && found->second != "false" && found->second != "null";
}

void on_line(task_state& s, std::string_view line) {
    auto const clean = s.secrets ? masked(line, *s.secrets) : std::string(line);
    auto details = parse_report_line(clean);
    if (!details) return skip(s, details.error().text, clean);
    if (details->empty()) return;
    if (!fits(s.reports, *details))
        return skip(s, fmt::format("with it all details together are longer than {} bytes", report_limit),
                    clean);
    s.stalls.watch.on_movement(movement::report, steady_clock::now());
    if (says_saved(*details)) on_checkpoint_saved(s);
    if (!s.platform) return;
    task_update update;
    update.status_details = std::move(*details);
    s.platform->report.push(std::move(update));
}

}  // namespace

std::string open_status_file(task_state& s, std::vector<std::string>& environment) {
    auto const& settings = s.request.settings;
    user_ids const user = settings.user.value_or(user_ids{::geteuid(), ::getegid()});
    status_file::listener to;
    to.on_line = [&s](std::string_view line) { on_line(s, line); };
    to.on_skipped = [&s](std::string_view why) { skip(s, why); };
    auto made =
        status_file::make(s.io, channel_places(settings.state_dir.path, environment), user, std::move(to));
    if (made) {
        s.reports.file = std::move(*made);
        set_variable(environment, variable, s.reports.file->path());
        return {};
    }
    set_variable(environment, variable, {});
    return made.error().text;
}

void take_last_reports(task_state& s) {
    if (s.reports.file) s.reports.file->take_rest();
}

}  // namespace task_agent
