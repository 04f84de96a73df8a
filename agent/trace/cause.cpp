#include "task_agent/trace/cause.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/base/utf8.hpp"
#include "task_agent/core/end_text.hpp"
#include "task_agent/trace/grammars/words/likely_line.hpp"
#include "task_agent/trace/launcher_lines.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/runtime_files/file_trace.hpp"
#include "task_agent/trace/trace_weight.hpp"

#include "last_lines.hpp"
#include "log_end.hpp"
#include "node_report.hpp"
#include "outlived.hpp"
#include <algorithm>
#include <array>
#include <csignal>

namespace task_agent::trace {
namespace {

using namespace std::chrono_literals;

constexpr duration clearly_later = 5s;      // between traces of the two streams
constexpr duration near_the_end = 10s;      // a trace may explain a signal, or belong to the cause
constexpr std::uint64_t near_the_last = 3;  // lines
constexpr std::size_t least_said = 120;     // of a message, before what it was caused by
constexpr std::size_t most_related = 3;
constexpr std::uint64_t few_lines = 3;  // that may be the last of a process
constexpr int above_summary = 17;
constexpr std::uint64_t most_between_tellings = 2;  // lines
constexpr std::uint64_t most_above_abort = 3;       // the same
constexpr int least_related = 26;  // weight: what was caught and logged still tells of the way to the end

struct candidate {
    found_trace const* trace = nullptr;
    int weight = 0;
    bool is_err = false;
};

// "Fatal Python error: Aborted", as the agent itself asks Python to tell: no more than the signal says.
bool says_only_abort(found_trace const& t) noexcept {
    return t.role == trace_role::native_crash && t.cause_line == "Fatal Python error: Aborted";
}

// What a native part of the same process printed directly above tells why it aborted.
bool is_told_above(found_trace const& abort, std::span<found_trace const> traces) noexcept {
    return std::any_of(traces.begin(), traces.end(), [&](found_trace const& t) {
        return t.source == abort.source && t.handled == handling::none && !t.is_guess &&
               t.first_line < abort.first_line && abort.first_line <= t.last_line + most_above_abort;
    });
}

// The same, once more: some runtimes and tools tell of an end to their log and to the terminal.
bool tells_again(found_trace const& b, found_trace const& a) noexcept {
    std::size_t const frames = a.exception.frames.size();
    bool const is_next =
        b.first_line > a.last_line && b.first_line - a.last_line <= (frames > 0 ? most_between_tellings : 1);
    return is_next && frames == b.exception.frames.size() && a.exception.type == b.exception.type &&
           a.exception.message == b.exception.message;
}

// Whether `b` stands for its source rather than `a`: both are of one process.
bool replaces(candidate const& b, candidate const& a) noexcept {
    if (b.weight != a.weight) return b.weight > a.weight;
    if (a.is_err == b.is_err && tells_again(*b.trace, *a.trace)) return false;
    if (a.is_err == b.is_err) {
        return b.trace->last_seen != a.trace->last_seen ? b.trace->last_seen > a.trace->last_seen
                                                        : b.trace->first_line >= a.trace->first_line;
    }
    candidate const& err = a.is_err ? a : b;
    candidate const& out = a.is_err ? b : a;
    bool const out_is_later = out.trace->last_seen > err.trace->last_seen + clearly_later;
    return out_is_later == (&b == &out);
}

// Whether `b` failed before `a`: they are of different processes.
bool came_first(candidate const& b, candidate const& a) noexcept {
    if (b.weight != a.weight) return b.weight > a.weight;
    if (b.trace->first_seen != a.trace->first_seen) return b.trace->first_seen < a.trace->first_seen;
    return a.is_err == b.is_err && b.trace->first_line < a.trace->first_line;
}

// The rank that a launcher's table names as the first one that failed.
std::optional<int> accused_rank(end_facts const& facts) noexcept {
    std::optional<int> rank;
    for (auto const traces : {facts.out_traces, facts.err_traces}) {
        for (found_trace const& t : traces) {
            if (t.role == trace_role::summary && t.exception.rank) rank = t.exception.rank;
        }
    }
    return rank;
}

bool is_one_of(found_trace const& trace, std::span<found_trace const> stream) noexcept {
    return !stream.empty() && &trace >= &stream.front() && &trace <= &stream.back();
}

// Of a trace whose lines wear no rank: the one whose file, or whose row in a launcher's table, tells the
// same, or the only one that failed at all.
std::optional<int> rank_of(found_trace const& trace, end_facts const& facts) noexcept {
    if (trace.exception.rank || trace.is_guess) return trace.exception.rank;
    for (found_trace const& told : facts.rank_traces) {
        if (told.exception.rank && is_same_failure(told, trace)) return told.exception.rank;
    }
    for (auto const traces : {facts.out_traces, facts.err_traces}) {
        for (found_trace const& t : traces) {
            bool const is_above = is_one_of(trace, traces) && trace.last_line < t.first_line;
            if (t.is_only_failure && is_above && t.source == trace.source) return t.exception.rank;
        }
    }
    return std::nullopt;
}

bool is_guessed_behind(found_trace const& trace, std::span<found_trace const> traces) noexcept {
    return std::any_of(traces.begin(), traces.end(), [&](found_trace const& other) {
        return other.is_guess && other.first_line > trace.last_line && other.lines_said <= near_the_last &&
               points_of(other.cause_line) >= clearly_likely;
    });
}

found_trace const* strongest(end_facts const& facts, last_word last) {
    std::vector<candidate> sources;  // the best of each
    for (auto const& [traces, is_err] :
         {std::pair(facts.out_traces, false), std::pair(facts.err_traces, true)}) {
        for (found_trace const& t : traces) {
            candidate next{&t, weight_of(t), is_err};
            // of a process that failed it is likelier that nobody got over it than that a summary says why,
            // or what only looks like a reason, unless that was said at the end
            if (facts.exit && !t.is_guess && t.role == trace_role::notice && next.weight == doubtful - 1 &&
                !is_guessed_behind(t, traces))
                next.weight = above_summary;
            // an old log does not say that anything failed
            if (next.weight == 0 || (next.weight < doubtful && !facts.exit)) continue;
            if (says_only_abort(t) && is_told_above(t, traces)) continue;
            // what it printed itself is not said behind it
            bool const is_short =
                facts.exit && is_err == !facts.err_tail.empty() && t.lines_said < closing_lines;
            last_word const behind =
                is_short ? last_word_of(facts.out_tail, facts.err_tail, true, t.lines_said) : last;
            if (was_outlived(t, traces, behind, facts.exit.has_value())) continue;
            auto const same = std::find_if(sources.begin(), sources.end(),
                                           [&](candidate const& c) { return c.trace->source == t.source; });
            if (same == sources.end()) {
                sources.push_back(next);
            } else if (replaces(next, *same)) {
                *same = next;
            }
        }
    }
    auto const accused = accused_rank(facts);
    candidate best;
    for (candidate& c : sources) {
        if (accused && c.trace->exception.rank == accused && c.trace->role != trace_role::summary)
            c.weight += 5;
        if (!best.trace || came_first(c, best)) best = c;
    }
    if (!best.trace) return nullptr;
    found_trace const* const report =
        report_before(*best.trace, best.is_err ? facts.err_traces : facts.out_traces);
    return report ? report : best.trace;
}

// Runtimes that end by a signal of their own after printing why, and stops that a trace records.
bool may_follow_trace(int signal) noexcept {
    return signal == SIGABRT || signal == SIGINT || signal == SIGTERM || signal == SIGHUP ||
           signal == SIGQUIT;
}

// From outside, also where a shell or timeout(1) tells of its child: what was said before, or was handled, is
// none of its reasons.
bool was_stopped(exit_status const& exit) noexcept {
    constexpr int timed_out = 124;
    if (exit.code == timed_out) return true;
    int const signal = exit.signal != 0 ? exit.signal : exit.code - 128;
    return signal == SIGKILL || signal == SIGTERM || signal == SIGINT || signal == SIGHUP ||
           signal == SIGQUIT;
}

// "make: *** [all] Terminated": no more than the signal does.
bool says_only_stop(found_trace const& trace) noexcept {
    constexpr std::array<std::string_view, 4> ends = {" Terminated", " Interrupt", " Killed", " Hangup"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return trace.cause_line.ends_with(end); });
}

bool explains(found_trace const& trace, end_facts const& facts) noexcept {
    bool const is_reason = !trace.is_guess && !says_only_stop(trace) && trace.handled == handling::none;
    if ((!is_reason || was_got_over(trace)) && facts.exit && was_stopped(*facts.exit)) return false;
    switch (facts.reason) {
        case failure_reason::oom_killed:
        case failure_reason::start_failed:
        case failure_reason::agent_failed:
            return false;
        case failure_reason::stalled:
            // what was printed while everything still moved tells nothing of why it stopped
            return facts.ended_at - trace.last_seen <= near_the_end;
        default:
            break;
    }
    if (!facts.exit || facts.exit->signal == 0) return true;
    if (trace.role == trace_role::native_crash || trace.role == trace_role::sanitizer) return true;
    if (may_follow_trace(facts.exit->signal)) return true;
    // what was caught and logged, and gone on from, is not why the processor refused
    if (trace.handled != handling::none && trace.lines_after > few_lines) return false;
    return facts.ended_at - trace.last_seen <= near_the_end;
}

std::vector<found_trace const*> related_to(found_trace const& main, end_facts const& facts) {
    std::vector<found_trace const*> related;
    for (auto const traces : {facts.out_traces, facts.err_traces}) {
        // an old log has no times
        for (found_trace const& t : traces) {
            bool const is_behind = is_one_of(main, traces) && t.first_line > main.first_line;
            bool const is_near =
                !is_behind && t.last_seen <= main.last_seen && main.last_seen - t.last_seen <= near_the_end;
            if (&t != &main && is_near && weight_of(t) >= least_related && t.text != main.text)
                related.push_back(&t);
        }
    }
    std::stable_sort(related.begin(), related.end(),
                     [](auto const* a, auto const* b) { return a->last_seen < b->last_seen; });
    if (related.size() > most_related) related.erase(related.begin(), related.end() - most_related);
    return related;
}

std::string fitted(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    constexpr std::string_view mark = "...";
    return std::string(utf8_prefix(text, limit - mark.size())) + std::string(mark);
}

std::string trace_message(found_trace const& trace, std::optional<int> rank) {
    std::string said = trace.cause_line.empty() ? "broke off in a traceback" : one_line(trace.cause_line);
    if (!trace.first_member.empty()) said += ", the first: " + one_line(trace.first_member);
    if (!trace.root_line.empty()) {
        std::string const root = one_line(trace.root_line);
        // the end of a long line is worth less than what it was caused by
        if (said.find(root) == std::string::npos)
            said = fitted(said,
                          std::max(least_said, message_limit - std::min(message_limit, root.size() + 48))) +
                   ", caused by " + root;
    }
    // the line as its runtime printed it: where it came from stands in the frames
    std::string where;
    if (rank) where = " on rank " + std::to_string(*rank);
    return fitted(said, message_limit - where.size()) + where;
}

// When both streams spoke, each gets half and what the other leaves.
std::vector<std::string> last_output_of(end_facts const& facts) {
    auto err = last_lines(facts.err_tail, last_output_limit);
    auto out = last_lines(facts.out_tail, last_output_limit);
    std::size_t const half = last_output_limit / 2;
    std::size_t const out_share = std::max(half, last_output_limit - std::min(err.size(), last_output_limit));
    if (out.size() > out_share) out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(out_share));
    std::size_t const err_share = last_output_limit - out.size();
    if (err.size() > err_share) err.erase(err.begin(), err.end() - static_cast<std::ptrdiff_t>(err_share));
    out.insert(out.end(), std::make_move_iterator(err.begin()), std::make_move_iterator(err.end()));
    return out;
}

