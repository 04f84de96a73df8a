#include "java_fatal_block.hpp"

#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr int most_lines = 60;

}  // namespace

// "V  [libjvm.so+0xed2f94]  Unsafe_PutLong+0x124", "J 12 c2 x.Y.z()V".
void java_fatal_block::add_problematic(std::string_view text) {
    stack_frame frame;
    std::size_t const open = text.find('[');
    std::size_t const close = text.find(']');
    if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
        std::string_view const place = text.substr(open + 1, close - open - 1);
        frame.file = place.substr(0, place.find('+'));
        std::string_view const name = trimmed(text.substr(close + 1));
        frame.function = name.substr(0, name.rfind('+'));
    } else if (text.starts_with("J ") || text.starts_with("j ")) {
        frame.function = trimmed(text.substr(1));
    } else {
        return;
    }
    frames_.push_back(std::move(frame));
}

verdict java_fatal_block::feed(std::string_view line) {
    if (++lines_ == 1) {
        type_ = line == no_memory ? "OutOfMemoryError" : "fatal error";
        cause_line_ = bounded(trimmed(line.substr(1)));
        return verdict::continues;
    }
    if (!line.starts_with('#') || lines_ > most_lines) return verdict::ended_before;
    std::string_view const text = trimmed(line.substr(1));
    // where to report it is the last thing that it says
    if (text.starts_with("http")) return verdict::ends;
    if (wants_frame_) {
        wants_frame_ = false;
        add_problematic(text);
    } else if (text == "Problematic frame:") {
        wants_frame_ = true;
    } else if (text.starts_with("fatal error: ") && message_.starts_with("Internal Error")) {
        message_ = bounded(text.substr(13));
        cause_line_ = bounded(text);
    } else if (message_.empty() &&
               (text.starts_with("SIG") || text.starts_with("Internal Error") ||
                text.starts_with("EXCEPTION_") || text.starts_with("Out of Memory Error") ||
                text.starts_with("Native memory allocation"))) {
        bool const is_signal = text.starts_with("SIG") || text.starts_with("EXCEPTION_");
        std::size_t const blank = is_signal ? text.find(' ') : std::string_view::npos;
        if (blank != std::string_view::npos) type_ = to_plain_text(text.substr(0, blank));
        message_ = bounded(blank == std::string_view::npos ? text : trimmed(text.substr(blank)));
        cause_line_ = bounded(text);
    }
    return verdict::continues;
}

bool java_fatal_block::conclude(found_trace& trace) {
    trace.role = trace_role::native_crash;
    trace.cause_line = std::move(cause_line_);
    make_plain(frames_);
    put_exception(trace.exception, "java", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace task_agent::trace
