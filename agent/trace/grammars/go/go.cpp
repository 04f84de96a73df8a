#include "task_agent/trace/grammars/go/go.hpp"

#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/go/go_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

using namespace go;

constexpr std::size_t innermost_frames = 48;
constexpr int most_message_lines = 24;
constexpr int most_prelude_lines = 8;
constexpr int most_strangers = 16;

bool is_stack_printer(std::string_view function) noexcept {
    return function == "runtime/debug.Stack" || function == "runtime/debug.PrintStack";
}

class go_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override {
        return state_ == state::stack || is_told_without_goroutines();
    }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        prelude,  // "runtime: ...": a fatal error must follow
        header,   // said what happened; more lines of it, nested panics, then goroutines
        stack,    // inside the goroutines
    };

    verdict first(std::string_view line);
    verdict in_header(std::string_view line);
    verdict in_stack(std::string_view line);
    void raise(std::string_view type, std::string_view message, std::string_view line);
    void begin_goroutine();
    verdict stranger();
    // nobody was left whose stack could be shown
    [[nodiscard]] bool is_told_without_goroutines() const noexcept {
        return type_ == "fatal error" && message_.ends_with("- deadlock!");
    }

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    std::vector<chained_exception> chain_;
    std::vector<stack_frame> frames_;  // innermost first
    std::string call_;                 // whose place must follow
    // net/http's, debug.Stack's, or raised again: the frames before "panic" are those of the recovery
    bool was_recovered_ = false;
    bool is_same_again_ = false;  // raised again with the same value
    bool is_created_by_ = false;
    int goroutines_ = 0;
    int blanks_ = 0;
    int lines_ = 0;
    int strangers_ = 0;
};

void go_reader::raise(std::string_view type, std::string_view message, std::string_view line) {
    std::string_view const value = trimmed(without_recovered(message));
    is_same_again_ = type_ == "panic" && value == message_ && !value.empty();
    if (!type_.empty()) {
        if (chain_.empty()) root_line_ = cause_line_;
        push_bounded(chain_, {std::move(type_), std::move(message_)}, 1, most_links);
    }
    type_ = type;
    message_ = bounded(value);
    cause_line_ = bounded(trimmed(without_recovered(line)));
    if (message.ends_with(", repanicked]")) is_same_again_ = true;
    state_ = state::header;
}

verdict go_reader::feed(std::string_view line) {
    switch (state_) {
        case state::fresh:
        case state::prelude:
            return first(line);
        case state::header:
            return in_header(line);
        case state::stack:
            return in_stack(line);
    }
    return verdict::no_trace;
}

verdict go_reader::first(std::string_view line) {
    if (line.starts_with(fatal_header)) {
        raise("fatal error", line.substr(fatal_header.size()), line);
        if (message_.find("out of memory") != std::string::npos) role_ = trace_role::resource;
    } else if (line.starts_with("runtime: ") && ++lines_ <= most_prelude_lines) {
        state_ = state::prelude;
    } else if (state_ == state::prelude) {
        return verdict::no_trace;
    } else if (line.starts_with(panic_header)) {
        raise("panic", line.substr(panic_header.size()), line);
    } else if (auto const served = parse_served(line)) {
        raise("panic", *served, line);
        role_ = trace_role::ignored;
        was_recovered_ = true;
    } else if (auto const signal = parse_signal(line)) {
        raise(signal->name, signal->text, line);
        // asked for from outside: a dump before the end
        role_ = signal->name == "SIGQUIT" ? trace_role::killed : trace_role::native_crash;
    } else {
        return verdict::no_trace;
    }
    if (state_ == state::header) lines_ = 0;
    return verdict::continues;
}

