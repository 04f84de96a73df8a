#include "task_agent/trace/grammars/java/java.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/java/java_lines.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

#include "java_test_titles.hpp"

namespace task_agent::trace {
namespace {

using namespace java;

constexpr std::size_t most_message_lines = 30;
constexpr int most_strangers = 16;
constexpr std::string_view caught = "Caught: ";
// between a stack and that of its cause, of classes that are older than causes are
constexpr std::string_view nested_mark = "---------";

// Errors that the JVM may print without a frame, and whose message has one line.
bool may_stand_alone(std::string_view type) noexcept {
    return type == "java.lang.OutOfMemoryError" || type == "java.lang.StackOverflowError";
}

// A record of a logger; a line of a message may begin with a level or in brackets.
bool has_time(std::string_view line) noexcept {
    line_pieces const found = find_prefix(line);
    for (prefix_piece const& piece : found.pieces()) {
        if (piece.kind == piece_kind::time) return true;
    }
    return false;
}

class java_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return state_ == state::frames || state_ == state::links; }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        message,  // behind the header: the rest of the message, or the first frame
        frames,   // of the trace's own exception
        links,    // of a cause or a suppressed one
    };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_frames(std::string_view line);
    void add_link(link_line const& link);

    state state_ = state::fresh;
    handling handled_ = handling::none;  // by what the program printed before it
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    std::string thread_;
    std::vector<stack_frame> frames_;  // innermost first, as printed
    std::vector<chained_exception> causes_;
    std::vector<chained_exception> suppressed_;
    std::string said_;  // by Groovy, before it says all of it again
    block_bounds block_;
    std::size_t lines_ = 0;
    int strangers_ = 0;
    bool is_uncaught_ = false;   // "Exception in thread"
    bool is_of_test_ = false;    // others go on
    bool in_link_text_ = false;  // a link's message may go on
    bool is_nested_ = false;     // the cause of the one before
    bool was_driver_ = false;    // Spark shows the executor's frames within its message
};

verdict java_reader::read(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::message:
            return in_message(line);
        case state::frames:
        case state::links:
            return in_frames(line);
    }
    return verdict::no_trace;
}

verdict java_reader::first(std::string_view line) {
    if (line == nested_mark || (is_nested_ && line.empty())) {
        is_nested_ = true;
        return verdict::continues;
    }
    if (line.starts_with(caught)) said_ = line.substr(caught.size());
    line = from_uncaught(line);
    is_of_test_ = line.starts_with("    ");
    auto thrown = parse_thrown(is_of_test_ ? trimmed(line) : line, true);
    if (!thrown) thrown = parse_thrown_behind_text(line);
    if (!thrown) return verdict::no_trace;
    if (!thrown->before.empty()) handled_ = reading::handling_of_header(thrown->before);
    type_ = to_plain_text(thrown->type);
    message_ = bounded(trimmed(thrown->message));
    cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
    thread_ = to_plain_text(thrown->thread);
    is_uncaught_ = is_uncaught(line);
    state_ = state::message;
    return verdict::continues;
}

verdict java_reader::in_message(std::string_view line) {
    if (is_frame(line) || is_rest(line) || parse_link(line)) {
        state_ = state::frames;
        return in_frames(line);
    }
    if (may_stand_alone(type_)) return verdict::ended_before;
    bool const is_long = ++lines_ > most_message_lines;
    if (!said_.empty() && line == said_) block_.begin_here();
    if (is_uncaught_) {
        if (is_long || starts_another(line)) return verdict::ended_before;
        // of another process, by its prefix
        return wears_prefix(line) ? verdict::not_mine : verdict::continues;
    }
    // only reached by looking back from a frame, so a frame follows
    return is_long ? verdict::no_trace : verdict::continues;
}

void java_reader::add_link(link_line const& link) {
    auto const thrown = parse_thrown(link.thrown, true);
    if (!thrown) return;
    chained_exception added{to_plain_text(thrown->type), bounded(trimmed(thrown->message))};
    if (link.is_cause && !link.is_nested) {
        root_line_ = bounded(trimmed(link.thrown));
        push_bounded(causes_, std::move(added), 1, most_links / 2);
    } else {
        push_bounded(suppressed_, std::move(added), 1, most_links / 2);
    }
}