// What a record says behind its time, level and logger; the rank or the process that said it is worth its
// room.
std::string_view behind_record_head(std::string_view line) noexcept {
    std::string_view const said = line.substr(find_prefix(line).end());
    return wears_tag(line) || is_blank(said) || said.starts_with('|') ? line : said;
}

// The last line that is not a launcher's, which says only that something failed; the last one where all are.
std::string last_said(std::string_view text) {
    auto const lines = last_lines(text, line_history::lines);
    if (lines.empty()) return {};
    line_history history;
    for (std::size_t i = 0; i < lines.size(); ++i)
        history.push(lines[i], i);
    std::size_t last = lines.size() - 1;
    std::size_t kept = 0;
    std::vector<bool> const by_launcher = launcher_lines_of(history);
    history.for_each([&](line_history::seen_line line, bool) {
        if (!by_launcher[kept++]) last = line.number;
    });
    return lines[last];
}

std::string message_for(end_facts const& facts, found_trace const* trace, std::optional<int> rank) {
    if (!facts.known_cause.empty()) return fitted(one_line(facts.known_cause), message_limit);
    std::string const how = end_text(facts.reason, facts.exit);
    bool const by_code = facts.reason == failure_reason::exit_code;
    if (trace) {
        std::string said = trace_message(*trace, rank);
        // a guess says no more than the code does
        if (trace->is_guess) return message_of_line(facts, said);
        return by_code ? said : fitted(how + ": " + said, message_limit);
    }
    std::string last = last_said(facts.err_tail);
    if (last.empty()) last = last_said(facts.out_tail);
    if (last.empty()) return how + ", without any output";
    // a calm line is no reason
    bool const may_tell = by_code && (!facts.exit || points_of(last) > least_likely);
    return may_tell ? message_of_line(facts, last)
                    : fitted(how + "; last output: " + std::string(behind_record_head(last)), message_limit);
}

}  // namespace

std::string message_of_line(end_facts const& facts, std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    std::string const said = one_line(behind_record_head(line));
    // an old log does not say how its process ended
    bool const is_unknown = facts.reason == failure_reason::exit_code && !facts.exit;
    return fitted(is_unknown ? said : end_text(facts.reason, facts.exit) + ": " + said, message_limit);
}

cause choose_cause(end_facts const& facts) {
    cause chosen;
    last_word const last = last_word_of(facts.out_tail, facts.err_tail, facts.exit.has_value());
    found_trace const* const best = strongest(facts, last);
    if (best && explains(*best, facts)) chosen.trace = best;
    if (chosen.trace) {
        chosen.related = related_to(*chosen.trace, facts);
        chosen.rank = rank_of(*chosen.trace, facts);
    }
    chosen.ends_well = !facts.exit && last >= last_word::success;
    chosen.message = message_for(facts, chosen.trace, chosen.rank);
    chosen.last_output = last_output_of(facts);
    return chosen;
}

}  // namespace task_agent::trace
