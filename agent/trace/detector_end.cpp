// What is done once, when a stream is over: apart from what is done for every line, which is inlined as a
// whole.
#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/grammars/words/closing_words.hpp"
#include "task_agent/trace/grammars/words/late_words.hpp"
#include "task_agent/trace/grammars/words/likely_signs.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/record_head.hpp"
#include "task_agent/trace/said_again.hpp"
#include "task_agent/trace/stream_end.hpp"
#include "task_agent/trace/trace_weight.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace task_agent::trace {
namespace {

constexpr std::size_t most_late_lines = 6;
constexpr std::uint64_t most_above_stack = 6;  // lines, between a child's word and its parent's trace

bool is_bare_line(found_trace const& trace) noexcept {
    return trace.first_line == trace.last_line && trace.exception.frames.empty() &&
           trace.exception.chain.empty();
}

// "Command failed with status (2)", "step 3: exit=1", "returned non-zero exit status 1": not why.
bool tells_only_code(found_trace const& trace) noexcept {
    bool const is_word = trace.role == trace_role::raised || trace.role == trace_role::notice ||
                         trace.role == trace_role::summary;
    return is_word && trace.exception.chain.empty() && trace.root_line.empty() &&
           (says_only_code(trace.cause_line) || says_only_code(trace.exception.message) ||
            (is_bare_line(trace) && counts_failures(trace.exception.message)));
}

// "no backup tonight", "rendering incomplete": what came of it.
bool says_nothing_of_why(found_trace const& trace) noexcept {
    std::string const& said = trace.exception.message;
    std::size_t const dot = said.find('.');  // of a file or a unit
    bool const is_nameless = names_nothing(said) && (dot == std::string::npos || dot + 1 == said.size());
    return is_bare_line(trace) &&
           (is_nameless || has(signs_of(said, log_level::none), line_sign::is_of_whole));
}

// Above a stack stand its program's own words as well: only what is near is its child's.
bool is_far_above(found_trace const& above, found_trace const& code) noexcept {
    return !code.exception.frames.empty() && code.first_line - above.first_line > most_above_stack;
}

// The parent's trace holds its child's words: "Command failed: convert x\nconvert: cannot open x".
bool tells_too(found_trace const& code, found_trace const& above) noexcept {
    return !code.exception.frames.empty() && code.text.find(above.exception.message) != std::string::npos;
}

// What a shell's or a task runner's word about its child leaves open, or a program's bare last word.
found_trace in_place_of(found_trace& code, found_trace above) {
    above.role = trace_role::raised;
    above.is_guess = code.is_guess;
    above.handled = code.handled;
    above.lines_after = code.lines_after;
    above.lines_alike = code.lines_alike;
    above.first_seen = code.first_seen;
    above.last_seen = code.last_seen;
    code.role = trace_role::summary;
    return above;
}

// With what its tool says of the whole.
std::uint64_t last_of(found_trace const& trace) noexcept {
    return trace.last_line + trace.lines_of_whole;
}

// What a later line says of what a logger wrote, or of what was survived.
void note_told_behind(found_trace& trace, stream_end const& end) {
    if (trace.handled == handling::none || trace.handled == handling::aside || trace.lines_after == 0) return;
    line_history const own = end.lines_of(source_of(trace.prefix));
    trace.is_outdone = trace.handled == handling::error && complains_behind(own, last_of(trace));
    trace.is_passed = is_fatal_behind_calm(own, last_of(trace));
}

void note_said_behind(found_trace& trace, line_history const& history) {
    std::uint64_t const last = last_of(trace);
    history.for_each([&](line_history::seen_line line, bool) {
        if (line.number > last && !is_blank(line.text)) ++trace.lines_said;
    });
}

void note_times_said(found_trace& trace, stream_end const& end) {
    // what is guessed may have lines below it
    if (is_bare_line(trace) || trace.is_guess)
        trace.times_said = times_said(end.lines_of(source_of(trace.prefix)), trace.first_line);
}

}  // namespace

// Some runtimes say in the last line only what happened.
void detector::examine_last(line_history const& own) {
    auto const says_nothing = [](std::string_view line) {
        return is_blank(line.substr(find_prefix(line).end()));
    };
    auto last = own.back(1, {});
    // some end with a blank line
    if (last && says_nothing(last->text)) last = own.back(2, {});
    if (!last || says_nothing(last->text)) return;
    grammar_set asked;
    for (std::size_t i = 0; i < std::min(grammars_.size(), grammar_set::most); ++i) {
        if (grammars_[i].signs.last_line) asked |= grammar_set::of(i);
    }
    if (asked.any() && start(last->text, last->number, newest_, asked)) history_.take(last->number);
}

// What a script printed while it tidied up may stand behind it.
void detector::examine_late(line_history const& own) {
    grammar_set asked;
    for (std::size_t i = 0; i < std::min(grammars_.size(), grammar_set::most); ++i) {
        if (grammars_[i].signs.late_lines) asked |= grammar_set::of(i);
    }
    for (std::size_t n = 2; asked.any() && n <= most_late_lines; ++n) {
        auto const line = own.back(n, {});
        if (!line) return;
        // of a record others know more
        if (find_prefix(line->text).level != log_level::none) continue;
        if (is_blank(line->text) || !start(line->text, line->number, newest_, asked)) continue;
        history_.take(line->number);
        // one line may be all of it, and closed
        if (!open_.empty()) open_.back().is_late = true;
        return;
    }
}

