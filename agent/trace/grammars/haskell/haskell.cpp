#include "task_agent/trace/grammars/haskell/haskell.hpp"

#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/handling_words.hpp"

namespace task_agent::trace {
namespace {

constexpr std::string_view header = "CallStack (from HasCallStack):";
// since GHC 9.10, by itself or behind the other
constexpr std::string_view newer_header = "HasCallStack backtrace:";
constexpr std::string_view uncaught = "Uncaught exception ";
constexpr std::string_view called_at = ", called at ";
constexpr std::size_t most_message_lines = 12;
constexpr std::size_t longest_program = 64;

// Behind "prog: "; nothing when no program's name stands there.
std::optional<std::string_view> message_of(std::string_view line) noexcept {
    std::size_t const colon = line.find(": ");
    if (colon == std::string_view::npos || colon == 0 || colon > longest_program) return std::nullopt;
    if (line.substr(0, colon).find_first_of(" \t\"(") != std::string_view::npos) return std::nullopt;
    return line.substr(colon + 2);
}

// "  error, called at app/Main.hs:7:13 in main:Main"
std::optional<stack_frame> parse_frame(std::string_view line) {
    if (!line.starts_with("  ")) return std::nullopt;
    std::size_t const at = line.find(called_at);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view const place = line.substr(at + called_at.size());
    std::size_t const colon = place.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view const digits = place.substr(colon + 1);
    int const number = number_of(digits.substr(0, digits_in(digits)));
    if (number == 0) return std::nullopt;
    return stack_frame{to_plain_text(place.substr(0, colon)), number,
                       to_plain_text(trimmed(line.substr(0, at)))};
}

// "./Data/Vector/Generic.hs:257 (head): empty", of a library that names its own place before it says what
// was wrong.
std::string_view without_own_place(std::string_view message) noexcept {
    std::size_t const end = message.find(".hs:");
    if (end == std::string_view::npos || message.substr(0, end).find(' ') != std::string_view::npos)
        return message;
    std::string_view rest = message.substr(end + 4);
    std::size_t const digits = digits_in(rest);
    rest.remove_prefix(digits);
    std::size_t const said = rest.find("): ");
    if (digits == 0 || !rest.starts_with(" (") || said == std::string_view::npos) return message;
    return rest.substr(said + 3);
}

// What collects the stack tells nothing of the program.
bool is_collector(stack_frame const& frame) noexcept {
    return frame.function == "collectBacktraces" || frame.function == "toExceptionWithBacktrace";
}

bool is_header(std::string_view line) noexcept {
    return line == header || line == newer_header;
}

class haskell_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return in_stack_; }
    bool conclude(found_trace& trace) override;

private:
    bool has_begun_ = false;
    bool in_stack_ = false;
    bool is_shown_ = false;  // by a program that caught it
    bool is_again_ = false;  // the frames were told before
    std::string type_ = "error";
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
};

verdict haskell_reader::feed(std::string_view line) {
    if (!has_begun_) {
        auto const message = message_of(line);
        if (!message) return verdict::no_trace;
        has_begun_ = true;
        // "expected: no flour": no program's name
        is_shown_ = says_to_go_on(line.substr(0, line.find(':')));
        std::string_view text = trimmed(*message);
        // "Uncaught exception ghc-internal:GHC.Internal.Exception.ErrorCall:", the message below it
        if (text.starts_with(uncaught) && text.ends_with(':')) {
            type_ = bounded(text.substr(uncaught.size(), text.size() - uncaught.size() - 1), 512);
            text = {};
        }
        message_ = bounded(without_own_place(text));
        return verdict::continues;
    }
    if (!in_stack_) {
        in_stack_ = is_header(line);
        if (!in_stack_ && message_.empty()) message_ = bounded(trimmed(line));
        return verdict::continues;
    }
    if (line == newer_header) {
        is_again_ = !frames_.empty();
        return verdict::continues;
    }
    auto frame = parse_frame(line);
    if (!frame) return verdict::ended_before;
    if (is_again_ || is_collector(*frame)) return verdict::continues;
    push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
    return verdict::continues;
}

bool haskell_reader::conclude(found_trace& trace) {
    if (frames_.empty()) return false;
    trace.role = trace_role::raised;
    if (is_shown_) trace.handled = handling::aside;
    trace.cause_line = type_ == "error" ? message_ : type_ + ": " + message_;
    put_exception(trace.exception, "haskell", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_haskell_start(start_context const& context) {
    std::string_view const line = context.line();
    bool const is_new = line.ends_with(newer_header);
    if (!is_new && !line.ends_with(header)) return std::nullopt;
    // what stands before it is a prefix, also one that no rule knows
    std::size_t const column = line.size() - (is_new ? newer_header : header).size();
    for (std::size_t const known : context.columns())
        if (known < column && is_blank(line.substr(known, column - known)))
            return std::nullopt;  // shown in a text
    std::size_t found = 0;
    for (std::size_t back = 1; back <= most_message_lines; ++back) {
        auto const earlier = context.back(back, column);
        if (!earlier) break;
        auto const message = message_of(*earlier);
        if (!message) continue;
        if (found == 0) found = back;
        if (message->starts_with(uncaught)) return start_point{column, back};
        if (!is_new) break;
    }
    return found > 0 ? std::optional(start_point{column, found}) : std::nullopt;
}

std::unique_ptr<grammar> make_haskell_grammar() {
    return std::make_unique<haskell_reader>();
}

}  // namespace task_agent::trace
