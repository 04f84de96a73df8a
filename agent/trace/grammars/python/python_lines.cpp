#include "task_agent/trace/grammars/python/python_lines.hpp"

#include "task_agent/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace task_agent::trace::python {
namespace {

constexpr std::size_t longest_type = 256;
constexpr std::size_t longest_name = 512;

constexpr std::string_view frame_start = "  File \"";
constexpr std::string_view before_number = "\", line ";
constexpr std::string_view before_function = ", in ";

constexpr bool is_name(char c) noexcept {
    // bytes past ASCII: identifiers may be in any script
    return is_digit(c) || is_upper(c) || is_lower(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::string_view, 8> levels = {"DEBUG", "INFO",  "WARNING",  "WARN",
                                                    "ERROR", "FATAL", "CRITICAL", "TRACE"};

bool is_level(std::string_view word) noexcept {
    return std::find(levels.begin(), levels.end(), word) != levels.end();
}

std::size_t word_length(std::string_view text) noexcept {
    std::size_t n = 0;
    while (n < text.size() && is_name(text[n]))
        ++n;
    return n;
}

}  // namespace

bool is_frame(std::string_view line) noexcept {
    return line.starts_with(frame_start);
}

std::optional<stack_frame> parse_frame(std::string_view line) {
    if (!is_frame(line)) return std::nullopt;
    line.remove_prefix(frame_start.size());
    std::size_t const quote = line.find(before_number);
    if (quote == std::string_view::npos) return std::nullopt;
    stack_frame frame;
    frame.file = line.substr(0, std::min(quote, longest_name));
    line.remove_prefix(quote + before_number.size());
    auto const [end, ec] = std::from_chars(line.data(), line.data() + line.size(), frame.line);
    if (ec != std::errc()) return std::nullopt;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()));
    if (line.empty()) return frame;
    if (!line.starts_with(before_function)) return std::nullopt;
    frame.function = line.substr(before_function.size(), longest_name);
    return frame;
}

std::optional<raised_line> parse_raised(std::string_view line) noexcept {
    std::size_t n = 0;
    while (n < line.size() && n <= longest_type &&
           (is_name(line[n]) || line[n] == '.' || line[n] == '<' || line[n] == '>'))
        ++n;
    // Ray's "RayTaskError(ValueError): "
    if (n < line.size() && line[n] == '(' && line.substr(0, n).ends_with("Error")) {
        std::size_t const close = n + 1 + word_length(line.substr(n + 1));
        if (line.substr(close).starts_with("): ")) n = close + 1;
    }
    std::string_view const type = line.substr(0, n);
    if (type.empty() || type.size() > longest_type || is_digit(type.front()) || type.front() == '.' ||
        type.back() == '.' || is_level(type)) {
        return std::nullopt;
    }
    if (n == line.size()) return raised_line{type, {}, false};
    if (line[n] != ':') return std::nullopt;
    if (n + 1 == line.size()) return raised_line{type, {}, true};
    if (line[n + 1] != ' ') return std::nullopt;
    return raised_line{type, line.substr(n + 2), true};
}

bool is_usual_type(std::string_view type) noexcept {
    return !is_lower(type.front()) || type.find('.') != std::string_view::npos || type == "error" ||
           type == "timeout";
}

namespace {

constexpr std::string_view cause_link =
    "The above exception was the direct cause of the following exception:";
constexpr std::string_view other_link = "During handling of the above exception, another exception occurred:";

}  // namespace

bool is_cause_link(std::string_view line) noexcept {
    return line == cause_link;
}

bool is_link(std::string_view line) noexcept {
    return is_cause_link(line) || line == other_link;
}

bool begins_link(std::string_view text) noexcept {
    constexpr std::size_t least = 20;
    if (text.size() < least) return false;
    for (std::string_view const link : {cause_link, other_link})
        if (link.starts_with(text) && link.substr(text.size()).starts_with(' ')) return true;
    return false;
}