void detector::finish() {
    flush_parts(newest_);
    std::optional<stream_end> end;  // the text of a record is one process's, and over
    std::vector<std::string> told;
    while (!open_.empty()) {
        std::string source = source_of(open_.front().prefix.text());
        if (close(0)) told.push_back(std::move(source));
    }
    if (!is_inner_) {
        end.emplace(history_);
        for (std::string const& source : end->sources()) {
            if (std::find(told.begin(), told.end(), source) == told.end())
                examine_last(end->lines_of(source));
            if (open_.empty() && found_.all().empty()) examine_late(end->lines_of(source));
        }
    }
    while (!open_.empty())
        close(0);
    for (found_trace& trace : found_.all())
        count_behind(trace);
    if (!end) return;
    for (found_trace& trace : found_.all())
        note_told_behind(trace, *end);
    add_last_words(*end);
    add_told_before(*end);
    for (found_trace& trace : found_.all()) {
        note_said_behind(trace, history_);
        note_times_said(trace, *end);
    }
}

void detector::count_behind(found_trace& trace) const {
    // what its tool says of the whole does not tell that anybody went on
    std::uint64_t const last = last_of(trace);
    trace.lines_after = lines_ - std::min(lines_, last + 1);
    trace.lines_alike = trace.role == trace_role::detached
                            ? count_regular_behind(history_, last, trace.source)
                            : trace.before.count_behind(history_, last, trace.source);
    // those do not say that anybody went on
    std::uint64_t seen = 0;
    std::uint64_t tidying = 0;
    history_.for_each([&](line_history::seen_line line, bool) {
        if (line.number <= last) return;
        ++seen;
        std::string_view const said = line.text.substr(find_prefix(line.text).end());
        if (tidies_up(line.text) || heads_record(line.text) || heads_record(said)) ++tidying;
    });
    trace.lines_after = tidying == seen ? 0 : trace.lines_after - tidying;
}

// Some programs print an error where it happens, and the bare words of it at their end.
void detector::add_told_before(stream_end const& end) {
    std::vector<found_trace> told;
    for (found_trace& trace : found_.all()) {
        bool const may_be_chosen = trace.is_guess || weight_of(trace) >= doubtful;
        if (!may_be_chosen || !is_bare_line(trace)) continue;
        auto before =
            told_before(end.lines_of(source_of(trace.prefix)), trace.exception.message, trace.first_line);
        if (before) told.push_back(in_place_of(trace, std::move(*before)));
    }
    for (found_trace& trace : told)
        found_.keep(std::move(trace));
}

// What no grammar knows a cause of ends with words that may tell.
void detector::add_last_words(stream_end const& end) {
    found_trace* code = nullptr;
    found_trace const* child = nullptr;
    found_trace* probed = nullptr;  // what scripts often ask for and go on without
    bool is_explained = false;
    bool is_guessed = false;  // by a grammar, which knows more than how a line looks
    for (found_trace& trace : found_.all()) {
        bool const was_survived = trace.handled == handling::survived || trace.handled == handling::aside;
        is_guessed = is_guessed || (!was_survived && trace.is_guess && weight_of(trace) == doubtful - 1);
        if (was_survived && trace.role == trace_role::notice) probed = &trace;
        if (was_survived || weight_of(trace) < doubtful) continue;
        if (tells_only_code(trace)) {
            code = &trace;
            // its parent says directly below that it could not
            if (probed && !code->exception.frames.empty() && code->first_line == probed->last_line + 1) {
                probed->handled = handling::none;
                is_explained = true;
                child = probed;
            }
            code->is_explained = child && !is_far_above(*child, *code);
        } else {
            is_explained = true;
            child = &trace;
        }
    }
    if (is_explained) {
        if (code) code->role = trace_role::summary;
        return;
    }
    if (code) {
        auto above = words_above(end.lines_of(source_of(code->prefix)), code->first_line);
        if (above && !is_far_above(*above, *code) && !tells_too(*code, *above))
            found_.keep(in_place_of(*code, std::move(*above)));
        return;
    }
    for (std::string const& source : end.sources()) {
        line_history const own = end.lines_of(source);
        auto last = closing_words(own);
        // a tool's word above it is not what its script ended with
        if (last && is_fatal_behind(own, last->last_line)) last.reset();
        if (!last) last = late_words(own);
        if (last && (tells_only_code(*last) || says_nothing_of_why(*last))) {
            auto above = words_above(own, last->first_line);
            if (above) above->is_guess = last->is_guess;
            if (above) last = std::move(above);
        }
        bool const is_new =
            last && std::none_of(found_.all().begin(), found_.all().end(), [&](found_trace const& other) {
                return other.first_line == last->first_line;
            });
        if (!is_new || (is_guessed && last->is_guess)) continue;
        last->first_seen = last->last_seen = newest_;
        found_.keep(std::move(*last));
    }
}

}  // namespace task_agent::trace
