#include "task_agent/trace/grammars/julia.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view lead = "ERROR: ";
constexpr std::string_view stack = "Stacktrace:";
constexpr std::string_view loaded = "while loading ";
constexpr std::size_t most_words = 48;  // lines of a message: methods that come close
constexpr int most_lines = 1024;

// Where it was loaded from wraps what was raised, once for each file.
void take_wrappers(std::string_view& text) noexcept {
    while (take(text, "LoadError: ") || take(text, "InitError: ")) {
    }
}

// "KeyError: key 3 not found", "JSON.Parser.ParserError: x": how long the type is, 0 where none is named.
std::size_t type_length(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    std::size_t const end = colon == std::string_view::npos && text.ends_with(':') ? text.size() - 1 : colon;
    if (end == std::string_view::npos || end == 0 || end > longest_name) return 0;
    std::string_view const type = text.substr(0, end);
    bool const is_class = is_upper(type[0]) && std::all_of(type.begin(), type.end(),
                                                           [](char c) { return is_name(c) || c == '.'; });
    return is_class && (type.ends_with("Error") || type.ends_with("Exception")) ? end : 0;
}

// "sell.jl:3", "./boot.jl:261 [inlined]"
std::optional<stack_frame> parse_place(std::string_view text, std::string_view function) {
    constexpr std::string_view inlined = " [inlined]";
    if (text.ends_with(inlined)) text.remove_suffix(inlined.size());
    std::size_t const colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    int const line = number_of(text.substr(colon + 1));
    std::string_view const name = function.substr(0, function.find('('));
    return stack_frame{bounded(text.substr(0, colon), longest_name), line, bounded(name, longest_name)};
}

class julia_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override;

private:
    void say(std::string_view text);
    bool take_frame(std::string_view line);
    verdict words(std::string_view line);

    std::string type_;
    std::string message_;
    frame_list frames_;
    std::string function_;  // whose place the next line tells
    std::vector<chained_exception> causes_;
    std::string root_line_;
    bool is_sure_ = false;  // a frame, or the file that was loaded
    bool in_stack_ = false;
    int lines_ = 0;
};

void julia_reader::say(std::string_view text) {
    take_wrappers(text);
    std::size_t const end = type_length(text);
    type_ = end > 0 ? bounded(text.substr(0, end)) : std::string("error");
    message_ = bounded(trimmed(text.substr(end > 0 ? std::min(end + 2, text.size()) : 0)));
}

// Frames of what it was caused by are not those of the failure.
bool julia_reader::take_frame(std::string_view line) {
    std::string_view text = trimmed(line);
    auto const keep = [&](std::string_view place, std::string_view function) {
        auto frame = parse_place(place, function);
        if (frame && causes_.empty() && frame->line > 0)
            frames_.add(frame->file, frame->line, frame->function);
        return frame.has_value();
    };
    if (take(text, "@ ")) {
        // behind the name of the module, where it is told
        std::size_t const blank = text.find(' ');
        std::string_view const place = blank < text.find(':') ? text.substr(blank + 1) : text;
        return !function_.empty() && keep(trimmed(place), function_);
    }
    std::size_t const at = text.rfind(" at ");
    if (take(text, "[")) {
        std::size_t const number = digits_in(text);
        if (number == 0 || !text.substr(number).starts_with("] ")) return false;
        std::string_view const call = text.substr(number + 2);
        function_ = bounded(call, longest_name);
        if (std::size_t const place = call.rfind(" at "); place != std::string_view::npos)
            static_cast<void>(keep(call.substr(place + 4), call));
        return true;
    }
    bool const is_old = line.starts_with(" in ") && at != std::string_view::npos && at > 3;
    return is_old && keep(text.substr(at + 4), text.substr(3, at - 3));
}

verdict julia_reader::words(std::string_view line) {
    if (line == stack) {
        in_stack_ = is_sure_ = true;
        return verdict::continues;
    }
    if (line.starts_with(" in ") && take_frame(line)) {
        in_stack_ = is_sure_ = true;
        return verdict::continues;
    }
    if (message_.empty()) message_ = bounded(trimmed(line));
    return verdict::continues;
}

verdict julia_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (type_.empty()) {
        std::string_view text = line;
        if (!take(text, lead)) return verdict::no_trace;
        say(text);
        return verdict::continues;
    }
    // also of an error in what was read, which has no stack
    if (line.starts_with("in expression starting at ") || line.starts_with(loaded) ||
        line.starts_with("during initialization of module ")) {
        is_sure_ = true;
        in_stack_ = true;
        return verdict::continues;
    }
    if (!in_stack_) return words(line);
    if (is_blank(line)) return verdict::continues;
    if (std::string_view text = line; take(text, "caused by: ")) {
        take_wrappers(text);
        root_line_ = bounded(text);
        std::size_t const end = type_length(text);
        add_link(causes_, end > 0 ? text.substr(0, end) : std::string_view("error"),
                 text.substr(end > 0 ? std::min(end + 2, text.size()) : 0));
        return verdict::continues;
    }
    if (line == stack || line.starts_with(" ... ") || line.starts_with("   ⋮") || line.starts_with("  ⋮"))
        return verdict::continues;
    return take_frame(line) ? verdict::continues : verdict::ended_before;
}

bool julia_reader::conclude(found_trace& trace) {
    if (!is_sure_) return false;
    trace.role = trace_role::raised;
    trace.cause_line = type_ == "error" ? message_ : type_ + ": " + message_;
    trace.root_line = std::move(root_line_);
    std::reverse(causes_.begin(), causes_.end());
    trace.exception.chain = std::move(causes_);
    put_exception(trace.exception, "julia", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

}  // namespace

std::optional<start_point> find_julia_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text != stack && !text.starts_with(loaded)) continue;
        for (std::size_t n = 1; n <= most_words; ++n) {
            auto const above = context.back(n, column);
            if (!above || *above == stack) break;
            if (above->starts_with(lead)) return start_point{column, n};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_julia_grammar() {
    return std::make_unique<julia_reader>();
}

}  // namespace task_agent::trace
