#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/rust/rust.hpp"
#include "task_agent/trace/grammars/rust/rust_lines.hpp"

#include "rust_backtrace.hpp"
#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

using namespace rust;

constexpr int most_message_lines = 24;
constexpr int most_strangers = 16;
constexpr int most_others = 1024;

class rust_panic_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override {
        return state_ == state::message || state_ == state::backtrace || state_ == state::done ||
               state_ == state::failed;
    }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        quoted,     // inside the quotes of an old message
        header,     // the next line is the message
        overflow,   // the next line is the fatal error
        message,    // has said what was raised; more of it, a note, or a backtrace
        failed,     // "memory allocation of ...": a note or a backtrace at most
        backtrace,  // frames
        done,       // the note was read; a panic that aborts can follow
    };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict begin_panic(thread_line const& head, std::string_view line);
    verdict in_quoted(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_backtrace(std::string_view line);
    verdict in_done(std::string_view line);
    verdict behind_message(std::string_view line);
    verdict in_others(std::string_view line);
    void say(std::string_view type, std::string_view message, std::string_view cause);
    verdict stranger(verdict too_many) {
        return ++strangers_ > most_strangers ? too_many : verdict::not_mine;
    }
    [[nodiscard]] bool is_main() const noexcept { return thread_ == "main"; }
    [[nodiscard]] bool is_passing_test(std::string_view line) const noexcept {
        return !is_main() && ends_passing_test(line);
    }

    // A panic behind which the same thread panicked again.
    struct told {
        std::string message, cause_line;
        stack_frame place;
        rust_backtrace backtrace;
    };

    state state_ = state::fresh;
    block_bounds block_;  // of the first panic
    std::optional<told> first_;
    trace_role role_ = trace_role::raised;
    std::string thread_, type_, message_, cause_line_;
    std::string head_;  // the line before the message
    stack_frame place_;
    rust_backtrace backtrace_;
    std::string whole_thread_;  // with its number
    bool is_abort_ = false;     // the panic that is being read is only the end of the first
    bool was_aborted_ = false, is_told_by_hook_ = false;
    bool is_expected_ = false;  // by a test
    bool in_others_ = false;    // what libtest shows of tests that failed later
    int lines_ = 0, others_ = 0, strangers_ = 0;
};

void rust_panic_reader::say(std::string_view type, std::string_view message, std::string_view cause) {
    if (is_abort_) return;
    type_ = type;
    message_ = bounded(trimmed(message));
    cause_line_ = bounded(trimmed(cause));
}

verdict rust_panic_reader::feed(std::string_view line) {
    verdict const answer = read(line);
    return block_.note(line, answer, !is_abort_ && !first_ && !in_others_);
}

verdict rust_panic_reader::read(std::string_view line) {
    if (in_others_) return in_others(line);
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::quoted:
            return in_quoted(line);
        case state::header:
            if (wears_prefix(line)) return stranger(verdict::no_trace);
            say("panic", line, head_ + " " + std::string(line.substr(0, longest_message)));
            state_ = state::message;
            lines_ = 0;
            return verdict::continues;
        case state::overflow:
            if (is_blank(line)) return verdict::continues;
            if (!line.starts_with(fatal_header)) return stranger(verdict::ended_before);
            return verdict::ends;
        case state::message:
            return in_message(line);
        case state::failed:
            return behind_message(line);
        case state::backtrace:
            return in_backtrace(line);
        case state::done:
            return in_done(line);
    }
    return verdict::no_trace;
}

verdict rust_panic_reader::first(std::string_view line) {
    if (auto const head = parse_thread(line)) {
        thread_ = bounded(head->thread);
        whole_thread_ = bounded(head->whole);
        if (!head->overflowed) return begin_panic(*head, line);
        say("stack overflow", {}, "fatal runtime error: stack overflow");
        role_ = trace_role::native_crash;
        state_ = state::overflow;
        return verdict::continues;
    }
    if (line.starts_with(hook_header)) {
        thread_ = whole_thread_ = "main";
        is_told_by_hook_ = true;
        return begin_panic({thread_, whole_thread_, line.substr(hook_header.size()), false}, line);
    }
    if (is_allocation_failure(line)) {
        say("abort", line, line);
        role_ = trace_role::resource;
        state_ = state::failed;
        return verdict::continues;
    }
    if (!line.starts_with(fatal_header)) return verdict::no_trace;
    say("fatal runtime error", line.substr(fatal_header.size()), line);
    role_ = trace_role::native_crash;
    return verdict::ends;
}

verdict rust_panic_reader::begin_panic(thread_line const& head, std::string_view line) {
    if (!is_abort_ && !is_main()) role_ = trace_role::detached;
    std::string_view rest = head.place;
    if (rest.ends_with(':')) {
        if (auto place = parse_place(rest.substr(0, rest.size() - 1))) {
            if (!is_abort_) place_ = std::move(*place);
            head_ = bounded(line);
            state_ = state::header;
            return verdict::continues;
        }
    }
    if (!rest.starts_with('\'')) return verdict::no_trace;
    rest.remove_prefix(1);
    if (auto quoted = parse_quoted_end(rest)) {
        say("panic", quoted->message, line);
        if (!is_abort_) place_ = std::move(quoted->place);
        state_ = state::message;
        lines_ = most_message_lines;
    } else {
        say("panic", rest, line);
        state_ = state::quoted;
        lines_ = 0;
    }
    return verdict::continues;
}

