// One state machine, read best in one piece. (Hence over 300 lines.)
#include "task_agent/trace/grammars/java.hpp"

#include "reading.hpp"
#include <algorithm>
#include <charconv>

namespace task_agent::trace {
namespace {

constexpr std::size_t innermost_kept = 48;  // printed first
constexpr int most_strangers = 16;
constexpr int most_message_lines = 24;
constexpr std::size_t longest_type = 256;

constexpr std::string_view thread_start = "Exception in thread \"";
constexpr std::string_view cause_start = "Caused by: ";
constexpr std::string_view suppressed_start = "Suppressed: ";
constexpr std::string_view crash_start = "# A fatal error has been detected by the Java Runtime Environment:";
constexpr std::string_view memory_start = "# There is insufficient memory for the Java Runtime Environment";
constexpr std::string_view vm_start = "Error occurred during initialization of ";
constexpr std::string_view terminating = "Terminating due to ";

struct thrown {
    std::string_view type;
    std::string_view message;
};

bool is_name(char c) noexcept {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '$' || static_cast<unsigned char>(c) >= 0x80;
}

// "java.lang.IllegalStateException: bad", "app.Failure". A class without a package must say what it is.
std::optional<thrown> parse_thrown(std::string_view text) noexcept {
    std::size_t n = 0;
    std::size_t last = 0;  // where the class's own name begins
    for (; n < text.size() && n <= longest_type && (is_name(text[n]) || text[n] == '.'); ++n)
        if (text[n] == '.') last = n + 1;
    if (n == 0 || n > longest_type || last == n || text[0] == '.' || (text[0] >= '0' && text[0] <= '9'))
        return std::nullopt;
    if (n < text.size() && (text[n] != ':' || (n + 1 < text.size() && text[n + 1] != ' ')))
        return std::nullopt;
    std::string_view const type = text.substr(0, n);
    bool const says_so =
        type.ends_with("Exception") || type.ends_with("Error") || type.ends_with("Throwable");
    bool const is_class = last > 0 && text[last] >= 'A' && text[last] <= 'Z';
    // "Error: ..." and "Exception: ..." are words of everybody
    if (!is_class && (!says_so || type == "Error" || type == "Exception")) return std::nullopt;
    return thrown{type, n < text.size() ? trimmed(text.substr(n + 1)) : std::string_view()};
}

bool says_error(std::string_view type) noexcept {
    return type.ends_with("Exception") || type.ends_with("Error") || type.ends_with("Throwable");
}

std::string_view behind_thread(std::string_view line) noexcept {
    std::size_t const quote = line.find("\" ", thread_start.size());
    return quote == std::string_view::npos ? std::string_view() : line.substr(quote + 2);
}

// "\tat java.base/java.lang.Thread.run(Thread.java:840)", with more tabs in what was suppressed.
std::optional<std::string_view> frame_text(std::string_view line) noexcept {
    std::size_t const at = std::min(line.find_first_not_of('\t'), line.size());
    if (at == 0 || !line.substr(at).starts_with("at ")) return std::nullopt;
    line.remove_prefix(at + 3);
    std::size_t const open = line.find('(');
    std::size_t const close = line.rfind(')');
    if (open == std::string_view::npos || open == 0 || close == std::string_view::npos || close < open ||
        line.find('.') > open || line.substr(0, open).find(' ') != std::string_view::npos)
        return std::nullopt;
    // logback adds the jar: " ~[app.jar:1.0]"
    std::string_view const rest = line.substr(close + 1);
    if (!rest.empty() && !rest.starts_with(" ~[") && !rest.starts_with(" [")) return std::nullopt;
    return line.substr(0, close);
}

stack_frame frame_of(std::string_view text) {
    std::size_t const open = text.find('(');
    std::string_view function = text.substr(0, open);
    std::string_view place = text.substr(open + 1);
    // "java.base/", "app//"; a hidden class has a slash behind its '$'
    for (std::size_t slash; (slash = function.find('/')) != std::string_view::npos &&
                            function.substr(0, slash).find('$') == std::string_view::npos;)
        function.remove_prefix(slash + 1);
    stack_frame frame;
    std::size_t const colon = place.rfind(':');
    if (colon != std::string_view::npos) {
        std::from_chars(place.data() + colon + 1, place.data() + place.size(), frame.line);
        place = place.substr(0, colon);
    }
    frame.file = bounded(place);
    frame.function = bounded(function);
    return frame;
}

bool is_more(std::string_view text) noexcept {
    return text.starts_with("... ") && (text.ends_with(" more") || text.ends_with(" common frames omitted"));
}

bool may_be_frameless(std::string_view type) noexcept {
    return type == "java.lang.OutOfMemoryError" || type == "java.lang.StackOverflowError";
}

bool starts_launcher_error(std::string_view text) noexcept {
    return text.starts_with("Error: Could not find or load main class ") ||
           text.starts_with("Error: LinkageError occurred while loading main class ") ||
           text.starts_with("Error: Unable to initialize main class ") ||
           text.starts_with("Error: Main method not found in class ") ||
           text.starts_with("Error: Unable to access jarfile ");
}

class java_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ != state::message; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, message, frames, launcher, vm, crash };

