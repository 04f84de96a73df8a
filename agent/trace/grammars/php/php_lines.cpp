#include "task_agent/trace/grammars/php/php_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace::php {

using namespace reading;

std::optional<place> parse_place(std::string_view text, std::string_view separator) noexcept {
    std::size_t const number = text.rfind(separator);
    if (number == std::string_view::npos) return std::nullopt;
    std::string_view digits = text.substr(number + separator.size());
    int const line = take_number(digits);
    if (line < 0 || !digits.empty()) return std::nullopt;
    std::size_t const in = text.rfind(" in ", number);
    if (in == std::string_view::npos) return std::nullopt;
    return place{text.substr(in + 4, number - in - 4), line, text.substr(0, in)};
}

std::optional<place> find_place(std::string_view text) noexcept {
    auto const where = parse_place(text, ":");
    return where ? where : parse_place(text, " on line ");
}

std::optional<fatal_line> parse_fatal(std::string_view line) noexcept {
    take(line, "PHP ");
    take(line, "<b>");
    for (std::string_view const kind :
         {"Fatal error", "Parse error", "Recoverable fatal error", "Catchable fatal error"}) {
        std::string_view text = line;
        if (!take(text, kind)) continue;
        take(text, "</b>");
        if (!take(text, ": ")) continue;
        return fatal_line{kind, text.substr(text.starts_with(' ') ? 1 : 0)};
    }
    return std::nullopt;
}

bool is_class_name(std::string_view text) noexcept {
    if (text.empty() || text.size() > longest_name || is_digit(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_name(c) || c == '\\' || c == '@'; });
}

std::optional<named> split_type(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    std::string_view type = text.substr(0, std::min(colon, text.size()));
    // a class without a name: behind a zero byte follows where it is
    type = type.substr(0, type.find('\0'));
    if (!is_class_name(type)) return std::nullopt;
    return named{type, colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 2)};
}

std::optional<named> split_quoted(std::string_view text) noexcept {
    if (!take(text, "exception '") && !take(text, "Exception '")) return std::nullopt;
    std::size_t const end = text.find('\'');
    if (end == std::string_view::npos || !is_class_name(text.substr(0, end))) return std::nullopt;
    named found{text.substr(0, end), text.substr(end + 1), true};
    take(found.message, " with message '");
    return found;
}

std::optional<named> parse_uncaught(std::string_view text) noexcept {
    if (auto const what = split_quoted(text)) return what;
    if (auto const what = split_type(text)) return what;
    std::size_t const in = text.find(" in ");
    if (in == std::string_view::npos || !is_class_name(text.substr(0, in))) return std::nullopt;
    return named{text.substr(0, in), text.substr(in)};
}

std::optional<named> find_type(std::string_view line) noexcept {
    for (std::size_t from = 0; from < line.size() && from < longest_name;) {
        auto const found = split_type(line.substr(from));
        if (found && (found->type.ends_with("Exception") || found->type.ends_with("Error"))) return found;
        std::size_t const space = line.find(' ', from);
        if (space == std::string_view::npos) return std::nullopt;
        from = space + 1;
    }
    return std::nullopt;
}

// What stood before the trace's first line may have taken a blank.
std::optional<std::string_view> thrown_in(std::string_view line) noexcept {
    constexpr std::string_view words = "thrown in ";
    std::string_view text = trimmed(line);
    bool const is_end = line.starts_with(' ') && take(text, words);
    return is_end ? std::optional(text) : std::nullopt;
}

int frame_number(std::string_view line) noexcept {
    if (!take(line, "#")) return -1;
    int const number = take_number(line);
    bool const is_frame = line == " {main}" || line.starts_with(" [internal function]: ") ||
                          line.find("): ") != std::string_view::npos;
    return is_frame ? number : -1;
}

std::optional<frame_line> parse_frame(std::string_view line) noexcept {
    line.remove_prefix(std::min(line.find(' ') + 1, line.size()));
    std::size_t const colon = line.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view const where = line.substr(0, colon);
    frame_line found{{}, 0, line.substr(colon + 2)};
    std::size_t const open = where.rfind('(');
    if (open == std::string_view::npos || !where.ends_with(')')) return found;
    std::string_view number = where.substr(open + 1);
    found.file = where.substr(0, open);
    found.line = std::max(0, take_number(number));
    return found;
}

std::optional<logged_exception> parse_logged(std::string_view line) noexcept {
    constexpr std::string_view mark = "[object] (";
    constexpr std::string_view code = "(code: ";
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view rest = line.substr(at + mark.size());
    std::size_t const open = rest.find(code);
    std::size_t const said = rest.find("): ", open);
    if (open == std::string_view::npos || said == std::string_view::npos) return std::nullopt;
    logged_exception found{line.substr(0, at), {rest.substr(0, open), rest.substr(said + 3)}, {}};
    std::size_t const end = found.what.message.find(".php:");
    std::string_view const head = found.what.message.substr(0, end);
    std::size_t const in = head.rfind(" at ");
    if (end == std::string_view::npos || in == std::string_view::npos) return std::nullopt;
    std::string_view number = found.what.message.substr(end + 5);
    found.where = place{found.what.message.substr(in + 4, end - in), take_number(number), {}};
    // a digit too many is no line
    if (found.where.line < 1 || !number.starts_with(')')) return std::nullopt;
    found.what.message = head.substr(0, in);
    return found;
}

bool is_quiet_record(std::string_view before) noexcept {
    constexpr std::array<std::string_view, 4> quiet = {".DEBUG: ", ".INFO: ", ".NOTICE: ", ".WARNING: "};
    return std::any_of(quiet.begin(), quiet.end(),
                       [&](std::string_view level) { return before.find(level) != std::string_view::npos; });
}

std::string_view said_behind_lead(std::string_view line) noexcept {
    for (std::string_view const lead : {"Uncaught exception: ", "Exception: ", "Error: ", "ERROR: "})
        if (take(line, lead)) break;
    return line;
}

std::string without_escapes(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        plain += text[i];
    }
    return plain;
}

bool speaks_of_failure(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 6> words = {"xception", "rror", "atal", "ailed", "RROR", "ATAL"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return line.substr(0, longest_name).find(word) != std::string_view::npos;
    });
}

}  // namespace task_agent::trace::php
