#include "task_agent/trace/grammars/elixir.hpp"

#include "foreign_line.hpp"
#include "reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

constexpr std::string_view opening = "** (";
constexpr int most_message_lines = 40;
constexpr std::string_view no_script = "No file named ";
constexpr std::string_view exit_from = "EXIT from ";
constexpr std::size_t longest_words = 160;

struct raised {
    std::string_view type;
    std::string_view message;
};

// "** (KeyError) key :a not found"
std::optional<raised> parse_raised(std::string_view line) noexcept {
    if (!line.starts_with(opening)) return std::nullopt;
    std::size_t const close = line.find(')');
    if (close == std::string_view::npos || close > 120) return std::nullopt;
    std::string_view const type = line.substr(opening.size(), close - opening.size());
    bool const is_module = !type.empty() && type[0] >= 'A' && type[0] <= 'Z' &&
                           (type.find(' ') == std::string_view::npos || type.starts_with("EXIT from "));
    bool const is_kind = type == "exit" || type == "throw" || type == "stop";
    if (!is_module && !is_kind) return std::nullopt;
    return raised{type, trimmed(line.substr(close + 1))};
}

// "file.ex:3: Mod.fun/2", "(app 1.0) lib/file.ex:3: Mod.fun/2"; a call into Erlang has no place.
// "(elixir 1.14.0) lib/enum.ex:3: ...": what the language itself did on behalf of the program
bool is_of_language(std::string_view text) noexcept {
    return text.starts_with("(elixir ") || text.starts_with("(stdlib ") || text.starts_with("(kernel ");
}

std::optional<stack_frame> parse_frame(std::string_view text) {
    if (text.starts_with('(')) {
        std::size_t const close = text.find(") ");
        if (close == std::string_view::npos) return std::nullopt;
        text.remove_prefix(close + 2);
    }
    std::size_t const end = text.find(": ");
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view const place = text.substr(0, end);
    std::size_t const colon = place.rfind(':');
    if (colon == std::string_view::npos || number_of(place.substr(colon + 1)) == 0 ||
        place.substr(0, colon).find(' ') != std::string_view::npos)
        return std::nullopt;
    return stack_frame{to_plain_text(place.substr(0, colon)), number_of(place.substr(colon + 1)),
                       to_plain_text(trimmed(text.substr(end + 2)))};
}

// "[error] Task #PID<0.103.0> started from #PID<0.96.0> terminating", "[error] GenServer Shop terminating"
bool is_report(std::string_view line) noexcept {
    bool const is_end = line.ends_with(" terminating") || line.ends_with(" raised an exception");
    return is_end && (line.find("Task #PID<") != std::string_view::npos ||
                      line.find("GenServer ") != std::string_view::npos ||
                      line.find(":gen_statem ") != std::string_view::npos ||
                      line.find("Process #PID<") != std::string_view::npos);
}

bool is_of_compiler(std::string_view type) noexcept {
    return type.ends_with("SyntaxError") || type.ends_with("TokenMissingError") ||
           type.ends_with("CompileError") || type.ends_with("MismatchedDelimiterError");
}

bool is_compilation(std::string_view line) noexcept {
    return line.starts_with("== Compilation error in file ") && line.ends_with(" ==");
}

// What such a report says of the process behind its stack.
constexpr std::array<std::string_view, 8> facts_of_process = {
    "Function: ",   "Last message",   "State: ",     "Client #PID<",
    "Start Call: ", "Initial Call: ", "Ancestors: ", "Process Label: "};

// "  1) test adds up (ShopTest)", of ExUnit; the name is behind "test ".
std::optional<std::string_view> failed_test(std::string_view line) noexcept {
    if (!line.starts_with("  ")) return std::nullopt;
    line = trimmed(line);
    std::size_t const digits = digits_in(line);
    constexpr std::string_view mark = ") test ";
    if (digits == 0 || !line.substr(digits).starts_with(mark) || !line.ends_with(')')) return std::nullopt;
    return line.substr(digits + mark.size());
}

bool is_call(std::string_view text) noexcept {
    return text.starts_with(':') && text.find('(') != std::string_view::npos;
}

