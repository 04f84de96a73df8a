#include "task_agent/trace/grammars/sanitizer.hpp"

#include "reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

constexpr std::string_view runtime_error = ": runtime error: ";
constexpr int most_strangers = 16;

bool is_border(std::string_view line) noexcept {
    return line.size() >= 18 && line.find_first_not_of('=') == std::string_view::npos;
}

// "==12==ERROR: x" without the number of the process.
std::string_view behind_pid(std::string_view line) noexcept {
    if (!line.starts_with("==")) return {};
    std::size_t const digits = digits_in(line.substr(2));
    if (digits == 0 || !line.substr(2 + digits).starts_with("==")) return {};
    return line.substr(4 + digits);
}

// "AddressSanitizer: heap-use-after-free on ...", or nothing.
std::string_view headline(std::string_view line) noexcept {
    std::string_view text = line.starts_with("WARNING: ThreadSanitizer: ") ? line : behind_pid(line);
    if (text.starts_with("ERROR: ")) {
        text.remove_prefix(7);
    } else if (text.starts_with("WARNING: ")) {
        text.remove_prefix(9);
    } else {
        return {};
    }
    std::size_t const at = text.find("Sanitizer: ");
    return at == std::string_view::npos || text.find(' ') < at ? std::string_view{} : text;
}

// "/app/x.c:12:3" or "x.c:12".
std::optional<stack_frame> location(std::string_view text) {
    std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || number_of(text.substr(colon + 1)) == 0) return std::nullopt;
    int line = number_of(text.substr(colon + 1));
    text = text.substr(0, colon);
    colon = text.rfind(':');
    if (colon != std::string_view::npos && number_of(text.substr(colon + 1)) != 0) {
        line = number_of(text.substr(colon + 1));
        text = text.substr(0, colon);
    }
    return stack_frame{to_plain_text(text), line, {}};
}

bool is_frame(std::string_view line) noexcept {
    line = trimmed(line);
    return line.size() > 3 && line[0] == '#' && is_digit(line[1]);
}

stack_frame parse_frame(std::string_view line) {
    line = trimmed(line);
    line = trimmed(line.substr(std::min(line.find(' '), line.size())));
    if (line.starts_with("0x")) line = trimmed(line.substr(std::min(line.find(' '), line.size())));
    if (line.starts_with("in ")) line.remove_prefix(3);
    if (std::size_t const at = line.find(" (BuildId"); at != std::string_view::npos)
        line = line.substr(0, at);
    std::size_t const space = line.rfind(' ');
    std::string_view const last = line.substr(space == std::string_view::npos ? 0 : space + 1);
    bool const in_module = last.starts_with('(') && last.find("+0x") != std::string_view::npos;
    if (in_module) {
        line = trimmed(line.substr(0, space == std::string_view::npos ? 0 : space));
    }
    std::size_t const gap = line.rfind(' ');
    if (gap != std::string_view::npos) {
        if (auto frame = location(line.substr(gap + 1))) {
            frame->function = bounded(trimmed(line.substr(0, gap)));
            return std::move(*frame);
        }
    }
    std::string_view file;
    if (in_module) file = last.substr(1, last.find("+0x") - 1);
    return {bounded(file), 0, bounded(line)};
}

bool is_section(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 19> starts = {"READ of size ",
                                                         "WRITE of size ",
                                                         "0x",
                                                         "freed by thread ",
                                                         "previously allocated by ",
                                                         "allocated by ",
                                                         "Address 0x",
                                                         "Thread T",
                                                         "HINT: ",
                                                         "Hint: ",
                                                         "Direct leak of",
                                                         "Indirect leak of",
                                                         "Uninitialized",
                                                         "AddressSanitizer can not",
                                                         "SCARINESS: ",
                                                         "NOTE: ",
                                                         "DEDUPLICATE",
                                                         "  ",
                                                         "MemorySanitizer can not"};
    return std::any_of(starts.begin(), starts.end(), [&](auto start) { return line.starts_with(start); });
}

bool is_shadow(std::string_view line) noexcept {
    return line.starts_with("Shadow byte") || line.starts_with("  ") || line.starts_with("=>0x");
}

// What stands before ": runtime error: " is a place in a source file.
std::optional<stack_frame> undefined_behaviour(std::string_view line) {
    std::size_t const at = line.find(runtime_error);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view const place = line.substr(0, at);
    if (place.find(' ') != std::string_view::npos) return std::nullopt;
    return location(place);
}

class sanitizer_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_undefined_ || has_summary_; }
    bool conclude(found_trace& trace) override;