std::optional<prelude_line> parse_prelude(std::string_view line) noexcept {
    struct form {
        std::string_view start;
        trace_role role;
        bool ends_with_colon;
    };
    static constexpr std::array forms = {
        form{"Exception in thread ", trace_role::detached, true},
        form{"Exception ignored in", trace_role::ignored, false},
        form{"Exception ignored on ", trace_role::ignored, false},
        form{"Exception ignored while ", trace_role::ignored, false},
        form{logging_error, trace_role::ignored, false},
        form{"Unhandled exception in thread started by ", trace_role::detached, false},
        form{"Exception in callback ", trace_role::detached, false},
        form{"Task exception was never retrieved", trace_role::detached, false},
        form{"Future exception was never retrieved", trace_role::detached, false},
        form{"ERROR:asyncio:Task exception was never retrieved", trace_role::detached, false},
        form{"ERROR:asyncio:Future exception was never retrieved", trace_role::detached, false},
        form{"ERROR:asyncio:Exception in callback ", trace_role::detached, false},
        form{"Error in atexit._run_exitfuncs:", trace_role::ignored, true},
        form{"Process ", trace_role::raised, true},
        // SQLAlchemy's, of connections that it throws away
        form{"Exception during reset or similar", trace_role::ignored, false},
        form{"Exception closing connection ", trace_role::ignored, false},
        form{"Exception terminating connection ", trace_role::ignored, false},
    };
    if (line.size() < 2) return std::nullopt;
    for (form const& f : forms) {
        // two bytes tell nearly every line apart without a call
        if (f.start[0] != line[0] || f.start[1] != line[1]) continue;
        if (line.starts_with(f.start) && (!f.ends_with_colon || line.ends_with(':')))
            return prelude_line{f.role};
    }
    return names_remote_traceback(line) ? std::optional(prelude_line{trace_role::raised}) : std::nullopt;
}

bool names_remote_traceback(std::string_view line) noexcept {
    if (line.ends_with(' ')) line.remove_suffix(1);
    return line.ends_with("RemoteTraceback:") && line.find('.') != std::string_view::npos &&
           line.find_first_of(" \"'") == std::string_view::npos;
}

bool is_prelude_detail(std::string_view line) noexcept {
    return line == "\"\"\"" || line.starts_with("future: <") || line.starts_with("task: <") ||
           line.starts_with("handle: <");
}

bool is_bare_location(std::string_view line) noexcept {
    if (!is_frame(line)) return false;
    std::size_t const number = line.rfind(before_number);
    if (number == std::string_view::npos) return false;
    std::string_view const digits = line.substr(number + before_number.size());
    return !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit);
}

bool is_syntax_error(std::string_view type) noexcept {
    return type == "SyntaxError" || type == "IndentationError" || type == "TabError";
}

bool looks_like_record(std::string_view line) noexcept {
    if (line.starts_with("{\"")) return true;
    if (line.starts_with('[')) {
        std::size_t const close = line.find(']');
        return close != std::string_view::npos && close < 48 && line.size() > 1 && (is_name(line[1]));
    }
    std::size_t const n = word_length(line);
    std::string_view const word = line.substr(0, n);
    if (is_level(word)) return true;
    // "2026-11-22", "2026/11/22", "12:00:01"
    if (n >= 2 && std::all_of(word.begin(), word.end(), is_digit) && n + 2 < line.size()) {
        return (line[n] == '-' || line[n] == '/' || line[n] == ':') && is_digit(line[n + 1]) &&
               is_digit(line[n + 2]);
    }
    // glog: "E0722 12:00:01.123456"
    return n == 5 && line.size() > 6 && line[5] == ' ' &&
           (line[0] == 'I' || line[0] == 'W' || line[0] == 'E' || line[0] == 'F') &&
           std::all_of(word.begin() + 1, word.end(), is_digit);
}

}  // namespace task_agent::trace::python
