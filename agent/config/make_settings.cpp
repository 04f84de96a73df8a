#include "task_agent/config/make_settings.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/config/size_text.hpp"
#include "task_agent/config/stop_sequence_text.hpp"
#include "task_agent/config/user_text.hpp"

#include <fmt/format.h>

#include <csignal>
#include <utility>

namespace task_agent {
namespace {

class reader {
public:
    explicit reader(loaded_options const& options) : options_(options) {}

    std::string const& text(std::string_view name) const { return options_.at(name).text; }
    bool is_set(std::string_view name) const { return flag_value(text(name)); }
    // value(): the loader has passed the text, so a failure here is a fault of this program
    duration time(std::string_view name) const { return parse_duration(text(name)).value(); }
    std::size_t bytes(std::string_view name) const { return parse_size(text(name)).value(); }

    // As messages name it: "--secrets (flag)".
    std::string source(std::string_view name) const {
        auto const& value = options_.at(name).source;
        return value.name.empty() || value.kind == source_kind::file
                   ? fmt::format("\"{}\" ({})", name, to_text(value))
                   : fmt::format("{} ({})", value.name, to_text(value));
    }

    // The choices stand in the option table; what none of the pairs names is the first.
    template <class E, std::size_t N>
    E choice(std::string_view name, std::pair<std::string_view, E> const (&words)[N]) const {
        for (auto const& [word, value] : words) {
            if (word == text(name)) return value;
        }
        return words[0].second;
    }

    platform_settings platform() const {
        platform_settings made;
        made.jobs_url = text("jobs-url");
        made.family = options_.family;
        made.principal_json = text("principal");
        auto const& ca_file = options_.at("ca-file");
        made.ca_file = ca_file.text;
        made.ca_file_source = ca_file.source.name;
        made.client_cert = text("client-cert");
        made.client_key = text("client-key");
        made.identity_file = text("workload-identity-file");
        made.token_file = text("token-file");
        made.token = text("token");
        made.auth_url = text("auth-url");
        return made;
    }

    state_dir_settings state_dir() const {
        auto const& value = options_.at("state-dir");
        if (value.text.empty()) return {};
        // the platform names the task's storage, which is the workload's too (contract 6)
        if (value.source.kind == source_kind::platform) return {value.text + "/.task-agent", false};
        return {value.text, true};
    }

private:
    loaded_options const& options_;
};

constexpr std::pair<std::string_view, stop_exit> stop_exits[] = {{"zero", stop_exit::zero},
                                                                 {"workload", stop_exit::workload}};
constexpr std::pair<std::string_view, heartbeat_mode> heartbeat_modes[] = {
    {"alive", heartbeat_mode::alive}, {"progress", heartbeat_mode::progress}};
constexpr std::pair<std::string_view, report_tail_mode> report_tails[] = {
    {"auto", report_tail_mode::automatic}, {"on", report_tail_mode::on}, {"off", report_tail_mode::off}};
constexpr std::pair<std::string_view, log_level> log_levels[] = {{"warn", log_level::warn},
                                                                 {"off", log_level::off},
                                                                 {"error", log_level::error},
                                                                 {"info", log_level::info},
                                                                 {"debug", log_level::debug}};

}  // namespace

run_settings make_run_settings(loaded_options const& options, jitter& random) {
    reader const from(options);
    run_settings made;
    made.platform = from.platform();
    made.id.workspace = from.text("workspace");
    made.id.job = from.text("job");
    made.id.step = from.text("step");
    made.id.attempt_id = from.text("attempt-id");
    if (auto const& task = from.text("task"); !task.empty()) {
        made.id.task = normalised_task_name(task);
    } else {
        auto const high = random.bits();
        made.id.task = normalised_task_name(fmt::format("{:016x}{:016x}", high, random.bits()));
    }
    made.require_platform = from.is_set("require-platform");
    made.dev = from.is_set("dev");
    made.own_step = from.is_set("own-step") || made.dev;
    made.platform.secrets_url = from.text("secrets-url");
    made.secrets = from.text("secrets");
    made.secrets_source = from.source("secrets");
    made.fetch_step_config = from.is_set("fetch-step-config");
    made.step_config_file = from.text("step-config-file");
    made.fetch_timeout = from.time("fetch-timeout");
    made.control_interval = from.time("control-interval");
    made.working_directory = from.text("workdir");
    made.user = parse_user(from.text("user"));
    made.timeout = from.time("timeout");
    made.heartbeat = from.choice("heartbeat", heartbeat_modes);
    made.progress_counts_cpu = from.text("progress-source") == "cpu";
    made.stall_timeout = from.time("stall-timeout");
    made.stop_stalled = from.text("on-stall") == "stop";
    made.stall_signal = parse_stop_signal(from.text("stall-signal")).value_or(0);
    made.runtime_variables = !from.is_set("no-runtime-env");
    made.stop_grace = from.time("stop-grace");
    if (auto const& sequence = from.text("stop-sequence"); !sequence.empty())
        made.stop_sequence = parse_stop_sequence(sequence).value();
    made.pause_signal = parse_stop_signal(from.text("pause-signal")).value_or(SIGTERM);
    made.stop_budget = from.time("stop-budget");
    made.final_timeout = from.time("final-timeout");
    made.stop_code = from.choice("stop-exit", stop_exits);
    made.kill_orphan = from.text("orphan") == "kill";
    made.stop_superseded = from.text("superseded") == "stop";
    made.stop_leftovers = from.text("leftovers") == "stop";
    made.state_dir = from.state_dir();
    made.error_stack_limit = from.bytes("error-stack-limit");
    made.failure_rules = from.text("failure-rules");
    made.tail = from.choice("report-tail", report_tails);
    made.termination_log = from.text("termination-log");
    made.pipe_size = from.bytes("pipe-size");
    made.log_target = from.text("log");
    made.level = from.choice("log-level", log_levels);
    return made;
}

flush_settings make_flush_settings(loaded_options const& options) {
    reader const from(options);
    flush_settings made;
    made.platform = from.platform();
    made.id.workspace = from.text("workspace");
    made.id.job = from.text("job");
    made.id.attempt_id = from.text("attempt-id");
    made.state_dir = from.state_dir();
    made.final_timeout = from.time("final-timeout");
    return made;
}

client_settings make_client_settings(loaded_options const& options) {
    reader const from(options);
    return {from.platform(), from.text("workspace")};
}

}  // namespace task_agent
