#include "task_agent/trace/grammars/node.hpp"

#include "reading.hpp"
#include <algorithm>
#include <charconv>

namespace task_agent::trace {
namespace {

constexpr std::size_t innermost_kept = 48;  // printed first
constexpr std::size_t most_back = 24;
constexpr int most_strangers = 16;
constexpr int most_property_lines = 512;

constexpr std::string_view hint = "(Use `node --trace-uncaught ...` to show where the exception was thrown)";
constexpr std::string_view last_line = "Node.js v";
constexpr std::string_view heap_start = "<--- Last few GCs --->";
constexpr std::string_view fatal_start = "FATAL ERROR: ";
constexpr std::string_view heap_full = "JavaScript heap out of memory";
constexpr std::string_view cause_start = "[cause]: ";

struct thrown {
    std::string_view type;
    std::string_view message;
};

// "TypeError: bad", "Error [ERR_X]: bad", "RangeError".
std::optional<thrown> parse_thrown(std::string_view line) noexcept {
    if (line.starts_with("Uncaught ")) line.remove_prefix(9);
    std::size_t n = 0;
    while (n < line.size() && n < 128 &&
           (is_digit(line[n]) || (line[n] >= 'A' && line[n] <= 'Z') || (line[n] >= 'a' && line[n] <= 'z') ||
            line[n] == '_' || line[n] == '$'))
        ++n;
    std::string_view const type = line.substr(0, n);
    if (!type.ends_with("Error") && !type.ends_with("Exception") && type != "UnhandledPromiseRejection")
        return std::nullopt;
    line.remove_prefix(n);
    if (line.starts_with(" [")) {
        std::size_t const close = line.find(']');
        if (close == std::string_view::npos) return std::nullopt;
        line.remove_prefix(close + 1);
    }
    if (line.empty()) return thrown{type, {}};
    if (line[0] != ':') return std::nullopt;
    return thrown{type, trimmed(line.substr(1))};
}

// "app.js:3:5" at the end.
bool ends_with_place(std::string_view text) noexcept {
    std::size_t const colon = text.rfind(':');
    return colon != std::string_view::npos && colon > 0 && colon + 1 < text.size() &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(colon) + 1, text.end(), is_digit);
}

// "    at f (/app/a.js:1:2)", "    at node:internal/x:1:2 {", without "    at " and the brace.
std::optional<std::string_view> frame_text(std::string_view line) noexcept {
    if (!line.starts_with("    at ")) return std::nullopt;
    line.remove_prefix(7);
    if (line.ends_with(" {")) line.remove_suffix(2);
    if (line.ends_with("(<anonymous>)") || line.ends_with("(native)")) return line;
    std::string_view place = line;
    if (place.ends_with(')')) place.remove_suffix(1);
    if (line.find('(') == std::string_view::npos && place.size() != line.size()) return std::nullopt;
    if (place.ends_with("(index 0")) return line;
    if (line.starts_with("async Promise.")) return line;
    if (!ends_with_place(place) || !ends_with_place(place.substr(0, place.rfind(':')))) return std::nullopt;
    return line;
}

stack_frame frame_of(std::string_view text) {
    stack_frame frame;
    std::size_t const open = text.rfind(" (");
    std::string_view place = text;
    if (open != std::string_view::npos && text.ends_with(')')) {
        frame.function = bounded(text.substr(0, open));
        place = text.substr(open + 2, text.size() - open - 3);
    }
    if (ends_with_place(place)) {
        place = place.substr(0, place.rfind(':'));
        if (ends_with_place(place)) {
            std::size_t const colon = place.rfind(':');
            std::from_chars(place.data() + colon + 1, place.data() + place.size(), frame.line);
            place = place.substr(0, colon);
        }
    }
    frame.file = bounded(place);
    return frame;
}

bool is_caret(std::string_view line) noexcept {
    std::string_view const mark = trimmed(line);
    return !mark.empty() && mark.find_first_not_of('^') == std::string_view::npos;
}

bool is_location(std::string_view line) noexcept {
    return !line.empty() && line[0] != ' ' && ends_with_place(line) &&
           (line[0] == '/' || line.starts_with("node:") || line.starts_with("file:") ||
            line.starts_with("evalmachine") || line.starts_with("[eval") || line.find(".js:") != line.npos ||
            line.find(":\\") == 1);
}

bool is_heap_line(std::string_view line) noexcept {
    if (line.empty() || line.starts_with("<--- ") || line.starts_with("----- ")) return true;
    if (line[0] == '[') return line.find(" ms: ") != std::string_view::npos;
    std::string_view const text = trimmed(line);
    std::size_t n = 0;
    while (n < text.size() && is_digit(text[n]))
        ++n;
    return n > 0 && n < 4 && text.substr(n).starts_with(": ");
}

class node_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ == state::frames || state_ == state::after; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, excerpt, message, frames, properties, after, heap };

    verdict in_frames(std::string_view line);
    verdict in_properties(std::string_view line);
    verdict in_heap(std::string_view line);
    void raise(std::string_view line);

    state state_ = state::fresh;
    trace_role role_ = trace_role::detached;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    std::string first_member_;
    std::vector<stack_frame> frames_;
    std::vector<chained_exception> links_;
    bool has_excerpt_ = false;
    bool saw_caret_ = false;
    int lines_ = 0;
    int strangers_ = 0;
};