private:
    verdict in_undefined(std::string_view line) const noexcept;
    void read_headline(std::string_view text);

    bool has_begun_ = false;
    bool is_undefined_ = false;
    bool is_thread_ = false;
    bool has_summary_ = false;
    bool stack_is_over_ = false;
    int strangers_ = 0;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first
};

void sanitizer_reader::read_headline(std::string_view text) {
    cause_line_ = bounded(trimmed(text));
    is_thread_ = text.starts_with("ThreadSanitizer");
    std::string_view rest = text.substr(text.find(": ") + 2);
    if (rest.starts_with("detected memory leaks")) {
        type_ = "memory leak";
    } else if (rest.starts_with("attempting free on address which was not malloc")) {
        type_ = "bad-free";
    } else {
        if (rest.starts_with("attempting ")) rest.remove_prefix(11);
        type_ = bounded(rest.substr(0, is_thread_ ? rest.find(" (") : rest.find_first_of(" :")));
        message_ = bounded(trimmed(rest.substr(std::min(type_.size(), rest.size()))));
    }
}

verdict sanitizer_reader::in_undefined(std::string_view line) const noexcept {
    if (line.starts_with("SUMMARY: ")) return verdict::ends;
    if (line.find(": note: ") != std::string_view::npos || (is_frame(line) && line.starts_with("    ")))
        return verdict::continues;
    // the bytes a pointer points to, and the mark below them
    bool const is_dump =
        line.starts_with(' ') && line.find_first_not_of(" 0123456789abcdef^?~") == std::string_view::npos;
    if (is_dump || (line.empty() && !frames_.empty())) return verdict::continues;
    return verdict::ended_before;
}

verdict sanitizer_reader::feed(std::string_view line) {
    if (!has_begun_) {
        if (auto place = undefined_behaviour(line)) {
            has_begun_ = is_undefined_ = true;
            type_ = "undefined behavior";
            message_ = bounded(trimmed(line.substr(line.find(runtime_error) + runtime_error.size())));
            cause_line_ = bounded(trimmed(line));
            frames_.push_back(std::move(*place));
            return verdict::continues;
        }
        if (std::string_view const text = headline(line); !text.empty()) {
            has_begun_ = true;
            read_headline(text);
            return verdict::continues;
        }
        return is_border(line) || line.ends_with("Sanitizer:DEADLYSIGNAL") ? verdict::continues
                                                                           : verdict::no_trace;
    }
    if (is_undefined_) {
        verdict const answer = in_undefined(line);
        if (answer == verdict::continues && is_frame(line)) {
            if (!stack_is_over_) frames_.clear();
            stack_is_over_ = true;
            push_bounded(frames_, parse_frame(line), most_frames - first_frames, most_frames);
        }
        return answer;
    }
    if (is_border(line)) return is_thread_ ? verdict::ends : verdict::ended_before;
    std::string_view const own = behind_pid(line);
    if (own == "ABORTING") return verdict::ends;
    if (has_summary_) {
        if (line == "Exiting") return verdict::ends;
        return is_shadow(line) ? verdict::continues : verdict::ended_before;
    }
    if (line.starts_with("SUMMARY: ") && line.find("Sanitizer: ") != std::string_view::npos) {
        has_summary_ = true;
        return verdict::continues;
    }
    if (is_frame(line) && line.starts_with("    ")) {
        if (!stack_is_over_)
            push_bounded(frames_, parse_frame(line), most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    if (line.empty() || !own.empty() || is_section(line)) {
        stack_is_over_ = stack_is_over_ || !frames_.empty();
        return verdict::continues;
    }
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool sanitizer_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = trace_role::sanitizer;
    trace.cause_line = std::move(cause_line_);
    trace.exception.language = "cpp";
    trace.exception.type = std::move(type_);
    trace.exception.message = std::move(message_);
    std::reverse(frames_.begin(), frames_.end());
    trace.exception.frames = std::move(frames_);
    return true;
}

}  // namespace

std::optional<start_point> find_sanitizer_start(start_context const& context) {
    std::string_view const line = context.line();
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (undefined_behaviour(text)) return start_point{column, 0};
        if (headline(text).empty()) continue;
        std::size_t lines = 0;
        auto before = context.back(1, column);
        if (before && is_border(*before)) before = context.back(++lines + 1, column);
        if (before && before->ends_with("Sanitizer:DEADLYSIGNAL")) ++lines;
        return start_point{column, lines};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_sanitizer_grammar() {
    return std::make_unique<sanitizer_reader>();
}

}  // namespace task_agent::trace
