#include "task_agent/trace/grammars/erlang/erlang_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>
#include <span>

namespace task_agent::trace::erlang {

using namespace reading;

namespace {

// "init terminating in do_boot (", "Runtime terminating during boot (", "Kernel pid terminated (": the second
// of two lines, of which the first is the same as a term; newer versions print it alone.
constexpr std::array<std::string_view, 4> slogans = {
    "init terminating in ", "Runtime terminating during boot (", "Kernel pid terminated (",
    "could not start kernel pid ("};
constexpr std::array<std::string_view, 4> boot_terms = {
    "{\"init terminating in ", "{\"Kernel pid terminated\",", "{\"Runtime terminating during boot",
    "{\"could not start kernel pid\","};

}  // namespace

bool is_boot_term(std::string_view line) noexcept {
    return starts_with_any(line, boot_terms);
}

bool is_slogan(std::string_view line) noexcept {
    return starts_with_any(line, slogans) && line.ends_with(')') && line.find(" (") != std::string_view::npos;
}

std::string_view term_of_boot(std::string_view line) noexcept {
    std::size_t const comma = line.find("\",");
    std::string_view rest = comma == std::string_view::npos ? std::string_view() : line.substr(comma + 2);
    take(rest, "application_controller,");
    return rest.ends_with('}') ? rest.substr(0, rest.size() - 1) : rest;
}

std::string_view term_of_slogan(std::string_view line) noexcept {
    std::size_t const open = line.find(" (");
    std::string_view term = line.substr(open + 2, line.size() - open - 3);
    take(term, "application_controller) (");
    return term;
}

bool tells_in_words(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 3> starts = {
        "=ERROR REPORT====", "=CRITICAL REPORT====", "=EMERGENCY REPORT===="};
    return starts_with_any(line, starts);
}

bool is_fact(std::string_view line) noexcept {
    constexpr std::string_view margin = "    ";
    if (!take(line, margin)) return false;
    std::size_t const colon = line.find(": ");
    return colon != std::string_view::npos && colon > 0 && line.substr(0, colon).find(' ') > colon &&
           !line.starts_with("supervisor: ");
}

bool is_report(std::string_view line) noexcept {
    return tells_in_words(line) || line.starts_with("=CRASH REPORT====") ||
           line.starts_with("=SUPERVISOR REPORT====");
}

// "** Generic server shop terminating", "** State machine shop terminating", "** gen_event handler x
// crashed."
bool is_server_end(std::string_view line) noexcept {
    if (!line.starts_with("** ")) return false;
    line = trimmed(line);
    return ((line.starts_with("** Generic server ") || line.starts_with("** State machine ")) &&
            line.ends_with(" terminating")) ||
           (line.starts_with("** gen_event handler ") && line.ends_with(" crashed."));
}

std::optional<exception_line> parse_exception(std::string_view text) noexcept {
    if (!take(text, "exception ")) return std::nullopt;
    for (std::string_view const kind : {"error", "exit", "throw"}) {
        std::string_view rest = text;
        if (take(rest, kind) && take(rest, ":")) return exception_line{kind, trimmed(rest)};
    }
    return std::nullopt;
}

std::optional<exception_line> parse_shown(std::string_view line) noexcept {
    if (!take(line, "** ") && !take(line, "escript: ")) return std::nullopt;
    return parse_exception(line);
}

namespace {

bool is_heart(std::string_view line) noexcept {
    return line.starts_with("heart: ") &&
           (line.ends_with(": heart-beat time-out.") || line.ends_with(": Erlang has closed."));
}

bool is_memory(std::string_view line) noexcept {
    return line.starts_with("eheap_alloc: Cannot ") &&
           line.find(" bytes of memory") != std::string_view::npos;
}

bool is_lost_script(std::string_view line) noexcept {
    return line.starts_with("escript: Failed to open file: ") || line.starts_with("escript: Internal error");
}

}  // namespace

std::size_t logger_head(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 2> levels = {" error:", " critical:"};
    auto const level =
        std::find_if(levels.begin(), levels.end(), [&](std::string_view end) { return line.ends_with(end); });
    if (level == levels.end()) return std::string_view::npos;
    line.remove_suffix(level->size());
    std::size_t const begin = line.rfind(' ') + 1;  // npos + 1 = 0
    std::string_view const stamp = line.substr(begin);
    return digits_in(stamp) == 4 && stamp.substr(4).starts_with('-') ? begin : std::string_view::npos;
}

std::optional<std::string_view> exit_value_in(std::string_view text) noexcept {
    std::size_t const at = text.find(exit_value);
    if (at == std::string_view::npos || !text.starts_with(in_process)) return std::nullopt;
    text.remove_prefix(at + exit_value.size());
    take(text, ",");
    return trimmed(text);
}

std::optional<std::string_view> reason_for_termination(std::string_view text) noexcept {
    if (!take(text, "** Reason for termination")) return std::nullopt;
    text = trimmed(text);
    if (take(text, "==") || !take(text, "= ")) return std::string_view();
    for (std::string_view const kind : {"error:", "exit:", "throw:"})
        if (take(text, kind)) break;
    return text;
}

std::optional<end_line> parse_end(std::string_view line) noexcept {
    if (is_lost_script(line)) return end_line{trace_role::notice, line.substr(line.find(' ') + 1)};
    if (is_memory(line)) return end_line{trace_role::resource, line};
    if (is_heart(line)) return end_line{trace_role::killed, line.substr(line.rfind(": ") + 2)};
    return std::nullopt;
}

bool is_start(std::string_view text) noexcept {
    switch (text.empty() ? '\0' : text.front()) {
        case '*':
            return parse_shown(text) || is_server_end(text);
        case '=':
            return is_report(text);
        case 'E':
            return text.starts_with(in_process) && text.find(exit_value) != std::string_view::npos;
        case 'e':
            return parse_shown(text) || parse_exception(text) || is_memory(text) || is_lost_script(text);
        case 'h':
            return is_heart(text);
        case 'c':
        case 'i':
        case 'K':
        case 'R':
            return is_slogan(text);
        default:
            return false;
    }
}

std::optional<stack_frame> parse_frame(std::string_view text) {
    bool const is_frame =
        take(text, "in function ") || take(text, "in call from ") || take(text, "in operator ");
    if (!is_frame) return std::nullopt;
    text = trimmed(text);
    std::size_t const open = text.rfind(" (");
    stack_frame frame;
    frame.function = bounded(trimmed(text.substr(0, open)), longest_name);
    if (open != std::string_view::npos && text.ends_with(')')) {
        std::string_view const where = text.substr(open + 2);
        std::size_t const line = where.rfind(", line ");
        if (line != std::string_view::npos) {
            std::string_view digits = where.substr(line + 7);
            frame.line = std::max(0, take_number(digits));
        }
        frame.file = bounded(where.substr(0, std::min(line, where.size() - 1)), longest_name);
    }
    return frame;
}

std::optional<stack_frame> clause_frame(std::string_view message) {
    std::size_t const place = message.rfind(" (");
    constexpr std::string_view clause = "no function clause matching ";
    if (!message.starts_with(clause) || place == std::string_view::npos || !message.ends_with(')'))
        return std::nullopt;
    std::string_view const call = message.substr(clause.size(), place - clause.size());
    std::string_view file = message.substr(place + 2);
    file = file.substr(0, file.find(", line "));
    std::string_view digits = message.substr(place + 2 + file.size());
    if (!take(digits, ", line ")) return std::nullopt;
    return stack_frame{bounded(file, longest_name), std::max(0, take_number(digits)),
                       bounded(call.substr(0, call.find('(')), longest_name)};
}

std::optional<config_error> parse_config_error(std::string_view text) {
    bool const is_term = take(text, "\"");
    if (is_term && text.ends_with('"')) text.remove_suffix(1);
    config_error found;
    found.text = bounded(text);
    std::erase(found.text, '\\');
    std::string_view rest = found.text;
    if (!take(rest, "error in config file \"")) return std::nullopt;
    std::size_t const quote = rest.find('"');
    if (quote == std::string_view::npos) return std::nullopt;
    found.place.file = bounded(rest.substr(0, quote), longest_name);
    rest.remove_prefix(quote + 1);
    if (!take(rest, " (")) return std::nullopt;
    // "none" for the whole of it
    found.place.line = std::max(0, take_number(rest));
    std::size_t const close = rest.find("): ");
    if (close == std::string_view::npos) return std::nullopt;
    rest.remove_prefix(close + 3);
    found.type = take(rest, "syntax error ") ? "syntax error" : "error";
    found.message = bounded(rest);
    return found;
}

}  // namespace task_agent::trace::erlang