verdict go_reader::in_header(std::string_view line) {
    if (is_goroutine(line) || line == "runtime stack:") {
        state_ = state::stack;
        return in_stack(line);
    }
    if (is_blank(line)) return ++blanks_ > 2 ? verdict::no_trace : verdict::continues;
    if (is_header_detail(line)) return verdict::continues;
    if (line.starts_with('\t') && line.substr(1).starts_with(panic_header)) {
        raise("panic", line.substr(1 + panic_header.size()), line);
        return verdict::continues;
    }
    if (starts_another(line)) return verdict::no_trace;
    if (wears_prefix(line)) return stranger();
    // Only a panic's value can have more lines.
    bool const is_message = type_ == "panic" && ++lines_ <= most_message_lines;
    if (is_message) {
        blanks_ = 0;
        if (message_.empty() || (lines_ == 1 && message_.ends_with(':'))) {
            std::string further = bounded(trimmed(without_recovered(line)));
            cause_line_.append(" ").append(further);
            if (message_.empty()) message_ = std::move(further);
        }
        return verdict::continues;
    }
    return type_ == "panic" ? verdict::no_trace : stranger();
}

verdict go_reader::stranger() {
    if (++strangers_ <= most_strangers) return verdict::not_mine;
    return goroutines_ > 0 || is_told_without_goroutines() ? verdict::ended_before : verdict::no_trace;
}

void go_reader::begin_goroutine() {
    ++goroutines_;
    strangers_ = 0;
    call_.clear();
    is_created_by_ = false;
}

verdict go_reader::in_stack(std::string_view line) {
    if (is_blank(line)) return ++blanks_ > 3 ? verdict::ended_before : verdict::continues;
    if (auto frame = parse_place(line)) {
        blanks_ = 0;
        if (goroutines_ == 1 && !call_.empty() && !is_created_by_) {
            frame->function = std::move(call_);
            if (is_stack_printer(frame->function)) was_recovered_ = true;
            bool const is_recovery = was_recovered_ || (is_same_again_ && !frames_.empty());
            if (is_recovery && frame->function == "panic") {
                frames_.clear();
                was_recovered_ = is_same_again_ = false;
            } else if (!frames_.empty() || !is_machinery(*frame)) {
                push_bounded(frames_, std::move(*frame), innermost_frames, most_frames);
            }
        }
        call_.clear();
        return verdict::continues;
    }
    if (line.starts_with(panic_header) || line.starts_with(fatal_header) || line.starts_with("exit status "))
        return verdict::ended_before;
    if (is_goroutine(line)) {
        begin_goroutine();
    } else if (line.starts_with("created by ")) {
        is_created_by_ = true;
    } else if (auto const call = parse_call(line); call && blanks_ == 0) {
        call_ = *call;
    } else if (!is_between_frames(line) && !is_header_detail(line) && !is_register(line) &&
               !parse_signal(line)) {
        return blanks_ == 0 ? stranger() : verdict::ended_before;
    }
    blanks_ = 0;
    return verdict::continues;
}

bool go_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    if (goroutines_ == 0 && !is_told_without_goroutines()) {
        // GOTRACEBACK=none, or broken off
        if (type_ != "panic" || lines_ > 0 || strangers_ > 0 || role_ != trace_role::raised) return false;
        role_ = trace_role::incomplete;
    }
    trace.role = role_;
    // the runtime shows goroutines of nothing that was recovered
    if (goroutines_ > 0 && role_ == trace_role::raised && trace.is_handled_above)
        trace.handled = handling::none;
    trace.cause_line = std::move(cause_line_);
    if (!root_line_.empty() && chain_.front().message != message_) trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    make_plain(frames_);
    put_exception(e, "go", std::move(type_), std::move(message_), outermost_first(std::move(frames_)));
    e.chain = std::move(chain_);
    return true;
}

}  // namespace

std::optional<start_point> find_go_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(panic_header) || text.starts_with(fatal_header) ||
            text.starts_with("runtime: ") || parse_served(text) || parse_signal(text)) {
            return start_point{column, 0};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_grammar() {
    return std::make_unique<go_reader>();
}

}  // namespace task_agent::trace
