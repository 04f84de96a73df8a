#include "task_agent/trace/grammars/julia.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"

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

class julia_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override;

private:
    void say(std::string_view text);
    bool take_frame(std::string_view line);
    verdict words(std::string_view line);

    native_report report_;
    std::string function_;  // whose place the next line tells
    std::string root_line_;
    bool is_sure_ = false;  // a frame, or the file that was loaded
    int lines_ = 0;
};

// "KeyError: key 3 not found": named as exceptions of Python are.
void julia_reader::say(std::string_view text) {
    take_wrappers(text);
    auto const raised = python::parse_raised(text);
    bool const is_typed = raised && (raised->type.ends_with("Error") || raised->type.ends_with("Exception"));
    report_.type = is_typed ? bounded(raised->type) : std::string("error");
    report_.message = bounded(trimmed(is_typed ? raised->message : text));
    report_.cause_line = bounded(text);
    report_.role = trace_role::raised;
}

// "[1] sell(n::Int64) at ./sell.jl:3", " in sell at /shop/sell.jl:3", "@ Main ~/shop/sell.jl:3 [inlined]"
// below the first without a place. Frames of what it was caused by are not those of the failure.
bool julia_reader::take_frame(std::string_view line) {
    constexpr std::string_view inlined = " [inlined]";
    std::string_view text = trimmed(line);
    bool const is_place = take(text, "@ ");
    if (!is_place) {
        bool const is_numbered = take(text, "[");
        text.remove_prefix(digits_in(text));
        if (!take(text, is_numbered ? "] " : "in ")) return false;
        function_ = bounded(text.substr(0, text.find_first_of("( ")), longest_name);
        std::size_t const at = text.rfind(" at ");
        if (at == std::string_view::npos) return is_numbered;
        text.remove_prefix(at + 4);
    }
    if (text.ends_with(inlined)) text.remove_suffix(inlined.size());
    std::size_t const colon = std::min(text.rfind(':'), text.size());
    int const number = number_of(text.substr(std::min(colon + 1, text.size())));
    std::size_t const module = is_place ? text.substr(0, colon).find(' ') + 1 : 0;  // npos + 1 = 0
    if (number > 0 && root_line_.empty())
        report_.add({bounded(text.substr(module, colon - module), longest_name), number, function_});
    return true;
}

verdict julia_reader::words(std::string_view line) {
    is_sure_ = line == stack || (line.starts_with(" in ") && take_frame(line));
    if (!is_sure_ && report_.message.empty()) report_.message = bounded(trimmed(line));
    return verdict::continues;
}

verdict julia_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (report_.type.empty()) {
        std::string_view text = line;
        if (!take(text, lead)) return verdict::no_trace;
        say(text);
        return verdict::continues;
    }
    // also of an error in what was read, which has no stack
    if (line.starts_with("in expression starting at ") || line.starts_with(loaded)) {
        is_sure_ = true;
        return verdict::continues;
    }
    if (!is_sure_) return words(line);
    if (is_blank(line)) return verdict::continues;
    if (std::string_view text = line; take(text, "caused by: ")) {
        root_line_ = bounded(text);
        return verdict::continues;
    }
    if (line == stack || line.starts_with(" ... ") || trimmed(line).starts_with("\xE2\x8B\xAE"))
        return verdict::continues;
    return take_frame(line) ? verdict::continues : verdict::ended_before;
}

bool julia_reader::conclude(found_trace& trace) {
    if (!is_sure_) return false;
    // the last one is what it began with
    if (!root_line_.empty()) {
        auto const raised = python::parse_raised(root_line_);
        if (raised) add_link(trace.exception.chain, raised->type, raised->message);
    }
    trace.root_line = std::move(root_line_);
    return report_.write_to(trace, "julia");
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
