#include "task_agent/run/diagnosis.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/core/version.hpp"
#include "task_agent/logic/masker.hpp"
#include "task_agent/logic/oom_text.hpp"
#include "task_agent/logic/report_fit.hpp"
#include "task_agent/logic/trace_fit.hpp"
#include "task_agent/run/report_masking.hpp"
#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/known_failure.hpp"
#include "task_agent/trace/runtime_files/file_trace.hpp"
#include "task_agent/trace/runtime_files/table_trace.hpp"
#include "task_agent/trace/trace_weight.hpp"

#include <sys/resource.h>

#include <algorithm>

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

std::uint64_t left_out_of(std::vector<stack_frame> const& frames) noexcept {
    std::uint64_t number = 0;
    for (auto const& frame : frames)
        number += frame.left_out;
    return number;
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
    if (!report.category.empty() || (!cause.trace && cause.ends_well)) return;
    trace::failure_evidence evidence;
    evidence.reason = facts.reason;
    evidence.exit = facts.exit;
    evidence.known_cause = facts.known_cause;
    evidence.err_tail = facts.err_tail;
    evidence.out_tail = facts.out_tail;
    if (cause.trace) {
        evidence.has_exception = true;
        evidence.is_notice = cause.trace->role == trace::trace_role::notice;
        evidence.is_reason = trace::is_reason(*cause.trace);
        evidence.is_raised = cause.trace->role == trace::trace_role::raised &&
                             !cause.trace->exception.frames.empty() && !trace::is_wrapper(*cause.trace);
        evidence.type = cause.trace->exception.type;
        evidence.message = cause.trace->exception.message;
        evidence.cause_line = cause.trace->cause_line;
        evidence.root_line = cause.trace->root_line;
        evidence.trace = cause.trace->text;
    }
    auto const known = trace::find_failure(trace::builtin_failure_rules(), evidence, own_rules);
    if (!known) return;
    // more than the line that happened to be the last
    if (!cause.trace && facts.known_cause.empty() && !known->line.empty())
        report.message = trace::message_of_line(facts, known->line);
    report.category = known->category;
    report.hint = known->hint;
    report.retryable = known->retryable;
}

using trace_list = std::vector<trace::found_trace>;

trace::found_trace const* same_failure(trace::found_trace const& of, trace_list const& among) {
    auto const same = std::find_if(among.begin(), among.end(), [&](trace::found_trace const& other) {
        return other.role != trace::trace_role::summary && trace::is_same_failure(of, other);
    });
    return same == among.end() ? nullptr : &*same;
}

// What is told of one rank each: by files, and behind them by tables of launchers, which quote from files
// that were not read.
struct rank_tales {
    trace_list all;
    std::size_t files = 0;
};

rank_tales with_tables(trace_list const& files, trace_list const& out, trace_list const& err) {
    rank_tales tales{files, files.size()};
    auto& all = tales.all;
    for (trace_list const* traces : {&out, &err}) {
        for (auto const& table : *traces) {
            auto quoted = trace::read_recorded_trace(table);
            if (quoted && !same_failure(*quoted, all)) all.push_back(std::move(*quoted));
        }
    }
    return tales;
}

// What files tell beyond the output: news compete with the traces of the output to be the cause; longer tales
// of what the output tells already are shown with it.
struct file_share {
    trace_list with_output;                        // stderr's traces with the news, where there are any
    std::vector<trace::found_trace const*> worth;  // showing: news and longer tales
};

file_share share_of_files(rank_tales const& tales, trace_list const& out, trace_list const& err) {
    file_share share;
    for (std::size_t i = 0; i < tales.all.size(); ++i) {
        auto const& file = tales.all[i];
        auto const* told = same_failure(file, err);
        if (!told) told = same_failure(file, out);
        // a crash file has more to say than its frames
        bool const is_longer = file.role == trace::trace_role::native_crash ||
                               (told && file.exception.frames.size() > told->exception.frames.size());
        bool const is_table = i >= tales.files;
        if (told && (is_table || !is_longer)) continue;
        share.worth.push_back(&file);
        if (told) continue;
        if (share.with_output.empty()) share.with_output = err;
        share.with_output.push_back(file);
    }
    return share;
}

bool is_among(std::vector<trace::found_trace const*> const& list, trace::found_trace const& one) {
    return std::any_of(list.begin(), list.end(), [&](auto const* other) { return other->text == one.text; });
}

// The longer tale of what ended the process, or nothing: of a crash the output often has one frame.
trace::found_trace const* longer_tale(trace::cause const& cause, file_share const& share) {
    for (auto const* file : share.worth) {
        if (cause.trace && cause.trace->text != file->text && trace::is_same_failure(*file, *cause.trace))
            return file;
    }
    return nullptr;
}

// The cause last, in front of it what is related to it, first of all the other files.
void add_traces(stack_sources& sources, trace::cause const& cause, file_share const& share,
                trace::found_trace const* tale) {
    for (auto const* file : share.worth) {
        bool const is_cause = file == tale || (cause.trace && cause.trace->text == file->text);
        if (!is_cause && !is_among(cause.related, *file)) sources.traces.emplace_back(file->text);
    }
    for (auto const* related : cause.related)
        sources.traces.emplace_back(related->text);
    // of a guess what stands around it is worth more: the last output
    if (!cause.trace || cause.trace->is_guess) return;
    sources.traces.emplace_back(tale ? tale->text : cause.trace->text);
    sources.cause_line = cause.trace->cause_line;
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
    rank_tales const told_by_rank = with_tables(end.files.traces, out.traces(), err.traces());
    auto const share = share_of_files(told_by_rank, out.traces(), err.traces());
    facts.rank_traces = told_by_rank.all;
    facts.err_traces = share.with_output.empty() ? err.traces() : share.with_output;
    facts.out_traces = out.traces();
    facts.err_tail = err_tail;
    facts.out_tail = out_tail;
    facts.ended_at = end.ended_at;
    auto cause = trace::choose_cause(facts);

    stack_sources sources;
    auto const* tale = longer_tale(cause, share);
    if (!end.evidence.empty()) sources.traces.emplace_back(end.evidence);
    add_traces(sources, cause, share, tale);
    sources.err_tail = err_tail;
    sources.out_tail = out_tail;

    failure_report report;
    report.message = std::move(cause.message);
    report.reason = end.reason;
    report.exit = end.exit;
    if (cause.trace) {
        report.exception = cause.trace->exception;
        report.exception->rank = cause.rank;
        if (tale && !tale->exception.frames.empty()) report.exception->frames = tale->exception.frames;
        auto& frames = report.exception->frames;
        auto const left_out = left_out_of(frames);
        count(report, "frames", left_out + fit_frames(frames));
        count(report, "stack_lines", cause.trace->cut_lines);
        report.cause_line = cause.trace->cause_line;
    }
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
    count(report, "unread_files", end.files.unread);
    count(report, "unanalysed_bytes", out.skipped_bytes() + err.skipped_bytes());
    report.stack = fit_stack(sources, end.stack_limit);
    if (end.secrets) mask_texts(report, *end.secrets);
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
