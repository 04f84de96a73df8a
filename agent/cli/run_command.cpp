// `run`: wraps one workload. Exit codes: the workload's own; 128+N when signal N killed it; 127 not found,
// 126 not runnable, 125 when the agent failed before the start; 0 after a stop that the platform asked for
// (contract 1).
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/dev_run.hpp"
#include "task_agent/cli/loading.hpp"
#include "task_agent/cli/platform_access.hpp"
#include "task_agent/cli/start_needs_from.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/config/environment_edits.hpp"
#include "task_agent/config/make_settings.hpp"
#include "task_agent/logic/secret_set.hpp"
#include "task_agent/os/pipe.hpp"
#include "task_agent/os/signals.hpp"
#include "task_agent/run/failure_rule_file.hpp"
#include "task_agent/run/task_run.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace task_agent::cli {
namespace {

// What is missing to report, or empty.
std::string missing_for_reports(run_settings const& settings) {
    auto names = settings.id.missing();
    if (settings.platform.jobs_url.empty()) names.emplace_back("NMP_JOBS_URL or NMP_BASE_URL");
    return names.empty() ? std::string() : fmt::format("{}", fmt::join(names, ", "));
}

// Whether anybody meant this to be reported at all: without a single hint it is a plain wrapper, and says
// nothing.
bool wants_to_report(run_settings const& settings) {
    auto const& id = settings.id;
    return !(id.workspace.empty() && id.job.empty() && id.step.empty() && settings.platform.jobs_url.empty());
}

// "--heartbeat=progress", as whoever gave it knows it.
std::string option_without_limit(loaded_options const& options) {
    char const* const name = options.at("heartbeat").text == "progress" ? "heartbeat" : "on-stall";
    auto const& value = options.at(name);
    return fmt::format("--{}={} ({})", name, value.text, to_text(value.source));
}

int act(invocation const& call) {
    // before anything is opened: no descriptor of ours may land on 0, 1 or 2, and no signal may be lost
    auto const standard_fds = os::occupy_standard_fds();
    auto const mask = os::block_all_signals();

    auto const options = load(call);
    auto const edited = edited_environment(workload_environment(call.env), call.flags);
    if (!edited) complain(edited.error().text);
    if (!options || !edited) return agent_failure;
    jitter random(jitter::fresh_seed());
    run_request request;
    request.settings = make_run_settings(*options, random);
    if (request.settings.dev) {
#ifdef TASK_AGENT_DEV_SERVER
        return dev_run(call, mask);
#else
        complain("--dev: this executable was built without its dev-server");
        return agent_failure;
#endif
    }

    auto rules = read_failure_rules(options->at("failure-rules"));
    for (auto const& problem : rules.problems)
        complain(problem);
    if (!rules.problems.empty()) return agent_failure;
    request.failure_rules = std::move(rules.rules);

    request.argv = call.operands;
    request.environment = edited->entries();
    request.secrets = secrets_in(request.environment);
    // what is taken from the command is a secret all the same
    for (auto& value : secrets_in(call.env.entries()))
        request.secrets.push_back(std::move(value));
    // also from a config file
    if (auto const& token = request.settings.platform.token; !token.empty()) request.secrets.push_back(token);
    request.outer_socket = call.env.get_filled("TASK_AGENT_SOCKET").value_or("");
    request.task_is_made_up = options->at("task").text.empty();
    request.warnings = options->warnings;
    request.signal_mask = mask;
    request.standard_fds = standard_fds;

    auto const missing = missing_for_reports(request.settings);
    if (missing.empty()) {
        auto access = platform_access_from(request.settings.platform, call.env);
        request.platform = std::move(access.url);
        request.client = std::move(access.client);
        for (auto& warning : access.warnings)
            request.warnings.push_back(std::move(warning));
    } else if (request.settings.require_platform) {
        complain("--require-platform: cannot report, missing are " + missing);
        return agent_failure;
    } else if (wants_to_report(request.settings)) {
        request.warnings.push_back("nothing will be reported: missing are " + missing);
    }
    request.needs = start_needs_from(request.settings, call.env, request.platform, request.warnings);
    if (lacks_stall_timeout(request.settings)) {
        request.needs.stall_limit_for = option_without_limit(*options);
        if (!request.platform) {
            complain(
                request.needs.stall_limit_for +
                " needs --stall-timeout DURATION: there is no step whose staleness timeout could stand in");
            return agent_failure;
        }
    }
    return run_task(std::move(request));
}

// Several of them, hence no settings: see config/environment_edits.
constexpr own_flag flags[] = {
    {"env", "NAME=VALUE", "set a variable for the command; several times for several"},
    {"unset", "NAME", "take a variable from the command; several times for several"},
};

}  // namespace

extern command const run_command;
constinit command const run_command = {
    .name = "run",
    .usage = "run [options] [--] CMD [ARG...]",
    .summary = "runs a command and reports it to the platform",
    .settings = command_set::run,
    .flags = flags,
    .takes = {.least = 1, .most = SIZE_MAX, .is_command_line = true, .what = "CMD"},
    .act = act};

}  // namespace task_agent::cli
