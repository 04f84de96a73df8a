#include "task_agent/trace/grammars/dotnet/dotnet.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/dotnet/dotnet_lines.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace dotnet;

constexpr int most_message_lines = 12;
constexpr int most_strangers = 16;
constexpr int most_install_lines = 32;
constexpr int most_record_lines = 2;  // between its head and what was raised
constexpr std::string_view mono_header = "Unhandled Exception:";
constexpr std::string_view core_header = "Unhandled exception. ";
constexpr std::string_view older_header = "Unhandled Exception: ";  // one line, before .NET Core 3
constexpr std::size_t most_logged_lines = 6;  // of a message that the program printed itself
constexpr std::string_view again_header = "[ERROR] FATAL UNHANDLED EXCEPTION: ";
constexpr std::string_view inner_mark = " ---> ";

class dotnet_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return state_ == state::frames; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, record, header, message, frames, install };

    bool raise(std::string_view line) { return raise(line, type_.empty()); }
    bool raise(std::string_view line, bool is_outer);
    void end_message(std::string_view line);
    void raise_in_own_words(std::string_view line);
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict give_up(std::string_view line);
    verdict in_install(std::string_view line);
    verdict in_raised(std::string_view line);

    state state_ = state::fresh;
    std::string type_;
    std::string message_;
    std::string rest_;  // of the message: the line that closes its bracket
    frame_list frames_;
    frame_list inner_frames_;               // for an outer one that was never thrown
    std::vector<chained_exception> inner_;  // outermost first
    block_bounds block_;                    // the exception, without the head of its record
    int lines_ = 0;
    int strangers_ = 0;
    handling record_ = handling::none;
    bool is_repeated_ = false;  // what follows was read before
    bool in_member_ = false;    // of an AggregateException: its frames are its own
    bool is_logged_ = false;
    bool is_joined_ = false;    // two stacks were, in the line before
    bool is_unproven_ = false;  // the words below the header may be anybody's
};

// "Type: message ---> Type: message"
bool dotnet_reader::raise(std::string_view line, bool is_outer) {
    for (;; is_outer = false) {
        std::size_t const mark = line.find(inner_mark);
        auto const what = split_type(line.substr(0, mark));
        if (!what && is_outer) return false;
        if (what && is_outer) {
            type_ = bounded(what->type, longest_name);
            message_ = bounded(trimmed(what->message));
        } else if (what) {
            add_link(inner_, what->type, trimmed(what->message));
        }
        if (mark == std::string_view::npos) return true;
        line.remove_prefix(mark + inner_mark.size());
    }
}

// "second) ---> Type: message": a line of the message that is its last, and what it was caused by.
void dotnet_reader::end_message(std::string_view line) {
    std::size_t const mark = line.find(inner_mark);
    if (mark == std::string_view::npos || !frames_.empty()) return;
    bool const is_open = message_.find('(') != std::string::npos && message_.back() != ')';
    if (is_open && line.substr(0, mark).ends_with(')')) rest_ = bounded(line.substr(0, mark));
    raise(line.substr(mark + inner_mark.size()), false);
}

// An exception may show itself as it likes.
void dotnet_reader::raise_in_own_words(std::string_view line) {
    type_ = "error";
    message_ = bounded(trimmed(line));
    is_unproven_ = true;
}

verdict dotnet_reader::first(std::string_view line) {
    if (line == mono_header) {
        state_ = state::header;
        return verdict::continues;
    }
    if (is_of_runtime(line)) return give_up(line);
    std::string_view text = line;
    if (take(text, core_header) || take(text, older_header)) {
        state_ = state::message;
        if (!raise(text)) raise_in_own_words(text);
        return verdict::continues;
    }
    auto what = find_type(line);
    if (!what) what = find_own_type(line);
    if (!what && is_record_head(line)) {
        state_ = state::record;
        return verdict::continues;
    }
    if (!what) {
        // the message and the stack were printed, but not the type
        auto const said = error_record(line);
        if (!said) return verdict::no_trace;
        raise_in_own_words(*said);
        is_unproven_ = is_logged_ = true;
        record_ = handling_of_header(line);
        state_ = state::message;
        return verdict::continues;
    }
    is_logged_ = true;
    bool const is_below_error = line.starts_with("warn: ") || line.starts_with("info: ") ||
                                line.starts_with("dbug: ") || line.starts_with("trce: ");
    if (state_ != state::record) record_ = is_below_error ? handling::survived : handling_of_header(line);
    state_ = state::message;
    raise(line.substr(static_cast<std::size_t>(what->type.data() - line.data())));
    return verdict::continues;
}