    verdict first(std::string_view line);
    verdict in_trace(std::string_view line);
    verdict in_launcher(std::string_view line);
    verdict in_crash(std::string_view line);
    void raise(std::string_view text);
    void add_link(std::string_view line, bool is_cause, bool is_nested);

    state state_ = state::fresh;
    trace_role role_ = trace_role::detached;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    std::vector<stack_frame> frames_;
    std::vector<chained_exception> causes_;  // the deepest last, as printed
    bool in_link_ = false;
    int strangers_ = 0;
    int lines_ = 0;
};

verdict java_reader::feed(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::message:
        case state::frames:
            return in_trace(line);
        case state::launcher:
        case state::vm:
            return in_launcher(line);
        case state::crash:
            return in_crash(line);
    }
    return verdict::no_trace;
}

void java_reader::raise(std::string_view text) {
    cause_line_ = bounded(trimmed(text));
    if (auto const what = parse_thrown(text)) {
        type_ = bounded(what->type);
        message_ = bounded(what->message);
    } else {
        type_ = "error";
        message_ = cause_line_;
    }
    if (type_ == "java.lang.OutOfMemoryError") role_ = trace_role::resource;
}

verdict java_reader::first(std::string_view line) {
    if (line == "#" || line == crash_start || line.starts_with(memory_start)) {
        state_ = state::crash;
        role_ = trace_role::native_crash;
        return in_crash(line);
    }
    if (line.starts_with(vm_start)) {
        state_ = state::vm;
        role_ = trace_role::raised;
        type_ = "error";
        cause_line_ = message_ = bounded(line);
        return verdict::continues;
    }
    if (starts_launcher_error(line)) {
        state_ = state::launcher;
        role_ = trace_role::raised;
        type_ = "error";
        cause_line_ = bounded(line);
        message_ = bounded(line.substr(7));
        return verdict::continues;
    }
    if (line.starts_with(terminating)) {
        raise(line.substr(terminating.size()));
        return verdict::ends;
    }
    if (line.starts_with(thread_start)) {
        role_ = line.starts_with("Exception in thread \"main\"") ? trace_role::raised : trace_role::detached;
        line = behind_thread(line);
    }
    raise(line);
    state_ = may_be_frameless(type_) ? state::frames : state::message;
    return verdict::continues;
}

void java_reader::add_link(std::string_view text, bool is_cause, bool is_nested) {
    in_link_ = true;
    state_ = state::message;
    lines_ = 0;
    auto const what = parse_thrown(text);
    chained_exception link{what ? bounded(what->type) : "error", bounded(what ? what->message : text)};
    if (is_cause && !is_nested) {
        root_line_ = bounded(trimmed(text));
        push_bounded(causes_, std::move(link), 16, most_links);
    } else {
        // belongs to what was suppressed: known last
        if (causes_.size() < most_links) causes_.insert(causes_.begin(), std::move(link));
    }
}

