#include "task_agent/trace/grammars/erlang/erlang_told.hpp"

#include "task_agent/trace/grammars/erlang/erlang_lines.hpp"
#include "task_agent/trace/grammars/erlang/erlang_term.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace erlang;

constexpr int most_lines = 128;
constexpr int most_behind = 4;
constexpr std::string_view dump = "Crash dump is being written to: ";

bool speaks_of_error(std::string_view line) noexcept {
    line = line.substr(0, longest_name);
    for (std::string_view const word : {"rror", "RROR", "ailed", "AILED", "rash", "xcept"}) {
        if (line.find(word) != std::string_view::npos) return true;
    }
    return false;
}

// "shop,sell,2", at least to the second comma.
bool is_call(std::string_view frame) noexcept {
    bool const is_atom =
        !frame.empty() && ((frame.front() >= 'a' && frame.front() <= 'z') || frame.front() == '\'');
    std::size_t const comma = frame.find(',');
    return is_atom && comma != std::string_view::npos && frame.find_first_of(" \"{[") > comma &&
           frame.find(',', comma + 1) != std::string_view::npos;
}

// The first line of a stack as a term. Arguments of the innermost call move its place to a later line.
bool is_stack(std::string_view text) {
    if (!text.starts_with("[{")) return false;
    if (text.find("[{file,\"") != std::string_view::npos) return !stack_of(text).empty();
    return text.ends_with(',') && is_call(text.substr(2));
}

// Where the first frame of a stack begins behind other words: " [{shop,sell,"; npos = nowhere.
std::size_t stack_behind_words(std::string_view line) noexcept {
    std::size_t const at = line.find(" [{");
    if (at == std::string_view::npos || !speaks_of_error(line.substr(0, at))) return std::string_view::npos;
    return is_call(line.substr(at + 3)) ? at + 1 : std::string_view::npos;
}

// Behind "error:" of Class:Reason, or the last colon: "job failed: {badmatch,3}", "error {badmatch,3} at".
std::string_view reason_in(std::string_view text) noexcept {
    constexpr std::string_view kind = "error:";
    std::size_t const at = text.find(kind);
    if (at != std::string_view::npos && text.substr(at + kind.size(), 1) != " ") {
        text = text.substr(at + kind.size());
    } else if (std::size_t const colon = text.find(": "); colon != std::string_view::npos) {
        text = text.substr(colon + 2);
    }
    text = trimmed(text);
    for (std::string_view const word : {"error ", "exit ", "throw "})
        if (take(text, word)) break;
    std::size_t const end = text.starts_with('{') ? text.rfind('}') : text.find(' ');
    return end == std::string_view::npos ? text : text.substr(0, text.starts_with('{') ? end + 1 : end);
}

struct wrong_file {
    std::string_view file;
    int line = 0;
    std::string_view message;
};

// "load: error: /app/b.terms: 3: syntax error before: '{'", as file:format_error words it; newer ones tell
// the column as well.
std::optional<wrong_file> wrong_terms(std::string_view line) noexcept {
    constexpr std::string_view mark = ": syntax error before: ";
    constexpr std::string_view error = "rror: ";
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos || at > longest_name) return std::nullopt;
    std::string_view const before = line.substr(0, at);
    std::size_t const said = before.rfind(error);
    if (said == std::string_view::npos) return std::nullopt;
    std::string_view const place = before.substr(said + error.size());
    wrong_file found{place.substr(0, place.find(':')), 0, line.substr(at + 2)};
    std::string_view number = place.substr(found.file.size());
    if (digits_in(found.file) == found.file.size() || !take(number, ":")) {
        // told without its name
        number = place;
        found.file = {};
    }
    number = trimmed(number);
    found.line = take_number(number);
    if (take(number, ":")) take_number(number);
    return found.line > 0 && number.empty() ? std::optional(found) : std::nullopt;
}

class erlang_told_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty() && !is_of_file_; }
    bool conclude(found_trace& trace) override;

private:
    verdict in_stack(std::string_view line);

    std::string said_;
    std::string type_;
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    term_gatherer term_;
    bool is_of_file_ = false;
    int lines_ = 0;
};

verdict erlang_told_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    // more than a few lines behind it, and its program went on
    if (is_of_file_) return is_blank(line) || lines_ <= most_behind ? verdict::not_mine : verdict::no_trace;
    if (auto const wrong = wrong_terms(line); lines_ == 1 && wrong) {
        is_of_file_ = true;
        type_ = "error";
        message_ = bounded(wrong->message);
        said_ = bounded(line);
        if (!wrong->file.empty()) frames_.push_back({bounded(wrong->file, longest_name), wrong->line, {}});
        return verdict::continues;
    }
    if (lines_ == 1) {
        std::size_t const at = stack_behind_words(line);
        said_ = bounded(trimmed(line.substr(0, at)));
        if (at != std::string_view::npos) return in_stack(line.substr(at));
        return said_.empty() ? verdict::no_trace : verdict::continues;
    }
    if (lines_ == 2 && is_slogan(line) && is_boot_term(said_)) {
        said_ = bounded(line);
        lines_ = 1;
        return verdict::continues;
    }
    if (term_.is_begun() || is_stack(line)) return in_stack(line);
    if (lines_ == 2 && is_blank(line)) return verdict::continues;
    if (!line.starts_with(dump)) return verdict::no_trace;
    if (is_slogan(said_)) {
        // "init terminating in do_boot (killed)": what ended it is no tuple
        auto reason = reason_of(term_of_slogan(said_));
        type_ = std::move(reason.type);
        message_ = std::move(reason.message);
        return verdict::ends;
    }
    type_ = "error";
    message_ = std::move(said_);
    return verdict::ends;
}

verdict erlang_told_reader::in_stack(std::string_view line) {
    term_.add(line);
    if (!term_.is_whole()) return verdict::continues;
    frames_ = stack_of(term_.text());
    if (frames_.empty()) return verdict::no_trace;
    auto reason = reason_of(reason_in(said_));
    type_ = reason.type == "exit" ? "error" : std::move(reason.type);
    message_ = std::move(reason.message);
    return verdict::ends;
}

bool erlang_told_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = is_of_file_ ? trace_role::notice : trace_role::raised;
    if (!frames_.empty() && !is_of_file_) {
        trace.handled = handling_of_header(said_);
        trace.is_often_survived = true;
    }
    trace.cause_line = is_of_file_ ? said_ : message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "erlang", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_erlang_told_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (wrong_terms(text)) return start_point{column, 0};
        if (text.starts_with(dump)) {
            auto const blank = context.back(1, column);
            auto const said = context.back(2, column);
            if (!blank || !is_blank(*blank) || !said || is_blank(*said)) continue;
            auto const term = context.back(3, column);
            bool const has_term = is_slogan(*said) && term && is_boot_term(*term);
            return start_point{column, has_term ? std::size_t{3} : std::size_t{2}};
        } else if (is_stack(text)) {
            auto const said = context.back(1, column);
            if (said && speaks_of_error(*said)) return start_point{column, 1};
        }
    }
    std::size_t const at = stack_behind_words(context.line());
    if (at == std::string_view::npos) return std::nullopt;
    std::size_t start = 0;
    for (std::size_t const column : context.columns())
        if (column < at && speaks_of_error(context.line().substr(column, at - column))) start = column;
    return start_point{start, 0};
}

std::unique_ptr<grammar> make_erlang_told_grammar() {
    return std::make_unique<erlang_told_reader>();
}

}  // namespace task_agent::trace
