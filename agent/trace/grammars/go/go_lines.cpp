#include "task_agent/trace/grammars/go/go_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace::go {
namespace {

constexpr std::size_t longest_name = 512;

constexpr std::array signals = {
    signal_line{"SIGQUIT", "quit"},
    signal_line{"SIGABRT", "abort"},
    signal_line{"SIGSEGV", "segmentation violation"},
    signal_line{"SIGBUS", "bus error"},
    signal_line{"SIGFPE", "floating-point exception"},
    signal_line{"SIGILL", "illegal instruction"},
    signal_line{"SIGTRAP", "trace trap"},
    signal_line{"SIGSYS", "bad system call"},
};

}  // namespace

std::optional<std::string_view> parse_served(std::string_view line) noexcept {
    for (std::string_view const start : {"http: panic serving ", "http2: panic serving "}) {
        if (!line.starts_with(start)) continue;
        std::size_t const colon = line.find(": ", start.size());
        if (colon != std::string_view::npos) return line.substr(colon + 2);
    }
    return std::nullopt;
}

std::optional<signal_line> parse_signal(std::string_view line) noexcept {
    for (signal_line const& known : signals) {
        if (line.size() == known.name.size() + 2 + known.text.size() && line.starts_with(known.name) &&
            line.ends_with(known.text) && line.substr(known.name.size(), 2) == ": ") {
            return known;
        }
    }
    return std::nullopt;
}

bool is_goroutine(std::string_view line) noexcept {
    constexpr std::string_view start = "goroutine ";
    return line.starts_with(start) && line.size() > start.size() && is_digit(line[start.size()]) &&
           line.ends_with("]:") && line.find(" [") != std::string_view::npos;
}

std::optional<std::string_view> parse_call(std::string_view line) noexcept {
    if (line.empty() || line.back() != ')' || line.front() == ' ' || line.front() == '\t')
        return std::nullopt;
    std::size_t const open = line.rfind('(');
    if (open == 0 || open == std::string_view::npos) return std::nullopt;
    std::string_view const name = line.substr(0, open);
    if (name == "panic") return name;
    // Names of functions have a package and no blanks, but for those inside a generic's brackets.
    std::size_t const blank = std::min(name.find(' '), name.find('['));
    bool const is_name = blank == std::string_view::npos || name[blank] == '[';
    if (!is_name || name.find('.') == std::string_view::npos || name.size() > longest_name)
        return std::nullopt;
    return name;
}

std::optional<stack_frame> parse_place(std::string_view line) {
    if (!line.starts_with('\t')) return std::nullopt;
    line.remove_prefix(1);
    std::string_view place = line.substr(0, line.find(" +0x"));
    place = place.substr(0, place.find(" fp=0x"));
    std::size_t const colon = place.rfind(':');
    if (colon == 0 || colon == std::string_view::npos) return std::nullopt;
    stack_frame frame;
    frame.line = number_of(place.substr(colon + 1));
    if (frame.line == 0) return std::nullopt;
    frame.file = place.substr(0, std::min(colon, longest_name));
    return frame;
}

bool is_between_frames(std::string_view line) noexcept {
    return line.starts_with("created by ") || (line.starts_with("...") && line.ends_with("elided...")) ||
           line.starts_with("\tgoroutine running on other thread") || line == "runtime stack:" ||
           line.starts_with("[originating from goroutine ") || line == "-----" || is_goroutine(line);
}

bool is_register(std::string_view line) noexcept {
    std::size_t const stop = line.find(' ');
    if (stop < 2 || stop > 7) return false;  // npos, too
    std::string_view const rest = trimmed(line.substr(stop));
    return rest.starts_with("0x") && rest.size() <= 18 &&
           rest.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos;
}

bool is_header_detail(std::string_view line) noexcept {
    return line.starts_with("[signal SIG") || line.starts_with("PC=0x") || line.starts_with("runtime: ") ||
           line.starts_with("signal arrived during ") || line.starts_with("instruction bytes: ");
}

std::string_view without_recovered(std::string_view message) noexcept {
    std::size_t const mark = message.rfind(" [recovered");
    return mark != std::string_view::npos && message.back() == ']' ? message.substr(0, mark) : message;
}

bool is_machinery(stack_frame const& frame) noexcept {
    std::string_view const name = frame.function;
    return name == "panic" || name.starts_with("runtime.") || name.starts_with("runtime/internal/") ||
           name.starts_with("internal/runtime/") || name.starts_with("testing.tRunner.func");
}

std::optional<told> parse_told(std::string_view line) noexcept {
    std::size_t const at = line.find(".go:");
    if (at == std::string_view::npos || line.substr(0, at).find(' ') != std::string_view::npos)
        return std::nullopt;
    told found{line.substr(0, at + 3), 0, {}};
    std::string_view rest = line.substr(at + 4);
    std::size_t const digits = digits_in(rest);
    found.line = number_of(rest.substr(0, digits));
    if (found.line == 0) return std::nullopt;
    rest.remove_prefix(digits);
    if (rest.size() > 1 && rest.front() == ':' && is_digit(rest[1]))
        rest = rest.substr(1 + digits_in(rest.substr(1)));
    // a test may begin its text on the next line
    if (rest != ":" && !reading::take(rest, ": ")) return std::nullopt;
    found.message = rest == ":" ? std::string_view() : trimmed(rest);
    return found;
}

bool is_objection(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 26> starts = {
        "undefined: ",   "syntax error: ", "cannot use ",        "cannot assign ",    "cannot convert ",
        "cannot call ",  "cannot find ",   "cannot infer ",      "cannot range ",     "cannot take ",
        "cannot refer ", "missing ",       "not enough ",        "too many ",         "assignment mismatch",
        "invalid ",      "unknown field ", "unexpected ",        "undeclared name: ", "duplicate ",
        "non-name ",     "import cycle ",  "no required module", "impossible ",       "first argument to ",
        "use of "};
    constexpr std::array<std::string_view, 14> parts = {"declared and not used",
                                                        "declared but not used",
                                                        "imported and not used",
                                                        " redeclared",
                                                        " undefined (type ",
                                                        " does not implement ",
                                                        " is not a type",
                                                        " is not in ",
                                                        "overflows ",
                                                        " (untyped ",
                                                        " is not used",
                                                        "mismatched types",
                                                        " format %",
                                                        "unreachable code"};
    auto const begins = [&](auto start) { return message.starts_with(start); };
    auto const holds = [&](auto part) { return message.find(part) != std::string_view::npos; };
    return std::any_of(starts.begin(), starts.end(), begins) ||
           std::any_of(parts.begin(), parts.end(), holds);
}

}  // namespace task_agent::trace::go