verdict java_reader::in_trace(std::string_view line) {
    if (auto const frame = frame_text(line)) {
        state_ = state::frames;
        strangers_ = 0;
        if (!in_link_) push_bounded(frames_, frame_of(*frame), innermost_kept, most_frames);
        return verdict::continues;
    }
    std::size_t const tabs = std::min(line.find_first_not_of('\t'), line.size());
    std::string_view const text = line.substr(tabs);
    if (tabs > 0 && is_more(text)) {
        state_ = state::frames;
        return verdict::continues;
    }
    bool const is_cause = text.starts_with(cause_start);
    if (is_cause || (tabs > 0 && text.starts_with(suppressed_start))) {
        std::string_view const what = text.substr(is_cause ? cause_start.size() : suppressed_start.size());
        if (what.starts_with("[CIRCULAR REFERENCE")) return verdict::continues;
        add_link(what, is_cause, tabs > 0);
        return verdict::continues;
    }
    if (tabs > 0 && text.starts_with("[CIRCULAR REFERENCE")) return verdict::continues;
    if (line.starts_with(thread_start)) return verdict::ended_before;
    if (state_ == state::message)
        return ++lines_ > most_message_lines ? verdict::ended_before : verdict::continues;
    auto const next = parse_thrown(line);
    if (next && says_error(next->type)) return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

verdict java_reader::in_launcher(std::string_view line) {
    if (frame_text(line)) {
        push_bounded(frames_, frame_of(*frame_text(line)), innermost_kept, most_frames);
        return verdict::continues;
    }
    if (line.starts_with(cause_start)) {
        add_link(line.substr(cause_start.size()), true, false);
        state_ = state::launcher;
        return verdict::continues;
    }
    if (lines_++ > 0) return verdict::ended_before;
    if (state_ == state::vm && !line.empty()) {
        raise(line);
        if (message_.starts_with("Could not reserve")) role_ = trace_role::resource;
        return verdict::continues;
    }
    auto const what = parse_thrown(trimmed(line));
    if (!line.starts_with('\t') || !what) return verdict::ended_before;
    root_line_ = bounded(trimmed(line));
    causes_.push_back({bounded(what->type), bounded(what->message)});
    return verdict::continues;
}

verdict java_reader::in_crash(std::string_view line) {
    if (!line.starts_with('#')) return verdict::ended_before;
    if (++lines_ > 64) return verdict::ended_before;
    std::string_view const text = trimmed(line.substr(1));
    if (line.starts_with(memory_start)) {
        role_ = trace_role::resource;
        type_ = "error";
        cause_line_ = message_ = bounded(text);
    } else if (type_.empty() && line != crash_start && !text.empty()) {
        cause_line_ = bounded(text);
        std::size_t const end = std::min(text.find(" ("), text.size());
        type_ = bounded(text.substr(0, end));
        message_ = bounded(trimmed(text.substr(end)));
    }
    return verdict::continues;
}

bool java_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    if (state_ == state::message && frames_.empty()) return false;
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    e.language = "java";
    e.type = std::move(type_);
    e.message = std::move(message_);
    std::reverse(frames_.begin(), frames_.end());
    e.frames = std::move(frames_);
    std::reverse(causes_.begin(), causes_.end());
    e.chain = std::move(causes_);
    return true;
}

std::optional<std::size_t> lines_to_header(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_message_lines; ++n) {
        auto const line = context.back(n, column);
        if (!line || frame_text(*line)) return std::nullopt;
        if (line->starts_with(thread_start)) return n;
        auto const what = parse_thrown(*line);
        if (what && (n == 1 || says_error(what->type))) return n;
    }
    return std::nullopt;
}

}  // namespace

std::optional<start_point> find_java_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with("\tat ")) {
            if (!frame_text(text)) continue;
            if (auto const n = lines_to_header(context, column)) return start_point{column, *n};
        } else if (text.starts_with(thread_start)) {
            auto const what = parse_thrown(behind_thread(text));
            if (what && may_be_frameless(what->type)) return start_point{column, 0};
        } else if (text.starts_with("# ")) {
            if (text != crash_start && !text.starts_with(memory_start)) continue;
            return start_point{column, context.back(1, column) == "#" ? 1u : 0u};
        } else if (text.starts_with(vm_start) || starts_launcher_error(text) ||
                   (text.starts_with(terminating) &&
                    text.substr(terminating.size()).starts_with("java.lang.OutOfMemoryError"))) {
            return start_point{column, 0};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_java_grammar() {
    return std::make_unique<java_reader>();
}

}  // namespace task_agent::trace
