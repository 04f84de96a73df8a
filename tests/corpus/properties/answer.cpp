#include "answer.hpp"

#include "task_agent/run/diagnosis.hpp"
#include "task_agent/run/explain.hpp"
#include "task_agent/run/output_watch.hpp"
#include "task_agent/trace/cause.hpp"

#include <algorithm>

namespace task_agent::properties {
namespace {

constexpr std::size_t stack_limit = 64 * 1024;

void feed(output_watch& watch, part const& piece, chunk_sizes const& next_size) {
    time_point const now = time_point{} + std::chrono::seconds(piece.second);
    std::string_view text = piece.text;
    if (!next_size) {
        watch.on_bytes(text, now);
        return;
    }
    while (!text.empty()) {
        std::size_t const size = std::min(next_size(), text.size());
        watch.on_bytes(text.substr(0, size), now);
        text.remove_prefix(size);
    }
}

std::string shown(std::string const& text) {
    return text.size() <= 60 ? text : text.substr(0, 60) + "...";
}

std::string text_of(stack_frame const& f) {
    return f.file + ":" + std::to_string(f.line) + " " + f.function;
}

std::string frames_text(exception_info const& e) {
    std::string text;
    for (stack_frame const& f : e.frames)
        text += text_of(f) + "\n";
    return text;
}

std::string chain_text(exception_info const& e) {
    std::string text;
    for (chained_exception const& c : e.chain)
        text += c.type + ": " + c.message + "\n";
    return text;
}

// The first line that is not the same, with its number.
std::string first_difference(std::string const& a, std::string const& b) {
    std::size_t const same = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())),
                      b.begin())
            .first -
        a.begin());
    auto const start = [&](std::string const& s) { return same == 0 ? 0 : s.rfind('\n', same - 1) + 1; };
    auto const line = [&](std::string const& s) {
        return s.substr(start(s), std::min(s.find('\n', same), s.size()) - start(s));
    };
    auto const number = std::count(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(same), '\n') + 1;
    return "line " + std::to_string(number) + ": \"" + shown(line(b)) + "\" instead of \"" + shown(line(a)) +
           "\"";
}

}  // namespace

answer answer_to(timed_log const& log, chunk_sizes const& next_size, std::optional<exit_status> exit) {
    output_watch err;
    output_watch out;
    time_point last{};
    for (part const& piece : log) {
        for (std::uint64_t i = 0; i < piece.times; ++i)
            feed(err, piece, next_size);
        last = time_point{} + std::chrono::seconds(piece.second);
    }
    err.finish(last);
    out.finish(last);

    end_of_workload end;
    end.exit = exit;
    end.stack_limit = stack_limit;
    end.ended_at = last;
    failure_report const report = diagnose(end, out, err);

    std::string const tail = err.tail();
    trace::end_facts facts;
    facts.exit = exit;
    facts.err_traces = err.traces();
    facts.err_tail = tail;
    facts.ended_at = last;
    trace::found_trace const* const chosen = trace::choose_cause(facts).trace;

    answer found;
    if (chosen) found.chosen = *chosen;
    found.traces = err.traces().size();
    found.explanation = explanation_text(report);
    return found;
}

std::string difference(answer const& plain, answer const& other, std::optional<int> rank) {
    if (!plain.chosen || !other.chosen) {
        if (!plain.chosen && !other.chosen) return "";
        return plain.chosen ? "nothing is chosen" : "chosen: " + other.chosen->cause_line;
    }
    trace::found_trace const& a = *plain.chosen;
    trace::found_trace const& b = *other.chosen;
    auto const unlike = [](char const* what, std::string const& x, std::string const& y) {
        return std::string(what) + " " + first_difference(x, y);
    };
    if (a.text != b.text) return unlike("text,", a.text, b.text);
    if (a.exception.type != b.exception.type) return unlike("type,", a.exception.type, b.exception.type);
    if (a.exception.message != b.exception.message)
        return unlike("message,", a.exception.message, b.exception.message);
    if (frames_text(a.exception) != frames_text(b.exception))
        return unlike("frames,", frames_text(a.exception), frames_text(b.exception));
    if (chain_text(a.exception) != chain_text(b.exception))
        return unlike("chain,", chain_text(a.exception), chain_text(b.exception));
    if (a.cause_line != b.cause_line) return unlike("cause,", a.cause_line, b.cause_line);
    if (a.role != b.role) return "role";
    if (rank && b.exception.rank != rank)
        return "rank " + (b.exception.rank ? std::to_string(*b.exception.rank) : "none") + " instead of " +
               std::to_string(*rank);
    return "";
}

}  // namespace task_agent::properties
