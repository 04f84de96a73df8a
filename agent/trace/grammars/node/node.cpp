// One state machine, read best in one piece; what a single line is, is decided in node_lines. (Hence over
// 300 lines.)
#include "task_agent/trace/grammars/node/node.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/node/node_lines.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

using namespace node;

constexpr std::size_t innermost_kept = 48;  // printed first
constexpr int most_strangers = 16;
constexpr int most_excerpt_lines = 30;
constexpr int most_message_lines = 512;  // a difference between two values may be long
constexpr int most_property_lines = 512;

constexpr std::string_view cause_start = "[cause]: ";
constexpr std::string_view deno_start = "error: Uncaught ";
constexpr std::string_view rejection = "UnhandledPromiseRejectionWarning: ";
constexpr std::string_view command_failed = "Command failed: ";

class node_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override {
        return state_ == state::frames || state_ == state::after || (state_ == state::message && is_value_);
    }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);

    std::size_t margin_ = 0;  // of an error below the record of a logger

    enum class state { fresh, excerpt, message, frames, properties, after };

    verdict first(std::string_view line);
    verdict raise(std::string_view line);
    verdict in_excerpt(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_properties(std::string_view line);
    void be_value();
    void add_excerpt_as_frame();

    state state_ = state::fresh;
    trace_role role_ = trace_role::detached;
    handling handled_ = handling::none;  // by what the program printed before it
    std::string header_;
    std::string type_;
    std::string message_;
    std::string root_line_;
    std::string first_member_;
    std::vector<stack_frame> frames_;  // innermost first, as printed
    std::vector<stack_frame> member_frames_;
    std::vector<chained_exception> links_;
    stack_frame place_;          // of the excerpt
    bool is_rejection_ = false;  // that nobody handled
    bool has_excerpt_ = false;
    bool saw_caret_ = false;
    bool is_printed_ = false;   // by a test, whose name stands above
    block_bounds block_;        // to the blank line that ends a value
    bool is_of_child_ = false;  // in what a child printed, which is part of the message
    bool is_value_ = false;     // no error was thrown but a text or an object
    bool is_aside_ = false;     // frames of a cause, or of where an event was emitted
    int lines_ = 0;
    int strangers_ = 0;
};

verdict node_reader::feed(std::string_view line) {
    std::size_t const blanks = std::min(line.find_first_not_of(' '), line.size());
    if (state_ == state::fresh && blanks > 0 && parse_thrown(line.substr(blanks))) margin_ = blanks;
    return block_.note(line, blanks < margin_ ? verdict::ended_before : read(line.substr(margin_)));
}

verdict node_reader::read(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::excerpt:
            return in_excerpt(line);
        case state::message:
            return in_message(line);
        case state::frames:
        case state::after:
            return in_frames(line);
        case state::properties:
            return in_properties(line);
    }
    return verdict::no_trace;
}

verdict node_reader::first(std::string_view line) {
    if (is_printed_by_test(line)) {
        is_printed_ = true;
        return verdict::continues;
    }
    // other lines of the test
    bool const begins = is_location(line) || is_numbered_source(line) || parse_thrown(line) ||
                        parse_own_class(line) || parse_thrown_behind_text(line);
    if (is_printed_ && !begins) return ++lines_ > most_lines_back ? verdict::no_trace : verdict::continues;
    if (line.starts_with(minifier_place)) {
        state_ = state::excerpt;
        has_excerpt_ = true;
        role_ = trace_role::raised;
        return verdict::continues;
    }
    if (is_location(line) || is_numbered_source(line)) {
        state_ = state::excerpt;
        has_excerpt_ = true;
        role_ = trace_role::raised;
        if (is_location(line)) {
            std::size_t const colon = line.rfind(':');
            place_.file = bounded(line.substr(0, colon));
            place_.line = number_of(line.substr(colon + 1));
        }
        return verdict::continues;
    }
    if (is_warning(line)) {
        // a process of before Node 15 warns of it and goes on
        is_rejection_ = line.find(rejection) != std::string_view::npos;
        role_ = is_rejection_ ? trace_role::detached : trace_role::warning;
        std::size_t const at = line.find("Warning: ");
        line.remove_prefix(at + 9);
    } else if (line.starts_with(deno_start)) {
        role_ = trace_role::raised;
    }
    return raise(line);
}

