#include "task_agent/config/option_table.hpp"

#include "task_agent/base/duration_text.hpp"
#include "task_agent/config/size_text.hpp"
#include "task_agent/config/stop_sequence_text.hpp"
#include "task_agent/config/user_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace task_agent {
namespace {

using namespace std::chrono_literals;
using enum option_kind;

constexpr auto run = command_set::run;
constexpr auto flush = command_set::flush;
constexpr auto explain = command_set::explain;
constexpr auto client = command_set::status | command_set::submit | command_set::job_action;

constexpr std::string_view jobs_url_names[] = {"NMP_JOBS_URL", "NMP_BASE_URL", "NHX_JOBS_URL",
                                               "NHX_BASE_URL"};
constexpr std::string_view ca_file_names[] = {"SSL_CERT_FILE"};
constexpr std::string_view identity_file_names[] = {"NMP_WORKLOAD_IDENTITY_TOKEN_FILE",
                                                    "NHX_WORKLOAD_IDENTITY_TOKEN_FILE"};
constexpr std::string_view token_file_names[] = {"NEMO_WORKLOAD_TOKEN_FILE"};
constexpr std::string_view token_names[] = {"NEMO_WORKLOAD_TOKEN"};
constexpr std::string_view auth_url_names[] = {"NHX_AUTH_URL", "NMP_BASE_URL", "NHX_BASE_URL"};
constexpr std::string_view secrets_url_names[] = {"NMP_SECRETS_URL", "NMP_BASE_URL", "NHX_SECRETS_URL",
                                                  "NHX_BASE_URL"};
constexpr std::string_view secrets_names[] = {"NEMO_JOB_SECRETS"};
constexpr std::string_view step_config_names[] = {"NEMO_JOB_STEP_CONFIG_FILE_PATH"};
constexpr std::string_view principal_names[] = {"NMP_PRINCIPAL", "NHX_PRINCIPAL"};
constexpr std::string_view workspace_names[] = {"NEMO_JOB_WORKSPACE"};
constexpr std::string_view job_names[] = {"NEMO_JOB_ID"};
constexpr std::string_view step_names[] = {"NEMO_JOB_STEP"};
constexpr std::string_view task_names[] = {"NEMO_JOB_TASK"};
constexpr std::string_view attempt_names[] = {"NEMO_JOB_ATTEMPT_ID"};

constexpr std::string_view storage_names[] = {"NEMO_JOB_EPHEMERAL_TASK_STORAGE_PATH"};

constexpr std::string_view stop_exits[] = {"zero", "workload"};
constexpr std::string_view orphan_words[] = {"kill", "leave"};
constexpr std::string_view leftover_words[] = {"stop", "leave"};
constexpr std::string_view superseded_words[] = {"stop", "continue"};
constexpr std::string_view heartbeat_words[] = {"alive", "progress"};
constexpr std::string_view progress_words[] = {"output", "cpu"};
constexpr std::string_view stall_words[] = {"report", "stop"};
constexpr std::string_view report_tails[] = {"auto", "on", "off"};
constexpr std::string_view log_levels[] = {"off", "error", "warn", "info", "debug"};

constexpr option_range up_to_a_day{0, std::chrono::nanoseconds(24h).count()};
constexpr option_range up_to_a_year{0, std::chrono::nanoseconds(24h * 365).count()};

constexpr option_spec table[] = {
    {.name = "config",
     .commands = run | client | flush,
     .value_name = "FILE",
     .is_in_file = false,
     .help = "read settings from this file instead of /etc/task-agent/config.json"},
    {.name = "jobs-url",
     .kind = url,
     .commands = run | client | flush,
     .value_name = "URL",
     .platform = jobs_url_names,
     .help = "base URL of the Jobs API: http://, https:// or unix:///path"},
    {.name = "ca-file",
     .commands = run | client | flush,
     .value_name = "FILE",
     .platform = ca_file_names,
     .help = "issuers that are trusted with https, in PEM form, instead of the system's"},
    {.name = "client-cert",
     .commands = run | client | flush,
     .value_name = "FILE",
     .help = "certificate to show to an https server that asks for one, in PEM form"},
    {.name = "client-key",
     .commands = run | client | flush,
     .value_name = "FILE",
     .help = "private key of the client certificate, in PEM form; default: in the certificate's file"},
    {.name = "workload-identity-file",
     .commands = run | client | flush,
     .value_name = "FILE",
     .platform = identity_file_names,
     .help = "proof of identity from the platform, exchanged for a token as --auth-url says"},
    {.name = "auth-url",
     .kind = url,
     .commands = run | client | flush,
     .value_name = "URL",
     .platform = auth_url_names,
     .help = "base URL of the server that says where tokens are exchanged; default: --jobs-url"},
    {.name = "token-file",
     .commands = run | client | flush,
     .value_name = "FILE",
     .platform = token_file_names,
     .help = "bearer token for the platform, read anew for each request"},
    {.name = "token",
     .commands = run | client | flush,
     .value_name = "TOKEN",
     .platform = token_names,
     .is_secret = true,
     .is_flag = false,
     .help = "bearer token for the platform"},
    {.name = "workspace",
     .commands = run | client | flush,
     .value_name = "NAME",
     .platform = workspace_names,
     .help = "workspace of the job"},
    {.name = "principal",
     .commands = run | client | flush,
     .value_name = "JSON",
     .platform = principal_names,
     .is_secret = true,
     .help = "whom requests speak for, as the platform's principal document"},
    {.name = "job",
     .commands = run | flush,
     .value_name = "NAME",
     .platform = job_names,
     .help = "job of this task"},
    {.name = "step",
     .commands = run,
     .value_name = "NAME",
     .platform = step_names,
     .help = "step of this task"},
    {.name = "task",
     .commands = run,
     .value_name = "NAME",
     .platform = task_names,
     .help = "name of this task; made up when there is none"},
    {.name = "attempt-id",
     .commands = run | flush,
     .value_name = "ID",
     .platform = attempt_names,
     .help = "attempt of the job that this task belongs to"},
    {.name = "require-platform",
     .kind = flag,
     .commands = run,
     .fallback = "false",
     .help = "fail with 125 when the identity or the URL is incomplete, instead of running unreported"},
    {.name = "own-step",
     .kind = flag,
     .commands = run,
     .fallback = "false",
     .help = "also write the step's status: only where no jobs controller does"},
    {.name = "dev",
     .kind = flag,
     .commands = run,
     .fallback = "false",
     .help = "start a dev-server, run as a job of it and print the status tree (implies --own-step)"},
    {.name = "control-interval",
     .kind = time_span,
     .commands = run,
     .fallback = "5s",
     .value_name = "DURATION",
     .range = up_to_a_day,
     .help = "time between two looks for a cancel or a pause; 0 never looks"},
    {.name = "secrets",
     .commands = run,
     .value_name = "ENV=WS/NAME,...",
     .platform = secrets_names,
     .help = "secrets of the platform that the command gets as variables, fetched before it starts"},
    {.name = "secrets-url",
     .kind = url,
     .commands = run,
     .value_name = "URL",
     .platform = secrets_url_names,
     .help = "base URL of the server that the secrets are on; default: --jobs-url"},
    {.name = "fetch-step-config",
     .kind = flag,
     .commands = run,
     .fallback = "false",
     .help = "write the step's config to --step-config-file before the command starts"},
    {.name = "step-config-file",
     .commands = run,
     .value_name = "FILE",
     .platform = step_config_names,
     .help = "where --fetch-step-config writes"},
    {.name = "fetch-timeout",
     .kind = time_span,
     .commands = run,
     .fallback = "30s",
     .value_name = "DURATION",
     .range = up_to_a_day,
     .help = "how long secrets and the step's config are waited for, all of them together"},
    {.name = "workdir",
     .commands = run,
     .value_name = "DIR",
     .help = "folder that the command starts in, instead of the agent's own"},
    {.name = "user",
     .kind = user,
     .commands = run,
     .value_name = "UID[:GID]",
     .help = "whom the command runs as, in numbers; without GID the group is UID, further groups are none"},
    {.name = "timeout",
     .kind = time_span,
     .commands = run,
     .fallback = "0",
     .value_name = "DURATION",
     .range = up_to_a_year,
     .help = "stop the command after this time, exit with 124 if it then ends with 0; 0 never does"},
    {.name = "heartbeat",
     .kind = choice,
     .commands = run,
     .fallback = "alive",
     .value_name = "WHAT",
     .choices = heartbeat_words,
     .help = "what heartbeats say: the command lives, or something of it has moved within --stall-timeout"},
    {.name = "stall-timeout",
     .kind = time_span,
     .commands = run,
     .fallback = "0",
     .value_name = "DURATION",
     .range = up_to_a_day,
     .help = "time without output or report after which the command has stalled; 0: the step's staleness "
             "timeout, "
             "where a stall matters"},
    {.name = "progress-source",
     .kind = choice,
     .commands = run,
     .fallback = "output",
     .value_name = "WHAT",
     .choices = progress_words,
     .help = "what moves the command: output and reports, or CPU time as well"},
    {.name = "on-stall",
     .kind = choice,
     .commands = run,
     .fallback = "report",
     .value_name = "WHAT",
     .choices = stall_words,
     .help = "what becomes of a command that has stalled, once it is reported where it waits"},
    {.name = "stall-signal",
     .kind = signal,
     .commands = run,
     .value_name = "SIGNAL",
     .help = "asks stalled processes that have a handler for it to print their stacks"},
    {.name = "no-runtime-env",
     .kind = flag,
     .commands = run,
     .fallback = "false",
     .help = "leave PYTHONFAULTHANDLER, RUST_BACKTRACE and TORCHELASTIC_ERROR_FILE unset where they are"},
    {.name = "stop-grace",
     .kind = time_span,
     .commands = run,
     .fallback = "8s",
     .value_name = "DURATION",
     .range = up_to_a_day,
     .help = "time between the stop signal and SIGKILL"},
    {.name = "stop-sequence",
     .kind = sequence,
     .commands = run,
     .value_name = "SIGNAL:DURATION,...",
     .help =
         "signals before SIGKILL and the wait after each, such as USR1:30s,TERM:8s; replaces --stop-grace"},
    {.name = "pause-signal",
     .kind = signal,
     .commands = run,
     .fallback = "TERM",
     .value_name = "SIGNAL",
     .help = "what asks the command to save and end, where the platform leaves a pause to it"},
    {.name = "stop-budget",
     .kind = time_span,
     .commands = run,
     .fallback = "9.5s",
     .value_name = "DURATION",
     .range = up_to_a_day,
     .help = "time from the stop signal to the agent's own end"},
    {.name = "stop-exit",
     .kind = choice,
     .commands = run,
     .fallback = "zero",
     .value_name = "WHICH",
     .choices = stop_exits,
     .help = "exit code after a cancel or a pause"},
    {.name = "orphan",
     .kind = choice,
     .commands = run,
     .fallback = "kill",
     .value_name = "WHAT",
     .choices = orphan_words,
     .help = "what becomes of the command's first process when the agent itself is killed"},
    {.name = "leftovers",
     .kind = choice,
     .commands = run,
     .fallback = "stop",
     .value_name = "WHAT",
     .choices = leftover_words,
     .help = "what becomes of processes that the command leaves behind at its end"},
    {.name = "superseded",
     .kind = choice,
     .commands = run,
     .fallback = "stop",
     .value_name = "WHAT",
     .choices = superseded_words,
     .help = "what becomes of the command when a newer attempt of the job has taken over; it is reported no "
             "more"},
    {.name = "final-timeout",
     .kind = time_span,
     .commands = run | flush,
     .fallback = "60s",
     .value_name = "DURATION",
     .range = up_to_a_day,
     .help = "how long the final update is tried"},
    {.name = "state-dir",
     .commands = run | flush,
     .value_name = "DIR",
     .platform = storage_names,
     .help = "folder for the journal; the platform's variable names the folder above .task-agent"},
    {.name = "error-stack-limit",
     .kind = size,
     .commands = run | explain,
     .fallback = "64KiB",
     .value_name = "SIZE",
     .range = {1024, 1 << 20},
     .help = "longest error_stack that is reported"},
    {.name = "exit-code",
     .kind = number,
     .commands = explain,
     .value_name = "N",
     .range = {0, 255},
     .is_in_file = false,
     .help =
         "how the command ended whose log it is, as a shell tells it; with it explain answers as run does"},
    {.name = "failure-rules",
     .commands = run | explain,
     .value_name = "FILE",
     .help = "further rules of known failures (category, hint, retryable), used before the compiled-in ones"},
    {.name = "report-tail",
     .kind = choice,
     .commands = run,
     .fallback = "auto",
     .value_name = "WHEN",
     .choices = report_tails,
     .help = "print the cause of a failure last on stderr; auto: with an identity or on a terminal"},
    {.name = "termination-log",
     .commands = run,
     .fallback = "/dev/termination-log",
     .value_name = "FILE|off",
     .help = "where the summary of a failure goes, if the file is there"},
    {.name = "pipe-size",
     .kind = size,
     .commands = run,
     .fallback = "1MiB",
     .value_name = "SIZE",
     .range = {0, 1 << 30},
     .help = "size that the output pipes grow to under load; 0 keeps the kernel's"},
    {.name = "log",
     .commands = run,
     .fallback = "stderr",
     .value_name = "FILE|stderr|off",
     .help = "where the agent's own messages go"},
    {.name = "log-level",
     .kind = choice,
     .commands = run,
     .fallback = "warn",
     .value_name = "LEVEL",
     .choices = log_levels,
     .help = "least important message that is written"},
};

constexpr std::string_view prefix = "TASK_AGENT_";

constexpr char upper(char c) noexcept {
    if (c == '-') return '_';
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr std::string_view true_words[] = {"true", "yes", "on", "1"};
constexpr std::string_view false_words[] = {"false", "no", "off", "0"};

bool is_one_of(std::string_view word, std::span<std::string_view const> words) noexcept {
    return std::ranges::find(words, word) != words.end();
}

bool is_within(option_range range, std::uint64_t value) noexcept {
    return value >= static_cast<std::uint64_t>(range.least) &&
           value <= static_cast<std::uint64_t>(range.most);
}

}  // namespace

std::span<option_spec const> option_table() noexcept {
    return table;
}

option_spec const* find_option(std::string_view name) noexcept {
    auto const found = std::ranges::find(table, name, &option_spec::name);
    return found == std::end(table) ? nullptr : found;
}

std::string variable_of(option_spec const& option) {
    std::string name(prefix);
    std::ranges::transform(option.name, std::back_inserter(name), upper);
    return name;
}

option_spec const* option_of_variable(std::string_view variable) noexcept {
    if (!variable.starts_with(prefix)) return nullptr;
    variable.remove_prefix(prefix.size());
    auto const found = std::ranges::find_if(table, [&](option_spec const& option) {
        return std::ranges::equal(variable, option.name, {}, {}, upper);
    });
    return found == std::end(table) ? nullptr : found;
}

std::string fault_of(option_spec const& option, std::string_view text) {
    switch (option.kind) {
        case option_kind::text:
        case url:
            if (!text.empty() || option.fallback.empty()) return {};
            return fmt::format("empty; allowed is {}", option.value_name);
        case flag:
            if (is_one_of(text, true_words) || is_one_of(text, false_words)) return {};
            return "not a yes or no; allowed are true and false";
        case option_kind::time_span: {
            auto const value = parse_duration(text);
            if (!value) return "not a duration; allowed are values like 250ms, 8s, 1m30s";
            if (is_within(option.range, static_cast<std::uint64_t>(value->count()))) return {};
            return fmt::format("out of range; allowed are {} to {}",
                               to_text(std::chrono::nanoseconds(option.range.least)),
                               to_text(std::chrono::nanoseconds(option.range.most)));
        }
        case size: {
            auto const value = parse_size(text);
            if (!value) return "not a size; allowed are values like 65536, 64KiB, 1MiB";
            if (is_within(option.range, *value)) return {};
            return fmt::format("out of range; allowed are {} to {}",
                               size_to_text(static_cast<std::uint64_t>(option.range.least)),
                               size_to_text(static_cast<std::uint64_t>(option.range.most)));
        }
        case number: {
            if (text.empty() && option.fallback.empty()) return {};
            std::uint64_t value = 0;
            auto const parsed = std::from_chars(text.data(), text.data() + text.size(), value);
            bool const is_number = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
            if (is_number && is_within(option.range, value)) return {};
            return fmt::format("not a number from {} to {}", option.range.least, option.range.most);
        }
        case sequence: {
            if (text.empty()) return {};
            auto const parsed = parse_stop_sequence(text);
            return parsed ? std::string() : parsed.error().text;
        }
        case signal:
            if (text.empty() && option.fallback.empty()) return {};
            if (parse_stop_signal(text)) return {};
            return "not a signal that can be caught; allowed are names like TERM and USR1, and numbers";
        case user:
            if (text.empty() || parse_user(text)) return {};
            return "not a user; allowed are numbers like 1000 or 1000:100";
        case choice:
            if (is_one_of(text, option.choices)) return {};
            return fmt::format("no such choice; allowed are {}", fmt::join(option.choices, ", "));
    }
    return {};
}

bool flag_value(std::string_view text) noexcept {
    return is_one_of(text, true_words);
}

std::string printable_value(option_spec const& option, std::string_view text) {
    if (option.is_secret) return text.empty() ? "" : "***";
    if (option.kind != url) return std::string(text);
    auto const scheme = text.find("://");
    auto const host = scheme == std::string_view::npos ? 0 : scheme + 3;
    // up to the last @ anywhere: a password may hold slashes and @ itself, and masking too much harms nobody
    auto const at = text.rfind('@');
    if (at == std::string_view::npos || at < host) return std::string(text);
    return fmt::format("{}***{}", text.substr(0, host), text.substr(at));
}

}  // namespace task_agent
