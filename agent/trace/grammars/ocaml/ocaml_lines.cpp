#include "task_agent/trace/grammars/ocaml/ocaml_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_frame.hpp"

#include <array>

namespace task_agent::trace::ocaml {

using namespace reading;

namespace {

constexpr std::array<std::string_view, 8> own_names = {
    "Not_found",     "End_of_file", "Division_by_zero", "Stack_overflow",
    "Out_of_memory", "Exit",        "Stdlib.Exit",      "Stdlib.Not_found"};

bool is_own_name(std::string_view type) noexcept {
    return std::find(own_names.begin(), own_names.end(), type) != own_names.end();
}

// One text is shown without its brackets and quotes, other arguments as they are; quotes inside are shown as
// they are, too: between two arguments stands a comma.
std::string_view argument(std::string_view m) noexcept {
    if (m.size() < 4 || !m.starts_with("(\"") || !m.ends_with("\")")) return m;
    std::string_view const inner = m.substr(2, m.size() - 4);
    bool const has_more =
        inner.find("\", ") != std::string_view::npos || inner.find(", \"") != std::string_view::npos;
    return has_more ? m : inner;
}

}  // namespace

std::optional<named> parse_exception(std::string_view text) noexcept {
    if (text.empty() || !is_upper(text.front())) return std::nullopt;
    std::size_t n = 0;
    while (n < text.size() && (is_name(text[n]) || text[n] == '.' || text[n] == '\''))
        ++n;
    named found{text.substr(0, n), text.substr(n)};
    bool const is_alone = found.message.empty();
    if (!is_alone && !found.message.starts_with('(') && !found.message.starts_with(": ")) return std::nullopt;
    take(found.message, ": ");
    found.message = trimmed(argument(found.message));
    return found;
}

std::string_view without_quotes(std::string_view text) noexcept {
    bool const is_quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    return is_quoted ? text.substr(1, text.size() - 2) : text;
}

std::optional<place> parse_file(std::string_view text) noexcept {
    if (!take(text, "File \"")) return std::nullopt;
    std::size_t const quote = text.find('"');
    if (quote == std::string_view::npos) return std::nullopt;
    place found{text.substr(0, quote), 0, text.substr(quote + 1)};
    if (!take(found.rest, ", line")) return std::nullopt;
    take(found.rest, "s");
    take(found.rest, " ");
    found.line = take_number(found.rest);
    std::size_t const colon = found.rest.find(':');
    if (found.line < 0 || colon == std::string_view::npos) return std::nullopt;
    found.rest = trimmed(found.rest.substr(colon + 1));
    return found;
}

std::optional<named> parse_toplevel(std::string_view text) noexcept {
    if (!take(text, "Exception: ")) return std::nullopt;
    // as a printer that the program or a library has registered shows it
    if (text.ends_with(')')) {
        auto const what = parse_exception(text);
        return what && text[what->type.size()] == '(' ? what : std::nullopt;
    }
    if (!text.ends_with('.')) return std::nullopt;
    text.remove_suffix(1);
    std::size_t const space = text.find(' ');
    std::string_view const type = text.substr(0, space);
    if (!parse_exception(type)) return std::nullopt;
    if (space == std::string_view::npos) return named{type, {}};
    std::string_view const argument = trimmed(text.substr(space));
    bool const is_quoted = argument.size() > 1 && argument.front() == '"' && argument.back() == '"';
    bool const is_tuple = argument.starts_with('(') && argument.ends_with(')');
    bool const is_record = argument.starts_with('{') && argument.ends_with('}');
    if (!is_quoted && !is_tuple && !is_record) return std::nullopt;
    return named{type, without_quotes(argument)};
}

bool is_frame(std::string_view line) noexcept {
    return line.starts_with("Raised at ") || line.starts_with("Raised by ") ||
           line.starts_with("Called from ") || line.starts_with("Re-raised at ") ||
           line.starts_with("Re-raised by ");
}

bool is_killed_thread(std::string_view line) noexcept {
    return take(line, "Thread ") && take_number(line) >= 0 &&
           line.starts_with(" killed on uncaught exception ");
}

bool is_lost_script(std::string_view line) noexcept {
    return line.starts_with("Cannot find file ") && line.ends_with(".ml.");
}

std::optional<named> find_exception(std::string_view line) noexcept {
    for (std::size_t from = 0; from < line.size() && from < longest_name;) {
        auto const found = parse_exception(line.substr(from));
        bool const is_plain =
            found && !found->type.ends_with('.') && line.substr(from + found->type.size(), 1) != ":";
        bool const is_whole = is_plain && (found->message.empty() || line.ends_with(')'));
        if (is_whole && (from == 0 || line[from - 1] == ' ')) return found;
        std::size_t const space = line.find(' ', from);
        if (space == std::string_view::npos) return std::nullopt;
        from = space + 1;
    }
    return std::nullopt;
}

bool is_surely_exception(named const& what) noexcept {
    if (what.message.empty()) return is_own_name(what.type);
    return !what.type.ends_with("Error") && !what.type.ends_with("Exception");
}

bool is_told_failure(std::string_view line) noexcept {
    bool const may_be = line.ends_with("\")") || line.ends_with("ound") || line.ends_with("_file") ||
                        line.ends_with("_zero") || line.ends_with("Exit");
    if (!may_be || line.size() > longest_name) return false;
    auto const what = find_exception(line);
    if (!what || !is_surely_exception(*what) || says_to_go_on(line)) return false;
    std::string_view const head = line.substr(0, static_cast<std::size_t>(what->type.data() - line.data()));
    bool const is_quoted = head.find_first_of("\"'`{(") != std::string_view::npos;
    auto const holds = [&](std::string_view word) { return head.find(word) != std::string_view::npos; };
    bool const speaks_of_failure = holds("rror") || holds("RROR") || holds("ailed") || holds("AILED") ||
                                   holds("atal") || holds("ATAL") || holds("xception");
    return !is_quoted && ((head.ends_with(": ") && speaks_of_failure) || head.ends_with("ncaught "));
}

bool is_bare_failure(std::string_view line) noexcept {
    bool const is_known = line.starts_with("Failure(\"") || line.starts_with("Invalid_argument(\"") ||
                          line.starts_with("Sys_error(\"") || line.starts_with("Unix.Unix_error(Unix.");
    return is_known && line.ends_with("\")") && parse_exception(line);
}

bool is_fatal_warning(std::string_view line) noexcept {
    return line.starts_with("Error (warning ") && line.find("): ") != std::string_view::npos;
}

void add_frame(frame_list& frames, std::string_view line) {
    constexpr std::string_view in_file = " in file \"";
    std::size_t const in = line.find(in_file);
    if (in == std::string_view::npos) return;
    std::string_view function = line.substr(0, in);
    std::string_view rest = line.substr(in + in_file.size());
    for (std::string_view const start : {"Raised at ", "Raised by primitive operation at ", "Called from ",
                                         "Re-raised at ", "Re-raised by primitive operation at "})
        if (take(function, start)) break;
    std::size_t const quote = rest.find('"');
    std::size_t const number = rest.find(", line");
    if (quote == std::string_view::npos || number == std::string_view::npos) return;
    std::string_view digits = rest.substr(number + 6);
    take(digits, "s");
    take(digits, " ");
    frames.add(rest.substr(0, quote), std::max(0, take_number(digits)), function);
}

}  // namespace task_agent::trace::ocaml
