#include "task_agent/trace/grammars/dart.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_message_lines = 48;
constexpr int most_strangers = 16;
constexpr std::size_t longest_tag = 160;
constexpr std::string_view header = "Unhandled exception:";
constexpr std::string_view engine_header = "Unhandled Exception: ";
constexpr std::string_view box_header = "EXCEPTION CAUGHT BY ";
constexpr std::string_view line_of_box = "\u2550\u2550\u2550\u2550";
constexpr std::string_view suspension = "<asynchronous suspension>";

// "#0      Shop.sell (package:shop/shop.dart:31:7)", "#1      main (file:///app/x.dart:9)"
std::optional<stack_frame> parse_frame(std::string_view text) {
    if (!take(text, "#") || take_number(text) < 0 || !text.starts_with(' ') || !text.ends_with(')'))
        return std::nullopt;
    text = trimmed(text);
    std::size_t const open = text.rfind(" (");
    if (open == std::string_view::npos) return std::nullopt;
    std::string_view place = text.substr(open + 2, text.size() - open - 3);
    bool const is_uri = place.starts_with("file:") || place.starts_with("package:") ||
                        place.starts_with("dart:") || place.find(".dart") != std::string_view::npos;
    if (!is_uri) return std::nullopt;
    stack_frame frame;
    frame.function = bounded(text.substr(0, open), longest_name);
    take(place, "file://");
    std::size_t const end = place.rfind(".dart:");
    std::string_view digits = end == std::string_view::npos ? std::string_view() : place.substr(end + 6);
    frame.line = std::max(0, take_number(digits));
    frame.file = bounded(place.substr(0, end == std::string_view::npos ? end : end + 5), longest_name);
    return frame;
}

// "lib/main.dart:3:5: Error: Expected ';' after this."
struct complaint {
    std::string_view file;
    int line = 0;
    std::string_view message;
};
std::optional<complaint> parse_complaint(std::string_view line) noexcept {
    constexpr std::string_view mark = ".dart:";
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos || line.substr(0, at).find(' ') != std::string_view::npos)
        return std::nullopt;
    complaint found{line.substr(0, at + 5), 0, line.substr(at + mark.size())};
    found.line = take_number(found.message);
    if (found.line < 0 || !take(found.message, ":") || take_number(found.message) < 0) return std::nullopt;
    return take(found.message, ": Error: ") ? std::optional(found) : std::nullopt;
}

// "00:01 +3 -1: adds up [E]"; what it was is behind the counts.
std::optional<std::string_view> failed_test(std::string_view line) noexcept {
    if (!line.ends_with(" [E]") || digits_in(line) < 2) return std::nullopt;
    std::size_t const minus = line.find(" -");
    std::size_t const colon = line.find(": ");
    if (line.find(" +") > 16 || minus > 32 || colon > 48 || minus > colon) return std::nullopt;
    return line.substr(colon + 2, line.size() - colon - 6);
}

struct thrown {
    std::string_view type;
    std::string_view message;
};

// "FormatException: no number", "Bad state: empty", "RangeError (index): not in range"; most errors of the
// runtime itself are told by their text alone.
thrown split(std::string_view text) noexcept {
    constexpr std::string_view failed = "Failed assertion: ";
    if (std::size_t const at = text.find(failed); at != std::string_view::npos)
        return {"assertion failed", text.substr(at + failed.size())};
    std::size_t const colon = text.find(": ");
    std::string_view type = text.substr(0, std::min(colon, text.size()));
    type = type.substr(0, type.find(" ("));
    bool const is_words = type == "Bad state" || type == "Unsupported operation" ||
                          type == "Invalid argument(s)" || type == "Invalid argument" ||
                          type == "Concurrent modification during iteration";
    bool const is_class =
        !type.empty() && (is_upper(type.front()) || type.front() == '_') &&
        std::all_of(type.begin(), type.end(), [](char c) { return is_name(c) || c == '$'; });
    if (colon != std::string_view::npos && (is_words || is_class)) return {type, text.substr(colon + 2)};
    bool const is_alone =
        is_class && (type.ends_with("Exception") || type.ends_with("Error")) && type == text;
    return is_alone ? thrown{type, {}} : thrown{"error", text};
}

class dart_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !frames_.empty() || state_ == state::compiler; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, unhandled, message, frames, box, compiler, test };

    verdict first(std::string_view line);
    verdict in_box(std::string_view line);
    verdict in_compiler(std::string_view line);
    verdict in_test(std::string_view line);
    void raise(std::string_view text);

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    bool awaits_message_ = false;
    int lines_ = 0;
    int strangers_ = 0;
};

void dart_reader::raise(std::string_view text) {
    thrown const what = split(trimmed(text));
    type_ = bounded(what.type, longest_name);
    message_ = bounded(what.message);
}

