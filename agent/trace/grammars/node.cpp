#include "task_agent/trace/grammars/node.hpp"

#include "task_agent/trace/grammars/node_lines.hpp"

#include "foreign_line.hpp"
#include "line_reading.hpp"
#include <algorithm>

namespace task_agent::trace {
namespace {

using namespace node;

constexpr std::size_t innermost_kept = 48;  // printed first
constexpr std::size_t most_back = 24;
constexpr std::size_t most_up = 30;  // to an excerpt
constexpr int most_strangers = 16;
constexpr int most_message_lines = 512;  // a difference between two values may be long
constexpr int most_property_lines = 512;

constexpr std::string_view hint = "(Use `node --trace-uncaught ...` to show where the exception was thrown)";
constexpr std::string_view thrown_at_line = "Thrown at:";
constexpr std::string_view last_line = "Node.js v";
constexpr std::string_view cause_start = "[cause]: ";
constexpr std::string_view deno_cause = "Caused by: ";
constexpr std::string_view deno_start = "error: Uncaught ";
constexpr std::string_view rejection_warning = ") UnhandledPromiseRejectionWarning: ";

bool is_warning(std::string_view line) noexcept {
    return line.starts_with("(node:") && line.find("Warning: ") != std::string_view::npos;
}

class node_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override {
        return state_ == state::frames || state_ == state::after || (state_ == state::message && is_value_);
    }
    bool conclude(found_trace& trace) override;

private:
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
    std::vector<chained_exception> links_;
    stack_frame place_;  // of the excerpt
    bool has_excerpt_ = false;
    bool saw_caret_ = false;
    bool is_value_ = false;  // no error was thrown but a text or an object
    bool is_aside_ = false;  // frames of a cause, or of where an event was emitted
    int lines_ = 0;
    int strangers_ = 0;
};

verdict node_reader::feed(std::string_view line) {
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
        role_ = trace_role::warning;
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
    header_ = bounded(trimmed(line));
    state_ = state::message;
    auto what = parse_thrown(line);
    if (!what && !has_excerpt_) {
        what = parse_thrown_behind_text(line);
        if (what) {
            handled_ = reading::handling_of_header(what->before);
            header_ = bounded(trimmed(line.substr(what->before.size())));
        }
    }
    if (!what && has_excerpt_) what = parse_named(line);
    if (!what) {
        if (has_excerpt_ && line.starts_with("error: ")) {
            // Bun's word for an Error that has no other name
            type_ = "error";
            message_ = bounded(line.substr(7));
        } else {
            be_value();
        }
        return verdict::continues;
    }
    type_ = bounded(what->type);
    message_ = bounded(what->message);
    if (what->opens_properties) state_ = state::properties;
    if (what->is_bracketed && !what->opens_properties) state_ = state::after;
    return verdict::continues;
}

verdict node_reader::in_excerpt(std::string_view line) {
    if (saw_caret_ && !is_blank(line)) {
        if (line.starts_with(last_line)) return verdict::no_trace;
        return raise(line);
    }
    saw_caret_ = saw_caret_ || is_caret(line);
    return ++lines_ > static_cast<int>(most_up) ? verdict::no_trace : verdict::continues;
}

verdict node_reader::in_message(std::string_view line) {
    if (line == hint) {
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
    if (has_excerpt_) {
        if (is_value_ && line.empty()) return verdict::ended_before;
        if (starts_another(line) || ++lines_ > most_message_lines) return verdict::ended_before;
        return verdict::continues;
    }
    return ++lines_ > static_cast<int>(most_back) ? verdict::no_trace : verdict::continues;
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
        if (role_ == trace_role::raised && line.starts_with(deno_cause)) {
            is_aside_ = true;
            std::string_view const text = line.substr(deno_cause.size());
            if (auto const what = parse_thrown(text)) {
                root_line_ = bounded(text);
                push_bounded(links_, chained_exception{bounded(what->type), bounded(what->message)}, 16,
                             most_links);
            }
            return verdict::continues;
        }
    }
    if (parse_thrown(line)) return verdict::ended_before;
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
    if (!what) return verdict::continues;
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
    // a blank line that was taken on trust
    while (trace.text.ends_with("\n\n") && trace.last_line > trace.first_line) {
        trace.text.pop_back();
        --trace.last_line;
    }
    add_excerpt_as_frame();
    trace.role = role_;
    if (handled_ != handling::none) {
        trace.handled = handled_;
        trace.is_often_survived = true;
    }
    trace.cause_line = std::move(header_);
    trace.root_line = std::move(root_line_);
    trace.first_member = std::move(first_member_);
    exception_info& e = trace.exception;
    e.language = "node";
    e.type = std::move(type_);
    e.message = std::move(message_);
    std::reverse(frames_.begin(), frames_.end());
    e.frames = std::move(frames_);
    std::reverse(links_.begin(), links_.end());
    e.chain = std::move(links_);
    return true;
}

// Whether the n-th line back is the caret below a line of the source, below its place.
bool is_below_excerpt(start_context const& context, std::size_t column, std::size_t n) {
    auto const place = context.back(n + 2, column);
    return place && is_location(*place);
}

// How many lines back the place above the excerpt stands, looking up from the n-th; 0 = there is none.
std::size_t excerpt_above(start_context const& context, std::size_t column, std::size_t n, std::size_t most) {
    for (std::size_t up = n; up <= most; ++up) {
        auto const caret = context.back(up, column);
        if (!caret) return 0;
        if (is_caret(*caret) && is_below_excerpt(context, column, up)) return up + 2;
    }
    return 0;
}

// From Bun's header to the first line of the source above it.
std::size_t numbered_above(start_context const& context, std::size_t column, std::size_t n) {
    auto const caret = context.back(n + 1, column);
    if (!caret || !is_caret(*caret)) return n;
    std::size_t top = n;
    for (std::size_t up = n + 2; up <= n + 8; ++up) {
        auto const line = context.back(up, column);
        if (!line || !is_numbered_source(*line)) break;
        top = up;
    }
    return top;
}

std::optional<start_point> above_bun_frame(start_context const& context, std::size_t column) {
    constexpr std::size_t few = 6;
    for (std::size_t n = 1; n <= few; ++n) {
        auto const line = context.back(n, column);
        if (!line || is_bun_frame(*line)) break;
        std::size_t const top = numbered_above(context, column, n);
        if (parse_thrown(*line) || (top > n && line->starts_with("error: "))) return start_point{column, top};
    }
    return std::nullopt;
}

std::optional<start_point> above_frame(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const line = context.back(n, column);
        if (!line || frame_text(*line)) break;
        if (*line == thrown_at_line || is_caret(*line)) {
            if (std::size_t const top = excerpt_above(context, column, n, n + most_back))
                return start_point{column, top};
            continue;
        }
        if (is_warning(*line)) return start_point{column, n};
        if (parse_thrown(*line)) {
            std::size_t const top = excerpt_above(context, column, n + 1, n + 3);
            return start_point{column, top > 0 ? top : n};
        }
        if (n == 1 && parse_thrown_behind_text(*line)) return start_point{column, n};
    }
    return std::nullopt;
}

}  // namespace

std::optional<start_point> find_node_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.empty()) continue;
        if ((text[0] == ' ' || text[0] == '^') && is_caret(text)) {
            if (is_below_excerpt(context, column, 0)) return start_point{column, 2};
        } else if (text[0] == ' ') {
            std::optional<start_point> at;
            if (frame_text(text)) {
                at = above_frame(context, column);
            } else if (is_bun_frame(text)) {
                at = above_bun_frame(context, column);
            }
            if (at) return at;
        } else if (text == hint || (text.starts_with(last_line) && text.size() < 24)) {
            if (std::size_t const top = excerpt_above(context, column, 1, most_up))
                return start_point{column, top};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_node_grammar() {
    return std::make_unique<node_reader>();
}

}  // namespace task_agent::trace