verdict java_reader::in_frames(std::string_view line) {
    if (auto frame = parse_frame(line)) {
        if (state_ == state::frames && !was_driver_)
            push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
        strangers_ = 0;
        in_link_text_ = false;
        return verdict::continues;
    }
    if (auto const link = parse_link(line)) {
        state_ = state::links;
        lines_ = 0;
        strangers_ = 0;
        in_link_text_ = false;
        if (link->thrown.starts_with("[CIRCULAR REFERENCE")) return verdict::continues;
        in_link_text_ = link->is_cause;  // frames follow; a suppressed one may be without
        add_link(*link);
        return verdict::continues;
    }
    if (is_rest(line)) {
        in_link_text_ = false;
        return verdict::continues;
    }
    if (line == "Driver stacktrace:") {
        was_driver_ = true;
        return verdict::continues;
    }
    if (has_time(line) || starts_another(line)) return verdict::ended_before;
    if (in_link_text_ && ++lines_ <= most_message_lines) return verdict::continues;
    bool const is_of_spark = message_.find("stage failure") != std::string::npos;
    if (line.empty() && is_of_spark && !was_driver_) return verdict::not_mine;
    if (line.empty() || wears_prefix(line) || parse_thrown(line, false)) return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool java_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    // a cause tells less than the one it is of
    bool const is_aside = is_of_test_ || is_nested_ || (!thread_.empty() && thread_ != "main");
    trace.role = is_aside ? trace_role::detached : trace_role::raised;
    // only the runtime says so, and of nothing that anybody caught
    if (is_uncaught_ && trace.is_handled_above) trace.handled = handling::none;
    if (state_ == state::message) {
        if (!is_uncaught_) return false;
        // no frame proves that what was taken behind the header is of its message
        trace.text.resize(std::min(trace.text.find('\n') + 1, trace.text.size()));
        trace.last_line = trace.first_line;
        if (!may_stand_alone(type_)) trace.role = trace_role::notice;
    }
    // what a thread does now, shown for information
    if (!frames_.empty() && frames_.front().function.ends_with("java.lang.Thread.dumpStack")) return false;
    if (handled_ != handling::none) {
        trace.handled = handled_;
        trace.is_often_survived = true;
    }
    if (state_ != state::message) block_.cut(trace);
    trace.cause_line = std::move(cause_line_);
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    make_plain(frames_);
    put_exception(e, "java", std::move(type_), std::move(message_), outermost_first(std::move(frames_)));
    std::reverse(causes_.begin(), causes_.end());
    e.chain = std::move(causes_);
    for (chained_exception& one : suppressed_)
        e.chain.push_back(std::move(one));
    return true;
}

// How many lines back what belongs to a header begins, which stands `back` lines back itself: Groovy says all
// of it before, with a word of its own, and a cause may stand below a mark.
std::size_t begin_above(start_context const& context, std::size_t column, std::size_t back) {
    auto const header = context.back(back, column);
    auto const above = context.back(back + 1, column);
    if (!header || !above) return back;
    if (*above == nested_mark) return back + 1;
    auto const marked = above->empty() ? context.back(back + 2, column) : std::nullopt;
    if (marked && *marked == nested_mark) return back + 2;
    auto const said = context.back(2 * back, column);
    if (!said || !said->starts_with(caught) || said->substr(caught.size()) != *header) return back;
    for (std::size_t n = 1; n < back; ++n) {
        if (context.back(n, column) != context.back(n + back, column)) return back;
    }
    return 2 * back;
}

// How many lines back the header of the frame at this column stands.
std::optional<std::size_t> header_above(start_context const& context, std::size_t column) {
    for (std::size_t back = 1; back <= most_message_lines; ++back) {
        auto const line = context.back(back, column);
        if (!line || is_frame(*line)) return std::nullopt;
        if (trimmed(*line).starts_with("java.lang.Thread.State: ")) return std::nullopt;  // a thread dump
        // a failed test of Gradle's, all of it further in
        if (line->starts_with("    ") && parse_thrown(trimmed(*line), true)) {
            auto const test = context.back(back + 1, column);
            return test && test->ends_with(" FAILED") ? std::optional(back) : std::nullopt;
        }
        // the line directly above a frame is taken at its word; further up it must sound like one
        if (parse_thrown(*line, back == 1)) return begin_above(context, column, back);
        if (from_uncaught(*line).size() < line->size()) return back;
        if (back == 1 && parse_thrown_behind_text(*line)) return back;
        if (has_time(*line)) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<start_point> find_java_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.size() < 8) continue;
        if (text[0] == '\t' || text[0] == ' ' || text[0] == 'a') {
            if (!is_frame(text)) continue;
            auto const back = header_above(context, column);
            if (back && !is_of_further_test(context, column, *back)) return start_point{column, *back};
        } else if (is_uncaught(text)) {
            return start_point{column, 0};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_java_grammar() {
    return std::make_unique<java_reader>();
}

}  // namespace task_agent::trace