// The value itself tells how many lines it has.
void node_reader::be_value() {
    is_value_ = true;
    type_.clear();
    message_ = header_;
}

verdict node_reader::raise(std::string_view line) {
    state_ = state::message;
    if (line == uncaught_line) return verdict::continues;
    header_ = bounded(trimmed(line));
    auto what = parse_thrown(line);
    if (!what && !has_excerpt_) what = parse_own_class(line);
    if (!what && !has_excerpt_) {
        what = parse_thrown_behind_text(line);
        if (what) {
            handled_ = reading::handling_of_header(what->before);
            header_ = bounded(trimmed(line.substr(what->before.size())));
        }
    }
    bool const is_unnamed = line.starts_with(minifier_error);
    if (!what && has_excerpt_ && !is_unnamed) what = parse_named(line);
    if (!what) {
        if (has_excerpt_ && (is_unnamed || line.starts_with("error: "))) {
            // a word for an Error that has no other name
            type_ = is_unnamed ? "build failed" : "error";
            message_ = bounded(line.substr(minifier_error.size()));
        } else {
            be_value();
        }
        return verdict::continues;
    }
    type_ = bounded(what->type);
    message_ = bounded(what->message);
    if (what->is_bracketed) header_ = message_.empty() ? type_ : type_ + ": " + message_;
    if (what->opens_properties) state_ = state::properties;
    if (what->is_bracketed && !what->opens_properties) state_ = state::after;
    return verdict::continues;
}

verdict node_reader::in_excerpt(std::string_view line) {
    if (saw_caret_ && !is_blank(line)) {
        if (line.starts_with(last_line)) return verdict::no_trace;
        if (!is_location(line)) return raise(line);
        // a worker's, below that of the thread which waited for it
        saw_caret_ = false;
        return first(line);
    }
    saw_caret_ = saw_caret_ || is_caret(line);
    return ++lines_ > most_excerpt_lines ? verdict::no_trace : verdict::continues;
}

verdict node_reader::in_message(std::string_view line) {
    if (header_.empty()) return raise(line);  // "Uncaught:" stands alone above it
    if (is_of_child_) {
        if (++lines_ > most_message_lines) return verdict::ended_before;
        if (root_line_.empty() && parse_thrown(line)) root_line_ = bounded(line);
        is_of_child_ = !line.starts_with(last_line);
        return verdict::continues;
    }
    if (auto const issue = message_ == "[" ? issue_message(line) : std::nullopt) {
        message_ = bounded(*issue);
        header_ = type_ + ": " + message_;
    }
    if (block_.has_ended()) return line.starts_with(last_line) ? verdict::ends : verdict::ended_before;
    if (message_.starts_with(command_failed) && is_location(line)) {
        is_of_child_ = true;
        return verdict::continues;
    }
    if (is_hint(line)) {
        be_value();
        state_ = state::after;
        return verdict::continues;
    }
    if (line == thrown_at_line) {
        be_value();
        state_ = state::frames;
        return verdict::continues;
    }
    if (frame_text(line) || is_bun_frame(line)) {
        state_ = state::frames;
        return in_frames(line);
    }
    if (line.starts_with(last_line)) return verdict::ended_before;
    // above the frames, and its own
    if (std::string_view text = trimmed(line); root_line_.empty() && text.starts_with(caused_by)) {
        text.remove_prefix(caused_by.size());
        if (parse_thrown(text)) root_line_ = bounded(text);
    }
    if (has_excerpt_) {
        if (is_value_ && line.empty()) {
            block_.end_here();
            return verdict::continues;
        }
        if (starts_another(line) || ++lines_ > most_message_lines) return verdict::ended_before;
        return verdict::continues;
    }
    return ++lines_ > most_lines_back ? verdict::no_trace : verdict::continues;
}