verdict dotnet_reader::give_up(std::string_view line) {
    state_ = state::message;
    if (line == overflow) {
        type_ = "stack overflow";
    } else if (take(line, fail_fast)) {
        bool const is_assertion = line == "Assertion failed.";
        type_ = is_assertion ? "assertion failed" : "abort";
        if (!is_assertion) message_ = bounded(trimmed(line));
    } else if (take(line, mono_fail_fast)) {
        type_ = "abort";
        message_ = bounded(line.substr(0, line.rfind('"')));
        return verdict::ends;
    } else {
        type_ = "error";
        message_ = bounded(line);
        if (line.starts_with("Cannot open")) return verdict::ends;
        state_ = state::install;
    }
    return verdict::continues;
}

// Which version is missing, which are there, and where to get it.
verdict dotnet_reader::in_install(std::string_view line) {
    if (++lines_ > most_install_lines) return verdict::ended_before;
    constexpr std::string_view framework = "Framework: ";
    if (line.starts_with(framework))
        message_ = bounded(message_ + " " + std::string(line.substr(framework.size())));
    bool const is_last = line.starts_with("https://aka.ms/dotnet-core-applaunch") ||
                         line.find("  https://aka.ms/dotnet-core-applaunch") != std::string_view::npos;
    return is_last ? verdict::ends : verdict::continues;
}

verdict dotnet_reader::read(std::string_view line) {
    if (state_ == state::fresh) return first(line);
    if (state_ == state::install) return in_install(line);
    if (state_ == state::record) {
        record_ = handling::error;
        if (find_type(line)) {
            block_.begin_here();
            return first(line);
        }
        return ++lines_ > most_record_lines ? verdict::no_trace : verdict::continues;
    }
    if (state_ == state::header) {
        if (is_blank(line)) return verdict::no_trace;
        if (!raise(line)) raise_in_own_words(line);
        state_ = state::message;
        return verdict::continues;
    }
    return in_raised(line);
}

