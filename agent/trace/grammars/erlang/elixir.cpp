#include "task_agent/trace/grammars/erlang/elixir.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/erlang/elixir_lines.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

using namespace elixir;

constexpr int most_message_lines = 40;
constexpr std::string_view no_script = "No file named ";
constexpr std::string_view exit_from = "EXIT from ";
constexpr std::string_view stop = "stop";
constexpr std::size_t longest_words = 160;

class elixir_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    void raise(raised const& what);
    bool read_inner(std::string_view line, std::string_view text);
    verdict in_test(std::string_view line);
    verdict in_message(std::string_view line);
    bool goes_on_in_mix(std::string_view line) const noexcept;
    void place_of_compiler();

    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;        // innermost first
    std::vector<stack_frame> inner_frames_;  // those of a cause
    std::vector<chained_exception> causes_;  // outermost first
    std::string root_line_;
    int message_lines_ = 0;
    block_bounds block_;  // the report, where its owner tells of the same
    bool in_stack_ = false;
    bool has_report_ = false;  // a logger's, of a process that died
    bool is_again_ = false;    // what follows was told by the report
    bool is_inner_ = false;    // frames are those of a cause
    bool is_test_ = false;
    bool is_listed_ = false;  // the message says that it goes on
    bool announces_ = false;  // the line before does
    bool has_begun_ = false;
    bool is_followed_ = false;  // by any line
    bool is_asked_ = false;     // the report tells who waited for the process, and where
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

verdict elixir_reader::read(std::string_view line) {
    if (!std::exchange(has_begun_, true)) {
        if (auto const test = failed_test(line)) {
            raise({"test failed", *test});
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
    is_followed_ = true;
    std::string_view const text = trimmed(line);
    if (has_report_ && line.starts_with("** (EXIT from ")) {
        // its owner died of it
        role_ = trace_role::raised;
        is_again_ = true;
        block_.end_here();
        return verdict::continues;
    }
    if (read_inner(line, text)) return verdict::continues;
    if (line.starts_with("    ")) {
        if (auto frame = parse_frame(text)) {
            in_stack_ = true;
            is_inner_ = is_inner_ && line.starts_with("            ");
            if (!is_again_ && !is_asked_) {
                auto& frames = is_inner_ ? inner_frames_ : frames_;
                push_bounded(frames, std::move(*frame), most_frames - first_frames, most_frames);
            }
            return verdict::continues;
        }
        if (is_call(text) || in_stack_) {
            in_stack_ = true;
            return verdict::continues;
        }
    }
    if (has_report_ && !is_again_ && (in_stack_ || type_ == stop) && is_fact_of_process(line)) {
        in_stack_ = true;
        is_asked_ = line.starts_with("Client #PID<");
        return verdict::continues;
    }
    // the stack of who waited stands apart
    if (is_asked_ && is_blank(line)) return verdict::continues;
    return in_message(line);
}

// A task's words are a sentence, as a rule, and so is what it adds; a list is indented.
bool elixir_reader::goes_on_in_mix(std::string_view line) const noexcept {
    bool const is_listed = line.starts_with("  ");
    bool const is_sentence = !line.empty() && line.front() >= 'A' && line.front() <= 'Z';
    return is_blank(line) || is_listed || is_sentence || message_.ends_with(':') || message_.ends_with(',');
}

// Any text, with blank lines in it: frames behind it tell that it was the message. Where none need follow, a
// blank line ends it.
verdict elixir_reader::in_message(std::string_view line) {
    bool const needs_no_frames =
        type_ == "Mix" || type_.starts_with(exit_from) || type_.ends_with("CompileError");
    if (type_ == "Mix" && !goes_on_in_mix(line)) return verdict::ended_before;
    bool const announces = std::exchange(announces_, line.ends_with(':'));
    bool const may_be_message = !in_stack_ && !wears_prefix(line) && !starts_another(line);
    if (!may_be_message || ++message_lines_ > most_message_lines ||
        (is_blank(line) && needs_no_frames && !announces))
        return verdict::ended_before;
    // "(ExUnit.AssertionError) ", a blank line, "Assertion with == failed"
    if (message_.empty() && !is_blank(line)) {
        message_ = bounded(trimmed(line));
        cause_line_ = type_ + ": " + message_;
        return verdict::continues;
    }
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

// How long "nut.eex:9:1: " is; 0 = there is none.
std::size_t place_of_template(std::string_view message) noexcept {
    std::size_t const end = message.find(": ");
    if (end == std::string_view::npos) return 0;
    std::string_view place = message.substr(0, end);
    for (int numbers = 0; numbers < 2; ++numbers) {
        std::size_t const colon = place.rfind(':');
        if (colon == std::string_view::npos || number_of(place.substr(colon + 1)) == 0) return 0;
        place = place.substr(0, colon);
    }
    return place.find(' ') == std::string_view::npos ? end + 2 : 0;
}

bool elixir_reader::conclude(found_trace& trace) {
    if (is_of_compiler(type_)) place_of_compiler();
    if (type_.starts_with("EEx.")) message_.erase(0, place_of_template(message_));
    block_.cut(trace);
    // Mix tells no frames; of other words in brackets only these tell a trace
    bool const needs_no_frames = type_ == "Mix" || type_.starts_with(exit_from) || is_test_ ||
                                 role_ == trace_role::notice || (has_report_ && type_ == stop);
    // what was raised in the process that was asked
    frames_.insert(frames_.begin(), inner_frames_.begin(), inner_frames_.end());
    if (frames_.empty() && !needs_no_frames) {
        // the program told of it itself, with its last words
        if (is_followed_) return false;
        role_ = trace_role::notice;
        trace.is_often_survived = true;
    }
    if (type_.starts_with(exit_from)) {
        // its supervisor gave up, after it told of what it had started again
        if (message_ == "shutdown") role_ = trace_role::summary;
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
        // the first one that failed, whatever failed behind it
        bool const is_first_test = failed_test(text) && trimmed(text).starts_with("1) ");
        if (is_first_test || text.starts_with(no_script)) return start_point{column, 0};
        if (!parse_raised(text)) continue;
        auto const above = context.back(1, column);
        return start_point{column,
                           above && (is_report(*above) || is_compilation(*above)) ? std::size_t{1} : 0};
    }
    // behind the words of a program that caught it: "[error] no sale: ** (KeyError) key :nut not found"; or
    // behind a question that nobody answered
    std::size_t const at = context.line().substr(0, longest_words).find(opening);
    std::string_view const before =
        at == std::string_view::npos ? std::string_view{} : context.line().substr(0, at);
    bool const is_told =
        (before.ends_with(": ") || before.ends_with("[Yn] ")) && parse_raised(context.line().substr(at));
    return is_told ? std::optional(start_point{at, 0}) : std::nullopt;
}

std::unique_ptr<grammar> make_elixir_grammar() {
    return std::make_unique<elixir_reader>();
}

}  // namespace task_agent::trace