class elixir_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    void raise(raised const& what);
    bool read_inner(std::string_view line, std::string_view text);
    verdict in_test(std::string_view line);
    verdict in_message(std::string_view line);
    void place_of_compiler();

    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;         // innermost first
    std::vector<stack_frame> inner_frames_;   // those of a cause
    std::vector<stack_frame> called_frames_;  // of the language, above those of the program
    std::vector<chained_exception> causes_;   // outermost first
    std::string root_line_;
    int message_lines_ = 0;
    bool in_stack_ = false;
    bool has_report_ = false;  // a logger's, of a process that died
    bool is_again_ = false;    // what follows was told by the report
    bool is_inner_ = false;    // frames are those of a cause
    bool is_test_ = false;
    bool is_listed_ = false;  // the message says that it goes on
    bool has_begun_ = false;
};

void elixir_reader::raise(raised const& what) {
    type_ = to_plain_text(what.type);
    message_ = bounded(what.message);
    cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
}

// "    ** (EXIT) an exception was raised:" and, deeper, what it was
bool elixir_reader::read_inner(std::string_view line, std::string_view text) {
    auto const inner = line.starts_with("    ") ? parse_raised(text) : std::nullopt;
    if (!inner) return false;
    if (is_again_ || inner->type == "EXIT") return true;
    if (type_.starts_with(exit_from)) {
        // what the other process died of
        raise(*inner);
    } else if (type_ == "exit" || type_ == "Mix") {
        push_bounded(causes_, chained_exception{bounded(inner->type, 512), bounded(inner->message)}, 1,
                     most_links);
        root_line_ = bounded(inner->type, 512) + ": " + bounded(inner->message);
        is_inner_ = true;
    } else {
        return false;
    }
    return true;
}

// "     ** (RuntimeError) no nut", "     Assertion with == failed", "       test/shop_test.exs:6: (test)"
verdict elixir_reader::in_test(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (!line.starts_with("     ") || ++message_lines_ > 4 * most_message_lines) return verdict::ended_before;
    if (auto const what = parse_raised(text)) {
        raise(*what);
    } else if (in_stack_) {
        if (auto frame = parse_frame(text)) frames_.push_back(std::move(*frame));
    } else if (text == "stacktrace:") {
        in_stack_ = true;
    } else if (message_lines_ == 2) {
        message_ = bounded(text);
        cause_line_ = type_ + ": " + message_;
    }
    return frames_.size() < most_frames ? verdict::continues : verdict::ends;
}

verdict elixir_reader::feed(std::string_view line) {
    if (!std::exchange(has_begun_, true)) {
        if (auto const test = failed_test(line)) {
            raise({"test failed", *test});
            role_ = trace_role::notice;
            is_test_ = true;
            return verdict::continues;
        }
        if (line.starts_with(no_script)) {
            raise({"error", line});
            role_ = trace_role::notice;
            return verdict::ends;
        }
        has_report_ = is_report(line);
        if (has_report_) role_ = trace_role::detached;
        if (has_report_ || is_compilation(line)) return verdict::continues;
    }
    if (is_test_) return in_test(line);
    if (type_.empty()) {
        auto const first = parse_raised(line);
        if (!first) return verdict::no_trace;
        raise(*first);
        return verdict::continues;
    }
    std::string_view const text = trimmed(line);
    if (has_report_ && line.starts_with("** (EXIT from ")) {
        // its owner died of it
        role_ = trace_role::raised;
        is_again_ = true;
        return verdict::continues;
    }
    if (read_inner(line, text)) return verdict::continues;
    if (line.starts_with("    ")) {
        if (auto frame = parse_frame(text)) {
            in_stack_ = true;
            is_inner_ = is_inner_ && line.starts_with("            ");
            if (!is_again_) {
                auto& frames = is_inner_ ? inner_frames_ : frames_;
                bool const is_above = frames.empty() && !is_inner_ && is_of_language(text);
                push_bounded(is_above ? called_frames_ : frames, std::move(*frame),
                             most_frames - first_frames, most_frames);
            }
            return verdict::continues;
        }
        if (is_call(text) || in_stack_) {
            in_stack_ = true;
            return verdict::continues;
        }
    }
    if (has_report_ && in_stack_ && !is_again_ &&
        std::any_of(facts_of_process.begin(), facts_of_process.end(),
                    [&](std::string_view start) { return line.starts_with(start); }))
        return verdict::continues;
    return in_message(line);
}