verdict dart_reader::first(std::string_view line) {
    if (line == header) {
        state_ = state::unhandled;
        return verdict::continues;
    }
    if (std::size_t const at = line.find(engine_header); at != std::string_view::npos) {
        raise(line.substr(at + engine_header.size()));
        state_ = state::message;
        role_ = trace_role::detached;
        return verdict::continues;
    }
    if (line.find(box_header) != std::string_view::npos) {
        state_ = state::box;
        role_ = trace_role::detached;
        return verdict::continues;
    }
    role_ = trace_role::notice;
    if (auto const found = parse_complaint(line)) {
        type_ = "build failed";
        message_ = bounded(trimmed(found->message));
        frames_.push_back({bounded(found->file, longest_name), found->line, {}});
        state_ = state::compiler;
        return verdict::continues;
    }
    auto const test = failed_test(line);
    if (!test) return verdict::no_trace;
    type_ = "test failed";
    message_ = bounded(*test);
    state_ = state::test;
    return verdict::continues;
}

verdict dart_reader::feed(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::unhandled:
            if (line.empty()) return verdict::no_trace;
            raise(line);
            state_ = state::message;
            return verdict::continues;
        case state::message:
        case state::frames:
            break;
        case state::box:
            return in_box(line);
        case state::compiler:
            return in_compiler(line);
        case state::test:
            return in_test(line);
    }
    if (auto frame = parse_frame(line)) {
        state_ = state::frames;
        strangers_ = 0;
        push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    if (line == suspension || (state_ == state::frames && line == "...")) return verdict::continues;
    if (state_ == state::message)
        return ++lines_ <= most_message_lines ? verdict::continues : verdict::ended_before;
    if (line == header) return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

// "The following StateError was thrown building Shop:", what it said, its stack; closed by a line.
verdict dart_reader::in_box(std::string_view line) {
    if (line.starts_with(line_of_box)) return verdict::ends;
    if (++lines_ > 4 * most_message_lines) return verdict::ended_before;
    std::string_view text = trimmed(line);
    if (take(text, "The following ")) {
        std::size_t const end = text.find(" was thrown");
        std::string_view const type = text.substr(0, end);
        if (end != std::string_view::npos && type_.empty()) {
            type_ = type == "assertion" ? "assertion failed" : bounded(type, longest_name);
            awaits_message_ = true;
            return verdict::continues;
        }
    }
    if (awaits_message_ && !text.empty()) {
        awaits_message_ = false;
        std::string_view const words = text.starts_with("Bad state: ") ? text.substr(11) : text;
        thrown const what = split(words);
        message_ = bounded(what.type == type_ ? what.message : words);
    }
    if (auto frame = parse_frame(text))
        push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
    return verdict::continues;
}

// The source and a mark below it; further complaints.
verdict dart_reader::in_compiler(std::string_view line) {
    if (parse_complaint(line)) {
        lines_ = 0;
        return verdict::continues;
    }
    std::string_view const text = trimmed(line);
    bool const is_mark = !text.empty() && text.find_first_not_of('^') == std::string_view::npos;
    return ++lines_ == 1 || is_mark ? verdict::continues : verdict::ended_before;
}

verdict dart_reader::in_test(std::string_view line) {
    return line.starts_with("  ") && ++lines_ <= most_message_lines ? verdict::continues
                                                                    : verdict::ended_before;
}

bool dart_reader::conclude(found_trace& trace) {
    bool const needs_frames =
        state_ == state::unhandled || state_ == state::message || state_ == state::frames;
    if (type_.empty() || (needs_frames && frames_.empty())) return false;
    trace.role = role_;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "dart", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_dart_start(start_context const& context) {
    std::string_view const line = context.line();
    // Android's log names a process in a way no prefix rule knows: "E/flutter ( 4242): "
    if (line.starts_with("E/flutter")) {
        std::size_t const at = line.substr(0, longest_tag).find(": [ERROR:flutter/");
        bool const is_engine =
            at != std::string_view::npos && line.find(engine_header) != std::string_view::npos;
        return is_engine ? std::optional(start_point{at + 2, 0}) : std::nullopt;
    }
    bool const names_source = line.find(".dart:") != std::string_view::npos;
    bool const may_be_test = line.ends_with(" [E]");
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        bool const is_box =
            text.starts_with("\u2550\u2550") && text.find(box_header) != std::string_view::npos;
        bool const is_engine = text.starts_with("[ERROR:flutter/") && text.find(engine_header) < longest_tag;
        if (text == header || is_box || is_engine || (names_source && parse_complaint(text)) ||
            (may_be_test && failed_test(text)))
            return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_dart_grammar() {
    return std::make_unique<dart_reader>();
}

}  // namespace task_agent::trace