verdict rust_panic_reader::in_quoted(std::string_view line) {
    if (auto quoted = parse_quoted_end(line)) {
        if (!is_abort_) place_ = std::move(quoted->place);
        state_ = state::message;
        lines_ = most_message_lines;
        return verdict::continues;
    }
    if (wears_prefix(line)) return stranger(verdict::no_trace);
    return ++lines_ > most_message_lines || starts_another(line) ? verdict::no_trace : verdict::continues;
}

// A note, the start of a backtrace, or the end.
verdict rust_panic_reader::behind_message(std::string_view line) {
    if (is_note(line)) {
        state_ = state::done;
        return verdict::continues;
    }
    if (line == "stack backtrace:") {
        state_ = state::backtrace;
        strangers_ = 0;
        return verdict::continues;
    }
    if (is_abort(line) || starts_another(line) || is_passing_test(line) || heads_captured(line))
        return in_done(line);
    return is_blank(line) ? verdict::not_mine : stranger(verdict::ended_before);
}

verdict rust_panic_reader::in_message(std::string_view line) {
    // Another thread's message has no end of its own when an earlier panic had the note: what follows is
    // the program's output as likely as not. So has what a hook prints.
    bool const may_go_on = lines_ < most_message_lines && !is_blank(line) && !is_note(line) &&
                           line != "stack backtrace:" && !is_abort(line) && !starts_another(line) &&
                           !wears_prefix(line) && ((is_main() && !is_told_by_hook_) || line.starts_with(' '));
    if (!may_go_on) return behind_message(line);
    ++lines_;
    return verdict::continues;
}

verdict rust_panic_reader::in_backtrace(std::string_view line) {
    if (backtrace_.take(line, !is_abort_)) {
        strangers_ = 0;
        return verdict::continues;
    }
    return behind_message(line);
}

verdict rust_panic_reader::in_done(std::string_view line) {
    if (is_blank(line)) return verdict::not_mine;
    if ((in_others_ = !is_main() && heads_captured(line))) return in_others(line);
    if (is_abort(line)) {
        was_aborted_ = true;
        return verdict::ends;
    }
    if (is_passing_test(line)) {
        is_expected_ = !first_;
        return verdict::ended_before;
    }
    auto const head = parse_thread(line);
    if (!head || head->overflowed || head->thread != thread_) return verdict::ended_before;
    if (head->place.find("/core/src/panicking.rs:") != std::string_view::npos) {
        is_abort_ = was_aborted_ = true;
        if (role_ == trace_role::detached) role_ = trace_role::native_crash;
        return begin_panic(*head, line);
    }
    bool const is_same_thread = head->whole == whole_thread_ && (is_main() || head->whole.ends_with(')'));
    if (!is_same_thread || first_ || strangers_ > 0 || type_ != "panic") return verdict::ended_before;
    first_ = told{std::move(message_), std::move(cause_line_), std::move(place_), std::move(backtrace_)};
    place_ = {};
    backtrace_ = {};
    return begin_panic(*head, line);
}

// The first one tells; their names are listed below.
verdict rust_panic_reader::in_others(std::string_view line) {
    if (line == "failures:" || line.starts_with("test result: ")) return verdict::ended_before;
    return ++others_ > most_others ? verdict::ended_before : verdict::continues;
}

bool rust_panic_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = state_ == state::quoted && !is_abort_ ? trace_role::incomplete : role_;
    // panic!() says nothing: what was printed before it does
    if (message_ == "explicit panic" && trace.role == trace_role::raised) trace.role = trace_role::summary;
    if (is_expected_) trace.handled = handling::aside;
    trace.is_often_survived = is_told_by_hook_;
    exception_info& e = trace.exception;
    // what follows from it
    if (is_abort_ || in_others_ || (first_ && was_aborted_)) block_.cut(trace);
    if (first_ && was_aborted_) {
        // a destructor panicked while the first one unwound, and that one is the cause
        message_ = std::move(first_->message);
        cause_line_ = std::move(first_->cause_line);
        place_ = std::move(first_->place);
        backtrace_ = std::move(first_->backtrace);
    } else if (first_) {
        e.chain.push_back({"panic", std::move(first_->message)});
    }
    trace.cause_line = std::move(cause_line_);
    put_exception(e, "rust", std::move(type_), std::move(message_), backtrace_.frames());
    if (e.frames.empty() && place_.line > 0) e.frames.push_back(std::move(place_));
    make_plain(e.frames);
    return true;
}

}  // namespace

std::optional<start_point> find_rust_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (parse_thread(text) || is_allocation_failure(text) || text.starts_with(fatal_header))
            return start_point{column, 0};
    }
    auto const at = find_hook(context.line());
    return at ? std::optional(start_point{*at, 0}) : std::nullopt;
}

std::unique_ptr<grammar> make_rust_panic_grammar() {
    return std::make_unique<rust_panic_reader>();
}

}  // namespace task_agent::trace