// Any text, with blank lines in it: frames behind it tell that it was the message. Where none need follow, a
// blank line ends it.
verdict elixir_reader::in_message(std::string_view line) {
    bool const needs_no_frames =
        type_ == "Mix" || type_.starts_with(exit_from) || type_.ends_with("CompileError");
    bool const may_be_message = !in_stack_ && !wears_prefix(line) && !starts_another(line);
    if (!may_be_message || ++message_lines_ > most_message_lines || (is_blank(line) && needs_no_frames))
        return verdict::ended_before;
    // "errors were found at the given arguments:"
    if (message_.ends_with(':')) is_listed_ = true;
    if (is_listed_ && !is_blank(line)) {
        message_ = bounded(message_ + '\n' + std::string(trimmed(line)));
        cause_line_ = type_ + ": " + message_;
    }
    return verdict::continues;
}

// "syntax.exs:7:1: missing terminator", "invalid syntax found on syntax.exs:7:1:": the place is where the
// compiler stopped.
void elixir_reader::place_of_compiler() {
    constexpr std::string_view found_on = " found on ";
    std::string_view text = message_;
    std::size_t const on = text.find(found_on);
    if (on != std::string_view::npos) text.remove_prefix(on + found_on.size());
    std::size_t const end = text.find(": ");
    std::string_view const place = text.substr(0, end);
    std::size_t const colon = place.find(':');
    if ((end == std::string_view::npos && on == std::string_view::npos) ||
        place.find(' ') != std::string_view::npos)
        return;
    int line = 0;
    if (colon != std::string_view::npos)
        line = number_of(place.substr(colon + 1, digits_in(place.substr(colon + 1))));
    frames_.insert(frames_.begin(), {std::string(place.substr(0, colon)), line, {}});
    if (on == std::string_view::npos) message_.erase(0, end + 2);
}

bool elixir_reader::conclude(found_trace& trace) {
    if (is_of_compiler(type_)) place_of_compiler();
    // Mix tells no frames; of other words in brackets only these tell a trace
    bool const needs_no_frames =
        type_ == "Mix" || type_.starts_with(exit_from) || is_test_ || role_ == trace_role::notice;
    if (frames_.empty()) frames_ = std::move(called_frames_);
    if (frames_.empty()) frames_ = std::move(inner_frames_);
    if (frames_.empty() && !needs_no_frames) return false;
    if (type_.starts_with(exit_from)) {
        // the shell starts anew
        trace.is_often_survived = message_.starts_with("shell process exited");
        type_.resize(exit_from.find(' '));
        cause_line_ = type_ + ": " + message_;
    }
    trace.role = role_;
    if (has_report_ && role_ == trace_role::detached) {
        trace.handled = handling::error;
        trace.is_often_survived = true;  // a supervisor may start it again
    }
    trace.cause_line = std::move(cause_line_);
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    put_exception(e, "elixir", std::move(type_), std::move(message_), outermost_first(std::move(frames_)));
    std::reverse(causes_.begin(), causes_.end());
    e.chain = std::move(causes_);
    return true;
}

}  // namespace

std::optional<start_point> find_elixir_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (failed_test(text) || text.starts_with(no_script)) return start_point{column, 0};
        if (!parse_raised(text)) continue;
        auto const above = context.back(1, column);
        return start_point{column,
                           above && (is_report(*above) || is_compilation(*above)) ? std::size_t{1} : 0};
    }
    // behind the words of a program that caught it: "[error] no sale: ** (KeyError) key :nut not found"
    std::size_t const at = context.line().substr(0, longest_words).find(opening);
    bool const is_told = at != std::string_view::npos && at > 0 &&
                         context.line().substr(0, at).ends_with(": ") &&
                         parse_raised(context.line().substr(at));
    return is_told ? std::optional(start_point{at, 0}) : std::nullopt;
}

std::unique_ptr<grammar> make_elixir_grammar() {
    return std::make_unique<elixir_reader>();
}

}  // namespace task_agent::trace