void node_reader::raise(std::string_view line) {
    auto const what = parse_thrown(line);
    cause_line_ = bounded(trimmed(line));
    type_ = what ? bounded(what->type) : "error";
    message_ = what ? bounded(what->message) : cause_line_;
    state_ = state::message;
}

verdict node_reader::feed(std::string_view line) {
    switch (state_) {
        case state::fresh:
            if (line == heap_start || line.starts_with(fatal_start)) {
                state_ = state::heap;
                return in_heap(line);
            }
            if (is_location(line)) {
                state_ = state::excerpt;
                has_excerpt_ = true;
                role_ = trace_role::raised;
                return verdict::continues;
            }
            raise(line);
            return verdict::continues;
        case state::excerpt:
            if (saw_caret_ && !trimmed(line).empty()) {
                raise(line);
            } else {
                saw_caret_ = saw_caret_ || is_caret(line);
            }
            return verdict::continues;
        case state::message:
            if (!frame_text(line) && line != hint) {
                return ++lines_ > static_cast<int>(most_back) ? verdict::no_trace : verdict::continues;
            }
            state_ = line == hint ? state::after : state::frames;
            return line == hint ? verdict::continues : in_frames(line);
        case state::frames:
        case state::after:
            return in_frames(line);
        case state::properties:
            return in_properties(line);
        case state::heap:
            return in_heap(line);
    }
    return verdict::no_trace;
}

verdict node_reader::in_frames(std::string_view line) {
    // the version that Node prints below, behind a blank line, tells nothing of the failure
    if (has_excerpt_ && (line.empty() || line.starts_with(last_line))) return verdict::ended_before;
    if (state_ == state::frames) {
        if (auto const frame = frame_text(line)) {
            push_bounded(frames_, frame_of(*frame), innermost_kept, most_frames);
            if (line.ends_with(" {")) state_ = state::properties;
            return verdict::continues;
        }
        if (line.starts_with("    ... ") && line.ends_with(" stack trace ...")) return verdict::continues;
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

verdict node_reader::in_heap(std::string_view line) {
    if (line.starts_with(fatal_start) && type_.empty()) {
        type_ = "fatal error";
        message_ = bounded(line.substr(fatal_start.size()));
        cause_line_ = bounded(line);
        role_ = line.ends_with("out of memory") ? trace_role::resource : trace_role::native_crash;
        return verdict::continues;
    }
    if (is_heap_line(line)) return ++lines_ > 256 ? verdict::ended_before : verdict::continues;
    return type_.empty() ? verdict::not_mine : verdict::ended_before;
}

bool node_reader::conclude(found_trace& trace) {
    if (type_.empty() || state_ == state::message) return false;
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
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

// From the header (n lines back) to the location above the source excerpt, if there is one.
std::size_t with_excerpt(start_context const& context, std::size_t column, std::size_t n) {
    for (std::size_t up = n + 1; up <= n + 2; ++up) {
        auto const caret = context.back(up, column);
        if (!caret || !is_caret(*caret)) continue;
        auto const place = context.back(up + 2, column);
        return place && is_location(*place) ? up + 2 : n;
    }
    return n;
}

}  // namespace

std::optional<start_point> find_node_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text == heap_start) return start_point{column, 0};
        if (text.starts_with(fatal_start) && text.ends_with(heap_full)) return start_point{column, 0};
        if (text == hint) {
            std::size_t const n = with_excerpt(context, column, 1);
            if (n > 1) return start_point{column, n};
        }
        if (!frame_text(text)) continue;
        for (std::size_t n = 1; n <= most_back; ++n) {
            auto const line = context.back(n, column);
            if (!line || frame_text(*line)) break;
            if (parse_thrown(*line)) return start_point{column, with_excerpt(context, column, n)};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_node_grammar() {
    return std::make_unique<node_reader>();
}

}  // namespace task_agent::trace