verdict dotnet_reader::in_raised(std::string_view line) {
    // Mono leaves a line blank there
    if (std::exchange(is_joined_, line.starts_with("--- End of stack trace ")) && line.empty())
        return verdict::continues;
    // of a record every line is indented deeper
    if (is_frame(line) || (is_logged_ && line.starts_with("   ") && trimmed(line).starts_with("at "))) {
        if (!is_repeated_ && !in_member_) {
            auto const placed = parse_frame(trimmed(line));
            frames_.add(placed.file, placed.line, placed.function);
        }
        if (line.ends_with("<---")) in_member_ = false;
        state_ = state::frames;
        strangers_ = 0;
        return verdict::continues;
    }
    if (line.starts_with(again_header)) {
        if (is_repeated_) return verdict::ended_before;
        is_unproven_ = false;
        // of a stack that overflowed it tells more than before
        is_repeated_ = !frames_.empty();
        if (!is_repeated_) {
            std::string const before = std::exchange(type_, {});
            if (!raise(line.substr(again_header.size()))) type_ = before;
        }
        state_ = state::message;
        return verdict::continues;
    }
    std::string_view const text = trimmed(line);
    // of a stack overflow: what follows came so often
    if (text.starts_with("Repeat ") || text == "--------------------------------") return verdict::continues;
    if (text.starts_with("--- End of ")) {
        // what was printed so far belongs to the inner one
        if (!is_repeated_ && text.starts_with("--- End of inner exception"))
            inner_frames_ = std::exchange(frames_, {});
        return verdict::continues;
    }
    if (text.starts_with("---> (Inner Exception #")) {
        in_member_ = !line.ends_with("<---");
        return verdict::continues;
    }
    if (text == "<---") {
        in_member_ = false;
        return verdict::continues;
    }
    if (text.starts_with(inner_mark.substr(1))) {
        if (!is_repeated_) raise(text.substr(inner_mark.size() - 1));
        return verdict::continues;
    }
    // what a program printed is written in one go
    bool const is_another =
        line == mono_header || line.starts_with(core_header) || line.starts_with(older_header);
    if (is_another || (is_logged_ && state_ == state::frames)) return verdict::ended_before;
    if (state_ == state::message && ++lines_ <= most_message_lines) {
        if (!is_repeated_) end_message(text);
        if (message_.empty() && type_ == "assertion failed") message_ = bounded(text);
        return verdict::continues;
    }
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool dotnet_reader::conclude(found_trace& trace) {
    if (frames_.empty()) frames_ = std::move(inner_frames_);
    if (type_.empty() || ((is_logged_ || is_unproven_) && frames_.empty())) return false;
    block_.cut(trace);
    trace.role = trace_role::raised;
    if (record_ != handling::none) trace.handled = record_;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    if (!rest_.empty()) trace.cause_line.append(" ").append(rest_);
    if (!inner_.empty()) {
        chained_exception const& root = inner_.back();
        trace.root_line = root.message.empty() ? root.type : root.type + ": " + root.message;
    }
    exception_info& e = trace.exception;
    put_exception(e, "dotnet", std::move(type_), std::move(message_), frames_.outermost_first());
    std::reverse(inner_.begin(), inner_.end());
    e.chain = std::move(inner_);
    return true;
}

// How many lines before what was raised its record begins, 0 = not there: indented, it is an example in a
// text, or of a record: "fail: Shop.Job[0]", a message, the exception.
std::size_t record_above(start_context const& context, std::size_t column, std::size_t n) {
    for (std::size_t i = 1; i <= std::size_t{most_record_lines}; ++i) {
        auto const head = context.back(n + i, column);
        if (head && (head->starts_with("fail: ") || head->starts_with("crit: "))) return i;
    }
    return 0;
}

// How many lines before one that ends a message of several, and tells the inner one, the outer one is named.
std::size_t message_above(start_context const& context, std::size_t column, std::size_t n,
                          std::string_view line) {
    std::size_t const mark = line.find(inner_mark);
    std::string_view const before = line.substr(0, mark);
    if (mark == std::string_view::npos || find_type(before) || find_own_type(before)) return 0;
    for (std::size_t up = 1; up <= most_logged_lines; ++up) {
        auto const above = context.back(n + up, column);
        if (!above || is_blank(*above) || is_logged_frame(*above)) return 0;
        if (find_type(*above) || find_own_type(*above)) return up;
    }
    return 0;
}

// How many lines before a frame the exception is named, or its record begins, 0 = not there.
std::size_t header_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_logged_lines; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier) break;
        if (is_logged_frame(*earlier)) return 0;
        if (trimmed(*earlier).starts_with(inner_mark.substr(1)) || !find_type(*earlier)) continue;
        if (std::size_t const up = message_above(context, column, n, *earlier); up > 0) return n + up;
        std::string_view const head = earlier->substr(0, earlier->find("Exception"));
        if (head.find_first_of("\"'`") != std::string_view::npos) return 0;  // quoted
        if (!earlier->starts_with(' ')) return n;
        std::size_t const record = record_above(context, column, n);
        if (record == 0) return 0;
        auto const first = context.back(n + record, column);
        return first && is_record_head(*first) ? n + record : n;
    }
    auto const above = context.back(1, column);
    return above && error_record(*above) ? 1 : 0;
}

}  // namespace

std::optional<start_point> find_dotnet_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        if (text == mono_header || is_of_runtime(text)) return start_point{column, 0};
        if (text.starts_with("  ")) {
            std::size_t const back = is_logged_frame(text) ? header_above(context, column) : 0;
            if (back > 0) return start_point{column, back};
            continue;
        }
        if (take(text, core_header) && !is_blank(text)) return start_point{column, 0};
        if (take(text, older_header) && find_type(text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_dotnet_grammar() {
    return std::make_unique<dotnet_reader>();
}

}  // namespace task_agent::trace
