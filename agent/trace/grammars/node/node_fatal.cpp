#include "task_agent/trace/grammars/node/node_fatal.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr int most_lines = 256;
constexpr int most_strangers = 16;
constexpr std::size_t longest_number = 4;

constexpr std::string_view heap_start = "<--- Last few GCs --->";
constexpr std::string_view fatal_start = "FATAL ERROR: ";
constexpr std::string_view check_start = "# Fatal error in ";
constexpr std::string_view native_stack = "----- Native stack trace -----";
constexpr std::string_view assertion = "Assertion failed: ";

// " 1: 0xb78db3 node::Abort() [node]", behind the number; a frame of JavaScript has a word there.
std::optional<std::string_view> native_frame(std::string_view line) noexcept {
    std::string_view const text = trimmed(line);
    std::size_t const n = digits_in(text);
    if (n == 0 || n >= longest_number || !text.substr(n).starts_with(": ")) return std::nullopt;
    return text.substr(n + 2);
}

// "0xb78db3 node::Abort() [node]"
stack_frame frame_of(std::string_view text) {
    stack_frame frame;
    if (text.starts_with("0x")) text.remove_prefix(std::min(text.find(' '), text.size()));
    if (text.ends_with(']')) {
        std::size_t const open = text.rfind('[');
        if (open != std::string_view::npos) {
            frame.file = bounded(text.substr(open + 1, text.size() - open - 2));
            text = text.substr(0, open);
        }
    }
    frame.function = bounded(trimmed(text));
    return frame;
}

// What an option lets Node write between the words and the stack below them.
bool is_of_report(std::string_view line) noexcept {
    return line.starts_with("Writing Node.js report to file: ") || line == "Node.js report completed";
}

bool is_frame_of_block(std::string_view line) noexcept {
    if (is_of_report(line)) return true;
    if (line.empty() || line.starts_with("<--- ") || line.starts_with("----- ") || line.starts_with("====") ||
        line.starts_with("Security context: "))
        return true;
    if (line[0] == '[') return line.find(" ms: ") != std::string_view::npos;
    return native_frame(line).has_value();
}

class node_fatal_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    void name(std::string_view type, std::string_view message, std::string_view line);
    verdict in_check(std::string_view text);

    trace_role role_ = trace_role::native_crash;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first, as printed
    bool is_check_ = false;
    bool in_check_ = false;  // its lines go on
    int lines_ = 0;
    int strangers_ = 0;
};

void node_fatal_reader::name(std::string_view type, std::string_view message, std::string_view line) {
    type_ = type;
    message_ = bounded(trimmed(message));
    cause_line_ = bounded(trimmed(line));
}

// Below "# Fatal error in , line 0": what is wrong, and lines that only have their mark.
verdict node_fatal_reader::in_check(std::string_view text) {
    text = trimmed(text.substr(1));
    if (message_.empty() && !text.empty() && !text.starts_with("FailureMessage")) {
        if (text.starts_with(assertion)) {
            name("Assertion failed", text.substr(assertion.size()), text);
        } else {
            message_ = bounded(text);
            cause_line_ += ": " + message_;
        }
    }
    return verdict::continues;
}

verdict node_fatal_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (lines_ == 1 && line.starts_with(check_start)) {
        is_check_ = in_check_ = true;
        name("Fatal error", {}, line.substr(2));
        return verdict::continues;
    }
    if (lines_ == 1 && trimmed(line).starts_with("#  node[")) {
        is_check_ = in_check_ = true;
        name("Assertion failed", {}, line);
        return verdict::continues;
    }
    if (lines_ == 1 && line == native_stack) {
        // asked for, by process.abort() or an option: nothing says why
        name("abort", {}, "Aborted");
        return verdict::continues;
    }
    if (type_.empty() && line.starts_with(fatal_start)) {
        name("FATAL ERROR", line.substr(fatal_start.size()), line);
        if (line.ends_with("out of memory")) role_ = trace_role::resource;
        return verdict::continues;
    }
    if (in_check_ && trimmed(line).starts_with('#')) return in_check(trimmed(line));
    if (auto const frame = native_frame(line); frame && !type_.empty()) {
        in_check_ = false;
        push_bounded(frames_, frame_of(*frame), most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    if (is_frame_of_block(line)) {
        // what follows the last frame behind a blank line is no part of it
        return line.empty() && !frames_.empty() ? verdict::ended_before : verdict::continues;
    }
    if (!type_.empty()) return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool node_fatal_reader::conclude(found_trace& trace) {
    // many programs write those two words: only a native stack below shows who it was
    if (type_.empty() || (frames_.empty() && role_ != trace_role::resource && !is_check_)) return false;
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
    trace.exception.language = "node";
    trace.exception.type = std::move(type_);
    trace.exception.message = std::move(message_);
    std::reverse(frames_.begin(), frames_.end());
    trace.exception.frames = std::move(frames_);
    return true;
}

}  // namespace

std::optional<start_point> find_node_fatal_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text == heap_start || text == native_stack) return start_point{column, 0};
        if (text.starts_with(fatal_start)) return start_point{column, 0};
        if (text.starts_with(check_start) && text.find(", line ") != std::string_view::npos)
            return start_point{column, 0};
        if (text.starts_with("#  node[") || text.starts_with("  #  node[")) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_node_fatal_grammar() {
    return std::make_unique<node_fatal_reader>();
}

}  // namespace task_agent::trace