verdict node_reader::in_frames(std::string_view line) {
    // the version that Node prints below, behind a blank line, tells nothing of the failure
    if (has_excerpt_ && (line.empty() || line.starts_with(last_line))) return verdict::ended_before;
    if (state_ == state::frames) {
        auto frame = frame_text(line);
        if (!frame && is_bun_frame(line)) frame = frame_text(line.substr(2));
        if (frame) {
            if (!is_aside_) push_bounded(frames_, frame_of(*frame), innermost_kept, most_frames);
            if (line.ends_with(" {")) state_ = state::properties;
            return verdict::continues;
        }
        if (line.starts_with("    ... ") && line.ends_with(" stack trace ...")) return verdict::continues;
        if (line.starts_with("Emitted '") && line.ends_with(" at:")) {
            is_aside_ = true;
            return verdict::continues;
        }
        if (role_ == trace_role::raised && line.starts_with(caused_by)) {
            is_aside_ = true;
            std::string_view const text = line.substr(caused_by.size());
            if (auto const what = parse_thrown(text)) {
                root_line_ = bounded(text);
                push_bounded(links_, chained_exception{bounded(what->type), bounded(what->message)}, 16,
                             most_links);
            }
            return verdict::continues;
        }
    }
    // another one, perhaps inside an object that is printed
    if (parse_thrown(trimmed(line)) || parse_thrown_behind_text(trimmed(line))) return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

verdict node_reader::in_properties(std::string_view line) {
    if (line == "}") {
        state_ = state::after;
        return verdict::continues;
    }
    if (!line.starts_with("  ")) {
        return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
    }
    if (++lines_ > most_property_lines) return verdict::ended_before;
    std::string_view text = trimmed(line);
    bool const is_cause = text.starts_with(cause_start);
    if (is_cause) text.remove_prefix(cause_start.size());
    auto const what = parse_thrown(text);
    if (!what) {
        // of the first of several errors, where theirs has none
        if (text.ends_with(',')) text.remove_suffix(1);
        bool const is_of_first = links_.size() == 1 && !first_member_.empty();
        std::string const placed = is_of_first ? "    " + std::string(text) : std::string();
        if (auto const frame = frame_text(placed))
            push_bounded(member_frames_, frame_of(*frame), innermost_kept, most_frames);
        return verdict::continues;
    }
    if (is_cause) {
        root_line_ = bounded(text);
    } else if (first_member_.empty()) {
        first_member_ = bounded(text);
    }
    push_bounded(links_, chained_exception{bounded(what->type), bounded(what->message)}, 16, most_links);
    return verdict::continues;
}

// Where no frame is printed, or none of the file that could not be read, the excerpt is all that tells it.
void node_reader::add_excerpt_as_frame() {
    if (place_.file.empty() || place_.file.starts_with("node:")) return;
    bool const is_unread =
        type_ == "SyntaxError" && !frames_.empty() &&
        (frames_.front().file.starts_with("node:") || frames_.front().file.starts_with("internal/"));
    if (is_unread || frames_.empty()) frames_.insert(frames_.begin(), place_);
}

bool node_reader::conclude(found_trace& trace) {
    bool const has_header = !header_.empty();
    if (!has_header || (state_ == state::message && !has_excerpt_)) return false;
    // the version below a value, by which it was found
    block_.cut(trace);
    if (frames_.empty()) frames_ = std::move(member_frames_);
    add_excerpt_as_frame();
    trace.role = role_;
    if (handled_ != handling::none) {
        trace.handled = handled_;
        trace.is_often_survived = true;
    }
    // what ended the process was not got over, whatever was written above
    bool const has_ended_it = has_excerpt_ && role_ == trace_role::raised;
    if (has_ended_it && handled_ == handling::none && trace.handled == handling::survived)
        trace.handled = handling::none;
    if (is_printed_) trace.handled = handling::aside;
    if (is_rejection_) trace.is_often_survived = true;
    // a process that ends with it does not go on, whatever a record above it wanted to try
    bool const is_end = has_excerpt_ && place_.file.starts_with("node:internal/process/");
    if (is_end && trace.handled == handling::survived) trace.handled = handling::none;
    trace.cause_line = std::move(header_);
    trace.root_line = std::move(root_line_);
    trace.first_member = std::move(first_member_);
    exception_info& e = trace.exception;
    put_exception(e, "node", std::move(type_), std::move(message_), outermost_first(std::move(frames_)));
    std::reverse(links_.begin(), links_.end());
    e.chain = std::move(links_);
    return true;
}

}  // namespace

std::unique_ptr<grammar> make_node_grammar() {
    return std::make_unique<node_reader>();
}

}  // namespace task_agent::trace
