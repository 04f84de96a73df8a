#include "task_agent/trace/grammars/native/native_frame.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace::native {
namespace {

using namespace reading;

constexpr std::size_t farthest_address = 24;  // bytes of "[0x7f34...]"

constexpr bool is_hex(char c) noexcept {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Length of "0x7f34", 0 = none.
std::size_t address_length(std::string_view text) noexcept {
    if (!text.starts_with("0x") && !text.starts_with("0X")) return 0;
    std::size_t n = 2;
    while (n < text.size() && is_hex(text[n]))
        ++n;
    return n > 2 ? n : 0;
}

bool is_offset(std::string_view text) noexcept {
    return address_length(text) == text.size() || (!text.empty() && digits_in(text) == text.size());
}

std::string_view without_offset(std::string_view name) noexcept {
    std::size_t const plus = name.rfind('+');
    if (plus == std::string_view::npos || !is_offset(trimmed(name.substr(plus + 1)))) return name;
    return trimmed(name.substr(0, plus));
}

// "#0 ", " 0# ", "[ 0] ", "(0) ", "frame #0: ", "* frame #0: ", "[bt] (0) ": bytes of it, 0 = none.
std::size_t index_length(std::string_view text) noexcept {
    std::size_t n = std::min(text.find_first_not_of(' '), text.size());
    if (text.substr(n).starts_with("* ")) n += 2;
    if (text.substr(n).starts_with("[bt] ")) n += 5;
    if (text.substr(n).starts_with("frame ")) n += 6;
    std::string_view const rest = text.substr(n);
    if (rest.empty()) return 0;
    char const open = rest.front();
    char const close = open == '[' ? ']' : open == '(' ? ')' : '\0';
    std::size_t at = open == '#' || close != '\0' ? 1 : 0;
    while (close != '\0' && at < rest.size() && rest[at] == ' ')
        ++at;
    std::size_t const digits = digits_in(rest.substr(at));
    if (digits == 0 || digits > 5) return 0;
    at += digits;
    if (close != '\0') {
        if (at >= rest.size() || rest[at] != close) return 0;
        ++at;
    } else if (open == '#') {
        if (at < rest.size() && rest[at] == ':') ++at;
    } else if (rest.substr(at).starts_with('#')) {
        ++at;
    } else {
        return 0;
    }
    return at < rest.size() && rest[at] == ' ' ? n + at + 1 : 0;
}

// "/app/x.cpp:12:3" or "x.cpp:12"
std::optional<stack_frame> source_place(std::string_view text) {
    int line = 0;
    for (int part = 0; part < 2; ++part) {
        std::size_t const colon = text.rfind(':');
        if (colon == std::string_view::npos || colon == 0) break;
        int const number = number_of(text.substr(colon + 1));
        if (number == 0) break;
        line = number;
        text = text.substr(0, colon);
    }
    if (line == 0 || text.empty()) return std::nullopt;
    return stack_frame{bounded(text, longest_name), line, {}};
}

// gdb's "work (x=1)": the name.
std::string_view without_arguments(std::string_view name) noexcept {
    if (!name.ends_with(')')) return name;
    std::size_t const open = name.find(" (");
    return open == std::string_view::npos || open == 0 ? name : name.substr(0, open);
}

// lldb's "prog`work(x=1)": behind the module.
std::string_view without_module(std::string_view name) noexcept {
    std::size_t const tick = name.find('`');
    return tick == std::string_view::npos ? name : name.substr(tick + 1);
}

stack_frame frame_of(std::string_view file, std::string_view function) {
    return {bounded(trimmed(file), longest_name), 0, bounded(trimmed(function), longest_name)};
}

// `Source "/app/x.cpp", line 12, in work [0x55]`, `Object "/app/prog", at 0x55, in work`
std::optional<stack_frame> backward(std::string_view text) {
    bool const is_source = text.starts_with("Source \"");
    if (!is_source && !text.starts_with("Object \"")) return std::nullopt;
    text.remove_prefix(8);
    std::size_t const quote = text.find('"');
    std::size_t const in = text.find(", in ", std::min(quote, text.size()));
    if (in == std::string_view::npos) return std::nullopt;
    std::string_view function = text.substr(in + 5);
    if (std::size_t const address = function.rfind(" [0x"); address != std::string_view::npos)
        function = function.substr(0, address);
    stack_frame frame = frame_of(text.substr(0, quote), function);
    constexpr std::string_view line = ", line ";
    std::string_view const rest = text.substr(quote + 1);
    if (is_source && rest.starts_with(line)) {
        std::string_view const digits = rest.substr(line.size());
        frame.line = number_of(digits.substr(0, digits_in(digits)));
    }
    return frame;
}

// What stands behind the index.
std::optional<stack_frame> parse_indexed(std::string_view text) {
    text = trimmed(text);
    if (auto frame = backward(text)) return frame;
    if (auto frame = parse_symbol(text)) return frame;
    std::size_t const address = address_length(text);
    if (address > 0) text = trimmed(text.substr(address));
    if (take(text, "in ")) {
        if (address == 0) return std::nullopt;
        if (text.find(' ') == std::string_view::npos && text.find('/') != std::string_view::npos)
            return frame_of(text, {});
    }
    if (text.empty()) return address > 0 ? std::optional(stack_frame{}) : std::nullopt;
    // "f + 0x57 (0x7f in /lib/libx.so)"
    if (std::size_t const at = text.rfind(" (0x"); at != std::string_view::npos && text.ends_with(')')) {
        std::string_view const inner = text.substr(at + 2, text.size() - at - 3);
        std::size_t const in = inner.find(" in ");
        std::string_view const module =
            in == std::string_view::npos ? std::string_view{} : inner.substr(in + 4);
        return frame_of(module, without_offset(text.substr(0, at)));
    }
    // "f at x.cpp:12", "f(int) (x=1) at x.cpp:12"
    if (std::size_t const at = text.rfind(" at "); at != std::string_view::npos) {
        if (auto frame = source_place(trimmed(text.substr(at + 4)))) {
            std::string_view const name = without_module(trimmed(text.substr(0, at)));
            frame->function = bounded(without_arguments(name), longest_name);
            return frame;
        }
    }
    if (text == "<signal handler called>") return frame_of({}, text);
    for (std::string_view const word : {" from ", " in "}) {
        std::size_t const at = text.rfind(word);
        if (at == std::string_view::npos) continue;
        std::string_view const module = text.substr(at + word.size());
        if (module.find(' ') != std::string_view::npos || module.find('/') == std::string_view::npos)
            continue;
        return frame_of(module, without_arguments(trimmed(text.substr(0, at))));
    }
    // "f(int) (/app/prog+0x12)"
    if (std::size_t const at = text.rfind(" ("); at != std::string_view::npos && text.ends_with(')')) {
        std::string_view const inner = text.substr(at + 2, text.size() - at - 3);
        std::string_view const module = without_offset(inner);
        if (module.size() < inner.size()) return frame_of(module, text.substr(0, at));
    }
    if (address == 0) return std::nullopt;
    std::size_t const blank = text.rfind(' ');
    if (blank != std::string_view::npos) {
        if (auto frame = source_place(text.substr(blank + 1))) {
            frame->function = bounded(trimmed(text.substr(0, blank)), longest_name);
            return frame;
        }
    }
    return frame_of({}, without_offset(without_module(text)));
}

// "@     0x7f34  f()", with the size of the frame before the name, or an address without "0x"
std::optional<stack_frame> parse_at(std::string_view text) {
    if (!take(text, "@ ")) return std::nullopt;
    text = trimmed(text);
    std::size_t n = address_length(text);
    if (n == 0) {
        while (n < text.size() && is_hex(text[n]))
            ++n;
        if (n < 8) return std::nullopt;
    }
    if (n < text.size() && text[n] != ' ') return std::nullopt;
    text = trimmed(text.substr(n));
    std::size_t const size = digits_in(text);
    if (size > 0 && text.substr(size).starts_with(' ')) text = trimmed(text.substr(size));
    if (take(text, "(unknown)  ")) text = trimmed(text);
    return frame_of({}, text);
}

}  // namespace

std::optional<stack_frame> parse_symbol(std::string_view line) {
    if (!line.ends_with(']')) return std::nullopt;
    std::size_t const bracket = line.rfind('[');
    if (bracket == std::string_view::npos || line.size() - bracket > farthest_address) return std::nullopt;
    std::string_view const address = line.substr(bracket + 1, line.size() - bracket - 2);
    if (address_length(address) != address.size() || address.empty()) return std::nullopt;
    std::string_view rest = trimmed(line.substr(0, bracket));
    if (rest.empty()) return stack_frame{};
    if (!rest.ends_with(')')) {
        if (rest.find_first_of(" \t\"'=") != std::string_view::npos ||
            rest.find('/') == std::string_view::npos)
            return std::nullopt;
        return frame_of(rest, {});
    }
    std::size_t const open = rest.find('(');
    if (open == 0 || rest.substr(0, open).find_first_of(" \t\"'=") != std::string_view::npos)
        return std::nullopt;
    std::string_view const inner = rest.substr(open + 1, rest.size() - open - 2);
    return frame_of(rest.substr(0, open),
                    inner.starts_with('+') ? std::string_view{} : without_offset(inner));
}

std::optional<stack_frame> parse_frame(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (text.starts_with("@ ")) return parse_at(text);
    std::size_t const index = index_length(line);
    if (index > 0) return parse_indexed(line.substr(index));
    // UCX: " 0 0x00003c050 work()  x.c:12", "0  /lib/libx.so(f+0x1) [0x7f]"
    std::size_t const digits = digits_in(text);
    if (digits > 0 && digits < 4 && text.substr(digits).starts_with(' ')) {
        std::string_view const rest = trimmed(text.substr(digits));
        if (address_length(rest) > 8) return parse_indexed(rest);
        return parse_symbol(rest);
    }
    return parse_symbol(text);
}

bool is_stack_header(std::string_view line) noexcept {
    line = trimmed(line);
    while (!line.empty() && (line.front() == '=' || line.front() == '*' || line.front() == ' '))
        line.remove_prefix(1);
    constexpr std::array<std::string_view, 18> words = {
        "stack:",      "Stack:",        "thrown at",
        "Thrown at",   "raised at",     "Callstack",
        "Backtrace",   "backtrace",     "BACKTRACE",
        "Stack trace", "stack trace",   "Stacktrace",
        "stacktrace",  "Stack dump",    "Call stack",
        "Call trace",  "C++ Traceback", "Check failure stack trace"};
    for (std::string_view const word : words) {
        if (!line.starts_with(word)) continue;
        std::string_view const rest = line.substr(word.size());
        if (rest.empty() || rest.front() == ':' || rest.starts_with(" (") || rest.front() == ' ')
            return rest.ends_with(':') || rest.ends_with('=') || rest.ends_with('*') || rest.empty();
    }
    return line.starts_with("Exception raised from ") || line == "Error termination. Backtrace:";
}

std::optional<stack_frame> parse_place_below(std::string_view line) {
    constexpr std::string_view at = "\tat ";
    std::size_t const colon = line.rfind(':');
    if (!line.starts_with(at) || colon == std::string_view::npos) return std::nullopt;
    std::string_view const number = line.substr(colon + 1);
    // line 0 where it is not known
    if (number.empty() || digits_in(number) != number.size()) return std::nullopt;
    return stack_frame{bounded(line.substr(at.size(), colon - at.size())), number_of(number), {}};
}

bool is_between_frames(std::string_view line) noexcept {
    // "      > 12:     work();" of backward-cpp, "                 /app/x.cpp:12" of folly
    if (line.size() < 8 || !line.starts_with("    ")) return false;
    std::string_view text = trimmed(line);
    if (text.starts_with('/')) return source_place(text).has_value();
    bool const is_marked = take(text, ">");
    text = trimmed(text);
    std::size_t const digits = digits_in(text);
    return digits > 0 && digits < 7 && text.substr(digits).starts_with(':') && (is_marked || digits < 6);
}

}  // namespace task_agent::trace::native
