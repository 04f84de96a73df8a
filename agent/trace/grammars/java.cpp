#include "task_agent/trace/grammars/java.hpp"

#include "task_agent/trace/grammars/java_lines.hpp"

#include "foreign_line.hpp"
#include "reading.hpp"

namespace task_agent::trace {
namespace {

using namespace java;

constexpr std::size_t most_message_lines = 24;
constexpr int most_strangers = 16;
constexpr std::string_view fatal_error = "# A fatal error has been detected by the Java Runtime Environment:";
constexpr std::string_view no_memory =
    "# There is insufficient memory for the Java Runtime Environment to continue.";
constexpr int most_fatal_lines = 60;

bool is_launcher_error(std::string_view line) noexcept {
    return line.starts_with("Error: Could not find or load main class") ||
           line.starts_with("Error: LinkageError occurred while loading") ||
           line.starts_with("Error occurred during initialization of ");
}

// Errors that the JVM may print without a frame, and whose message has one line.
bool may_stand_alone(std::string_view type) noexcept {
    return type == "java.lang.OutOfMemoryError" || type == "java.lang.StackOverflowError";
}

class java_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ != state::fresh && state_ != state::message; }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        message,   // behind the header: the rest of the message, or the first frame
        frames,    // of the trace's own exception
        links,     // of a cause or a suppressed one
        launcher,  // behind "Error: Could not find or load main class"
        fatal,     // in the block of '#' lines
    };

    verdict first(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_launcher(std::string_view line);
    verdict in_fatal(std::string_view line);
    void add_link(link_line const& link);

    state state_ = state::fresh;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    std::string thread_;
    std::vector<stack_frame> frames_;  // innermost first, as printed
    std::vector<chained_exception> causes_;
    std::vector<chained_exception> suppressed_;
    std::size_t lines_ = 0;
    int strangers_ = 0;
    bool wants_frame_ = false;  // of a fatal error: the next line is the problematic one
    bool is_fatal_ = false;
};

verdict java_reader::feed(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::message:
            return in_message(line);
        case state::frames:
        case state::links:
            return in_frames(line);
        case state::launcher:
            return in_launcher(line);
        case state::fatal:
            return in_fatal(line);
    }
    return verdict::no_trace;
}

verdict java_reader::first(std::string_view line) {
    if (line == fatal_error || line == no_memory) {
        state_ = state::fatal;
        is_fatal_ = true;
        type_ = line == no_memory ? "OutOfMemoryError" : "fatal error";
        cause_line_ = bounded(trimmed(line.substr(1)));
        return verdict::continues;
    }
    if (is_launcher_error(line)) {
        state_ = state::launcher;
        type_ = "Error";
        message_ = bounded(line.substr(line.starts_with("Error: ") ? 7 : 0));
        cause_line_ = bounded(line);
        return verdict::continues;
    }
    auto const thrown = parse_thrown(line, true);
    if (!thrown) return verdict::no_trace;
    type_ = to_plain_text(thrown->type);
    message_ = bounded(trimmed(thrown->message));
    cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
    thread_ = to_plain_text(thrown->thread);
    state_ = state::message;
    return verdict::continues;
}

verdict java_reader::in_message(std::string_view line) {
    if (is_frame(line) || parse_link(line) || is_rest(line)) {
        state_ = state::frames;
        return in_frames(line);
    }
    if (may_stand_alone(type_)) return verdict::ended_before;
    // only reached by looking back from a frame, so a frame follows
    return ++lines_ > most_message_lines ? verdict::no_trace : verdict::continues;
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
        if (state_ == state::frames) push_bounded(frames_, std::move(*frame), first_frames, most_frames);
        strangers_ = 0;
        return verdict::continues;
    }
    if (auto const link = parse_link(line)) {
        state_ = state::links;
        lines_ = 0;
        strangers_ = 0;
        if (link->thrown.starts_with("[CIRCULAR REFERENCE")) return verdict::continues;
        add_link(*link);
        return verdict::continues;
    }
    if (is_rest(line)) return verdict::continues;
    if (line.empty() || wears_prefix(line) || starts_another(line) || parse_thrown(line, false))
        return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

