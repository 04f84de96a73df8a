#include "task_agent/trace/grammars/python/python_fatal.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <array>

namespace task_agent::trace {
namespace {

constexpr std::string_view opening = "Fatal Python error: ";
constexpr std::string_view timeout = "Timeout (";
constexpr int most_strangers = 16;

constexpr std::array<std::string_view, 7> signals = {"Segmentation fault",
                                                     "Aborted",
                                                     "Bus error",
                                                     "Floating-point exception",
                                                     "Floating point exception",
                                                     "Illegal instruction",
                                                     "Stack overflow"};

// `  File "x.py", line 3 in f`: without the comma of a traceback.
std::optional<stack_frame> parse_frame(std::string_view line) {
    constexpr std::string_view start = "  File \"";
    constexpr std::string_view before_number = "\", line ";
    constexpr std::string_view before_function = " in ";
    if (!line.starts_with(start)) return std::nullopt;
    line.remove_prefix(start.size());
    std::size_t const quote = line.find(before_number);
    if (quote == std::string_view::npos) return std::nullopt;
    std::string_view rest = line.substr(quote + before_number.size());
    std::size_t const digits = digits_in(rest);
    stack_frame frame;
    frame.file = bounded(line.substr(0, quote));
    frame.line = number_of(rest.substr(0, digits));
    rest.remove_prefix(digits);
    if (!rest.starts_with(before_function)) return std::nullopt;
    frame.function = bounded(rest.substr(before_function.size()));
    return frame;
}

// "Timeout (0:00:05)!"
bool is_timeout(std::string_view line) noexcept {
    return line.starts_with(timeout) && line.ends_with(")!") && line.substr(timeout.size()).find(':') == 1;
}

// "Current thread 0x00007f1c845c6b80 [python] (most recent call first):"
bool is_thread(std::string_view line) noexcept {
    return (line.starts_with("Thread 0x") || line.starts_with("Current thread 0x")) &&
           line.ends_with("(most recent call first):");
}

class python_fatal_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    verdict feed_timeout(std::string_view line);

    std::string said_;
    bool is_timeout_ = false;
    bool in_current_ = false;
    bool has_thread_ = false;        // of a timeout
    bool in_native_ = false;         // the C stack behind the threads
    bool awaits_exception_ = false;  // behind the state of a runtime that did not start
    int strangers_ = 0;
    std::vector<stack_frame> frames_;  // innermost first
};

verdict python_fatal_reader::feed(std::string_view line) {
    if (said_.empty()) {
        is_timeout_ = is_timeout(line);
        if (is_timeout_) {
            said_ = line.substr(timeout.size(), line.size() - timeout.size() - 2);
            return verdict::continues;
        }
        if (!line.starts_with(opening)) return verdict::no_trace;
        said_ = bounded(trimmed(line.substr(opening.size())));
        return said_.empty() ? verdict::no_trace : verdict::continues;
    }
    if (line.starts_with(opening) || is_timeout(line)) return verdict::ended_before;
    if (is_timeout_) return feed_timeout(line);
    if (is_blank(line)) {
        awaits_exception_ = false;
        return verdict::continues;
    }
    if (is_thread(line)) {
        in_current_ = line.starts_with("Current");
        return verdict::continues;
    }
    if (line.starts_with("Current thread's C stack trace ")) {
        in_native_ = true;
        return verdict::continues;
    }
    if (auto frame = parse_frame(line)) {
        // of a deep recursion the innermost count: they stand first
        if (in_current_ && frames_.size() < most_frames) frames_.push_back(std::move(*frame));
        return verdict::continues;
    }
    if (line.starts_with("Extension modules: ")) return verdict::ends;
    if (line.starts_with("Python runtime state: ")) {
        awaits_exception_ = true;
        return verdict::continues;
    }
    bool const is_aside = line == "<no Python frame>" || line == "  <no Python frame>" || line == "  ..." ||
                          line == "  Garbage-collecting" ||
                          (in_native_ && (line.starts_with("  Binary file ") || line.starts_with("  <")));
    if (is_aside || awaits_exception_) return verdict::continues;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

// All threads are listed, the main one last: that is the one which did not get on.
verdict python_fatal_reader::feed_timeout(std::string_view line) {
    if (is_blank(line)) return verdict::continues;
    if (is_thread(line)) {
        frames_.clear();
        has_thread_ = true;
        return verdict::continues;
    }
    auto frame = parse_frame(line);
    if (!has_thread_ || (!frame && line != "  ...")) return verdict::ended_before;
    if (frame && frames_.size() < most_frames) frames_.push_back(std::move(*frame));
    return verdict::continues;
}

bool python_fatal_reader::conclude(found_trace& trace) {
    if (is_timeout_) {
        if (frames_.empty()) return false;
        // the same is printed where the process goes on
        trace.is_guess = true;
        trace.role = trace_role::raised;
        trace.cause_line = std::string(timeout) + said_ + ")!";
        trace.exception.language = "python";
        trace.exception.type = "Timeout";
        trace.exception.message = std::move(said_);
        std::reverse(frames_.begin(), frames_.end());
        trace.exception.frames = std::move(frames_);
        return true;
    }
    bool const is_signal = std::find(signals.begin(), signals.end(), said_) != signals.end();
    trace.role = trace_role::native_crash;
    trace.cause_line = std::string(opening) + said_;
    exception_info& e = trace.exception;
    e.language = "python";
    if (is_signal) {
        e.type = std::move(said_);
    } else {
        e.type = opening.substr(0, opening.size() - 2);
        e.message = std::move(said_);
    }
    std::reverse(frames_.begin(), frames_.end());
    e.frames = std::move(frames_);
    return true;
}

}  // namespace

std::optional<start_point> find_python_fatal_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(opening) || is_timeout(text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_python_fatal_grammar() {
    return std::make_unique<python_fatal_reader>();
}

}  // namespace task_agent::trace
