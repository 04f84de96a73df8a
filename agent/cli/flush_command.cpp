// `flush`: delivers what an earlier agent could not. Exit code 0 when nothing of this attempt is left, 1 when
// something could not be delivered or the state dir is in use, 125 for a mistake in the call.
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/loading.hpp"
#include "task_agent/cli/platform_access.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/config/make_settings.hpp"
#include "task_agent/run/flush.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace task_agent::cli {
namespace {

constexpr int not_delivered = 1;

// One sentence about what is missing to begin with, or empty.
std::string missing_in(flush_settings const& settings, platform_access const& access) {
    if (settings.state_dir.path.empty())
        return "no state dir is known: give --state-dir DIR, or set NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH";
    if (!access.url) return "no platform is known: give --jobs-url URL, or set NMP_JOBS_URL or NMP_BASE_URL";
    if (settings.id.workspace.empty())
        return "no workspace is known: give --workspace NAME, or set NEMO_JOB_WORKSPACE";
    if (settings.id.job.empty()) return "no job is known: give --job NAME, or set NEMO_JOB_ID";
    return {};
}

int act(invocation const& call) {
    auto const options = load(call);
    if (!options) return agent_failure;
    flush_request request;
    request.settings = make_flush_settings(*options);
    auto access = platform_access_from(request.settings.platform, call.env);
    for (auto const& warning : options->warnings)
        complain(warning);
    for (auto const& warning : access.warnings)
        complain(warning);
    if (auto const missing = missing_in(request.settings, access); !missing.empty()) {
        complain(missing);
        return agent_failure;
    }
    request.platform = std::move(*access.url);
    request.client = std::move(access.client);

    stderr_sink to_stderr;
    int printed = 0;
    auto const say = [&](std::string const& line) { printed = std::max(printed, print(line + "\n")); };
    bool const nothing_left = flush_journal(request, logger(log_level::warn, to_stderr), say);
    if (!nothing_left) return not_delivered;
    return printed;
}

}  // namespace

extern command const flush_command;
constinit command const flush_command = {.name = "flush",
                                         .usage = "flush [options]",
                                         .summary = "delivers what an earlier agent could not",
                                         .settings = command_set::flush,
                                         .act = act};

}  // namespace task_agent::cli