verdict java_reader::in_launcher(std::string_view line) {
    if (auto const link = parse_link(line)) {
        auto const thrown = parse_thrown(link->thrown, true);
        if (!thrown) return verdict::ended_before;
        type_ = to_plain_text(thrown->type);
        message_ = bounded(trimmed(thrown->message));
        state_ = state::links;
        return verdict::continues;
    }
    auto const thrown = parse_thrown(line, false);
    if (!thrown) return verdict::ended_before;
    type_ = to_plain_text(thrown->type);
    message_ = bounded(trimmed(thrown->message));
    state_ = state::frames;
    return verdict::continues;
}

verdict java_reader::in_fatal(std::string_view line) {
    if (!line.starts_with('#') || ++lines_ > most_fatal_lines) return verdict::ended_before;
    std::string_view const text = trimmed(line.substr(1));
    // where to report it is the last thing that it says
    if (text.starts_with("http")) return verdict::ends;
    if (wants_frame_) {
        // "V  [libjvm.so+0xed2f94]  Unsafe_PutLong+0x124"
        wants_frame_ = false;
        std::size_t const open = text.find('[');
        std::size_t const close = text.find(']');
        if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
            stack_frame frame;
            std::string_view const place = text.substr(open + 1, close - open - 1);
            frame.file = place.substr(0, place.find('+'));
            std::string_view const name = trimmed(text.substr(close + 1));
            frame.function = name.substr(0, name.rfind('+'));
            frames_.push_back(std::move(frame));
        } else if (text.starts_with("J ") || text.starts_with("j ")) {
            stack_frame frame;
            frame.function = trimmed(text.substr(1));
            frames_.push_back(std::move(frame));
        }
    } else if (text == "Problematic frame:") {
        wants_frame_ = true;
    } else if (message_.empty() &&
               (text.starts_with("SIG") || text.starts_with("Internal Error") ||
                text.starts_with("EXCEPTION_") || text.starts_with("Out of Memory Error") ||
                text.starts_with("Native memory allocation"))) {
        std::size_t const blank = text.starts_with("SIG") ? text.find(' ') : std::string_view::npos;
        if (blank != std::string_view::npos) type_ = to_plain_text(text.substr(0, blank));
        message_ = bounded(blank == std::string_view::npos ? text : trimmed(text.substr(blank)));
        cause_line_ = bounded(text);
    }
    return verdict::continues;
}

bool java_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    bool const stands_alone = may_stand_alone(type_) || is_fatal_ || state_ == state::launcher;
    if (frames_.empty() && causes_.empty() && state_ == state::message && !stands_alone) return false;
    trace.role = is_fatal_                               ? trace_role::native_crash
                 : !thread_.empty() && thread_ != "main" ? trace_role::detached
                                                         : trace_role::raised;
    trace.cause_line = std::move(cause_line_);
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    e.language = "java";
    e.type = std::move(type_);
    e.message = std::move(message_);
    std::reverse(frames_.begin(), frames_.end());
    for (stack_frame& frame : frames_) {
        frame.file = to_plain_text(frame.file);
        frame.function = to_plain_text(frame.function);
    }
    e.frames = std::move(frames_);
    std::reverse(causes_.begin(), causes_.end());
    e.chain = std::move(causes_);
    for (chained_exception& one : suppressed_)
        e.chain.push_back(std::move(one));
    return true;
}

// How many lines back the header of the frame at this column stands.
std::optional<std::size_t> header_above(start_context const& context, std::size_t column) {
    for (std::size_t back = 1; back <= most_message_lines; ++back) {
        auto const line = context.back(back, column);
        if (!line || is_frame(*line)) return std::nullopt;
        // the line directly above a frame is taken at its word; further up it must sound like one
        if (parse_thrown(*line, back == 1)) return back;
    }
    return std::nullopt;
}

}  // namespace

std::optional<start_point> find_java_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.size() < 8) continue;
        if (text[0] == '\t' || text[0] == ' ') {
            if (!is_frame(text)) continue;
            if (auto const back = header_above(context, column)) return start_point{column, *back};
        } else if (text[0] == '#') {
            if (text == fatal_error || text == no_memory) return start_point{column, 0};
        } else if (is_launcher_error(text)) {
            return start_point{column, 0};
        } else if (text.starts_with("Exception in thread \"")) {
            auto const thrown = parse_thrown(text, true);
            if (thrown && may_stand_alone(thrown->type)) return start_point{column, 0};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_java_grammar() {
    return std::make_unique<java_reader>();
}

}  // namespace task_agent::trace
