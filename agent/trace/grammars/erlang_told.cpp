#include "task_agent/trace/grammars/erlang_told.hpp"

#include "task_agent/trace/grammars/erlang_term.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace erlang;

constexpr int most_lines = 128;
constexpr std::string_view dump = "Crash dump is being written to: ";

bool speaks_of_error(std::string_view line) noexcept {
    line = line.substr(0, longest_name);
    for (std::string_view const word : {"rror", "RROR", "ailed", "AILED", "rash", "xcept"}) {
        if (line.find(word) != std::string_view::npos) return true;
    }
    return false;
}

// The first line of a stack as a term.
bool is_stack(std::string_view text) {
    return text.starts_with("[{") && text.find("[{file,\"") != std::string_view::npos &&
           !stack_of(text).empty();
}

// Behind "error:" of Class:Reason, or the last colon: "job failed: {badmatch,3}".
std::string_view reason_in(std::string_view text) noexcept {
    constexpr std::string_view kind = "error:";
    std::size_t const at = text.find(kind);
    if (at != std::string_view::npos && text.substr(at + kind.size(), 1) != " ")
        return trimmed(text.substr(at + kind.size()));
    std::size_t const colon = text.find(": ");
    return trimmed(colon == std::string_view::npos ? text : text.substr(colon + 2));
}

class erlang_told_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict in_stack(std::string_view line);

    std::string said_;
    std::string type_;
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    term_gatherer term_;
    int lines_ = 0;
};

verdict erlang_told_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (lines_ == 1) {
        said_ = bounded(trimmed(line));
        return said_.empty() ? verdict::no_trace : verdict::continues;
    }
    if (term_.is_begun() || is_stack(line)) return in_stack(line);
    if (lines_ == 2 && is_blank(line)) return verdict::continues;
    if (!line.starts_with(dump)) return verdict::no_trace;
    type_ = "error";
    message_ = std::move(said_);
    return verdict::ends;
}

verdict erlang_told_reader::in_stack(std::string_view line) {
    term_.add(line);
    if (!term_.is_whole()) return verdict::continues;
    frames_ = stack_of(term_.text());
    auto reason = reason_of(reason_in(said_));
    type_ = reason.type == "exit" ? "error" : std::move(reason.type);
    message_ = std::move(reason.message);
    return verdict::ends;
}

bool erlang_told_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = trace_role::raised;
    if (!frames_.empty()) {
        trace.handled = handling_of_header(said_);
        trace.is_often_survived = true;
    }
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "erlang", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_erlang_told_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(dump)) {
            auto const blank = context.back(1, column);
            auto const said = context.back(2, column);
            if (blank && is_blank(*blank) && said && !is_blank(*said)) return start_point{column, 2};
        } else if (is_stack(text)) {
            auto const said = context.back(1, column);
            if (said && speaks_of_error(*said)) return start_point{column, 1};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_erlang_told_grammar() {
    return std::make_unique<erlang_told_reader>();
}

}  // namespace task_agent::trace
