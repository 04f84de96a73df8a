#include "task_agent/run/diagnosis.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/core/version.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/logic/oom_text.hpp"
#include "task_agent/logic/report_fit.hpp"
#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/known_failure.hpp"

#include <sys/resource.h>

namespace task_agent {
namespace {

constexpr std::size_t command_limit = 1024;

double in_seconds(::timeval const& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
}

// Quoted only where a shell would need it.
std::string quoted(std::string const& word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string text = "'";
    for (char const c : word) {
        if (c == '\'') {
            text += "'\\''";
        } else {
            text += c;
        }
    }
    return text + "'";
}

std::string without_secrets(std::string const& text, secret_set const* secrets) {
    return secrets ? masked(text, *secrets) : text;
}

void count(failure_report& report, char const* what, std::uint64_t number) {
    if (number > 0) report.lost[what] += number;
}

void add_memory(failure_report& report, end_of_workload const& end) {
    report.usage = end.usage;
    if (report.usage) {
        report.usage->memory_peak_bytes = end.memory.peak_bytes;
        report.usage->memory_limit_bytes = end.memory.limit_bytes;
    }
    report.oom_kills = end.memory.kills;
    if (end.memory.kills == 0) return;
    report.category = "out_of_memory";
    report.hint = oom_hint(end.memory);
    // the same run on a larger or less busy machine may pass: nobody can tell from here
    report.retryable = "unknown";
}

// What the kernel proved (add_memory) says more than any words.
void add_known_failure(failure_report& report, trace::end_facts const& facts, trace::cause const& cause,
                       trace::failure_rules const* own_rules) {
    if (!report.category.empty()) return;
    trace::failure_evidence evidence;
    evidence.reason = facts.reason;
    evidence.exit = facts.exit;
    evidence.known_cause = facts.known_cause;
    evidence.err_tail = facts.err_tail;
    evidence.out_tail = facts.out_tail;
    if (cause.trace) {
        evidence.has_exception = true;
        evidence.type = cause.trace->exception.type;
        evidence.message = cause.trace->exception.message;
        evidence.cause_line = cause.trace->cause_line;
        evidence.trace = cause.trace->text;
    }
    auto const known = trace::find_failure(trace::builtin_failure_rules(), evidence, own_rules);
    if (!known) return;
    report.category = known->category;
    report.hint = known->hint;
    report.retryable = known->retryable;
}

}  // namespace

failure_report diagnose(end_of_workload const& end, output_watch const& out, output_watch const& err) {
    std::string const out_tail = out.tail();
    std::string const err_tail = err.tail();

    trace::end_facts facts;
    facts.reason = end.reason;
    facts.exit = end.exit;
    std::string const known_cause = !end.known_cause.empty() ? without_secrets(end.known_cause, end.secrets)
                                    : end.reason == failure_reason::oom_killed ? oom_message(end.memory)
                                                                               : std::string();
    facts.known_cause = known_cause;
    facts.err_traces = err.traces();
    facts.out_traces = out.traces();
    facts.err_tail = err_tail;
    facts.out_tail = out_tail;
    facts.ended_at = end.ended_at;
    auto cause = trace::choose_cause(facts);

    stack_sources sources;
    for (auto const* related : cause.related)
        sources.traces.push_back(related->text);
    if (cause.trace) {
        sources.traces.push_back(cause.trace->text);
        sources.cause_line = cause.trace->cause_line;
    }
    sources.err_tail = err_tail;
    sources.out_tail = out_tail;

    failure_report report;
    report.message = std::move(cause.message);
    report.reason = end.reason;
    report.exit = end.exit;
    if (cause.trace) report.exception = cause.trace->exception;
    add_memory(report, end);
    add_known_failure(report, facts, cause, end.own_rules);
    report.last_output = std::move(cause.last_output);
    report.command = command_text(end.command, end.secrets);
    report.host = end.host;
    report.agent_version = version;
    for (auto const& [what, number] : end.lost)
        count(report, what.c_str(), number);
    count(report, "cut_lines", out.cut_lines() + err.cut_lines());
    count(report, "dropped_traces", out.dropped_traces() + err.dropped_traces());
    count(report, "unanalysed_bytes", out.skipped_bytes() + err.skipped_bytes());
    report.stack = fit_stack(sources, end.stack_limit);
    return report;
}

std::string command_text(std::vector<std::string> const& argv, secret_set const* secrets) {
    std::string text;
    for (auto const& word : argv) {
        if (!text.empty()) text += ' ';
        // word by word, before quoting and cutting could take a secret apart
        text += quoted(without_secrets(word, secrets));
        if (text.size() > command_limit) break;
    }
    text = to_valid_utf8(text);
    if (text.size() <= command_limit) return text;
    return std::string(utf8_prefix(text, command_limit - 4)) + " ...";
}

resource_usage usage_of_children(duration wall) {
    ::rusage children{};
    ::getrusage(RUSAGE_CHILDREN, &children);
    resource_usage usage;
    usage.wall_seconds = task_agent::in_seconds(wall);
    usage.user_seconds = in_seconds(children.ru_utime);
    usage.system_seconds = in_seconds(children.ru_stime);
    usage.max_rss_bytes = static_cast<std::uint64_t>(children.ru_maxrss) * 1024;
    return usage;
}

}  // namespace task_agent
