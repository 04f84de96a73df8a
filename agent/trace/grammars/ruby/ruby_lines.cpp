#include "task_agent/trace/grammars/ruby/ruby_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace::ruby {

using namespace reading;

namespace {

constexpr std::size_t longest_lead = 96;

bool is_class_name(std::string_view text) noexcept {
    if (text.empty() || text.size() > longest_name || !is_upper(text.front())) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return is_name(c) || c == ':'; });
}

}  // namespace

bool is_error_class(std::string_view text) noexcept {
    bool const is_named =
        text.ends_with("Error") || text.ends_with("Exception") || text.find("::") != std::string_view::npos;
    return is_named && text != "Error" && text != "Exception" && is_class_name(text) && !text.ends_with(':');
}

std::optional<place> parse_place(std::string_view text) noexcept {
    for (std::size_t at = text.find(':'); at != std::string_view::npos && at < longest_name;
         at = text.find(':', at + 1)) {
        std::string_view rest = text.substr(at + 1);
        int const line = take_number(rest);
        if (line < 0) continue;
        std::string_view const file = text.substr(0, at);
        // "(eval)", "(eval at x.rb:3)", "(irb)"
        bool const is_eval = file.starts_with('(') && file.ends_with(')');
        if (file.starts_with('(') && !is_eval) continue;
        if (file.empty() || (!is_eval && file.find_first_of(" \t'`\"(") != std::string_view::npos))
            return std::nullopt;
        place found{file, line, {}, rest};
        // a path, or a part of the interpreter that has none: "<internal:kernel>"
        if (file.find('/') < file.size() && take(found.file, "<internal:") && found.file.ends_with('>'))
            found.file.remove_suffix(1);
        if (!take(rest, ":in ")) return found;
        if (rest.empty() || (rest.front() != '`' && rest.front() != '\'')) return std::nullopt;
        std::size_t const close = rest.find('\'', 1);
        if (close == std::string_view::npos) return std::nullopt;
        found.function = rest.substr(1, close - 1);
        found.rest = rest.substr(close + 1);
        return found;
    }
    return std::nullopt;
}

bool split_class(std::string_view text, std::string_view& message, std::string_view& type) noexcept {
    if (text.empty() || text.back() != ')') return false;
    std::size_t const open = text.rfind('(');
    if (open == std::string_view::npos || (open > 0 && text[open - 1] != ' ')) return false;
    type = text.substr(open + 1, text.size() - open - 2);
    message = trimmed(text.substr(0, open));
    return is_class_name(type);
}

std::optional<raised_line> parse_raised(std::string_view line) noexcept {
    bool const may_be = !line.empty() && (line.back() == ')' || line.ends_with(no_message));
    if (!may_be) return std::nullopt;
    auto const where = parse_place(line);
    if (!where || !where->rest.starts_with(": ")) return std::nullopt;
    // without a function only a script's own name is plausible
    if (where->function.empty() && !where->file.ends_with(".rb") && where->file != "-e") return std::nullopt;
    raised_line found{*where, {}, {}};
    std::string_view const text = where->rest.substr(2);
    if (text == no_message && !where->function.empty()) {
        found.type = "RuntimeError";
        return found;
    }
    if (!split_class(text, found.message, found.type)) return std::nullopt;
    return found;
}

std::optional<raised_line> parse_in_template(std::string_view line) noexcept {
    auto const where = parse_place(line);
    if (!where || !where->function.empty() || !where->rest.starts_with(": ")) return std::nullopt;
    raised_line found{*where, {}, {}};
    bool const is_named = split_class(where->rest.substr(2), found.message, found.type);
    return is_named && is_error_class(found.type) ? std::optional(found) : std::nullopt;
}

std::optional<raised_line> parse_syntax_error(std::string_view line) noexcept {
    if (line.find(": syntax error") == std::string_view::npos) return std::nullopt;
    auto const where = parse_place(line);
    if (!where || !where->function.empty() || !where->file.ends_with(".rb") ||
        !where->rest.starts_with(": syntax error")) {
        return std::nullopt;
    }
    raised_line found{*where, where->rest.substr(2), "SyntaxError"};
    std::string_view named;
    std::string_view message;
    if (split_class(found.message, message, named)) found.message = message;
    return found;
}

std::optional<place> parse_from(std::string_view line) noexcept {
    if (!take(line, "\tfrom ")) return std::nullopt;
    auto const where = parse_place(line);
    if (where) return where->rest.empty() ? where : std::nullopt;
    // of a method of the runtime that an enumerator calls: no line
    std::size_t const in = line.find(".rb:in ");
    if (in == std::string_view::npos || line.substr(0, in).find(' ') != std::string_view::npos)
        return std::nullopt;
    std::string_view name = line.substr(in + 7);
    if (name.size() < 2 || !name.ends_with('\'')) return std::nullopt;
    return place{line.substr(0, in + 3), 0, name.substr(1, name.size() - 2), {}};
}

std::optional<place> parse_shown(std::string_view line) noexcept {
    std::string_view const record = logged_text(line);
    std::string_view text = trimmed(record.empty() ? line : record);
    for (std::string_view const lead : {"from ", "# ", "at "})
        if (take(text, lead)) break;
    auto const where = parse_place(text);
    return where && where->rest.empty() && !where->function.empty() ? where : std::nullopt;
}

std::optional<raised_line> parse_bare(std::string_view line) noexcept {
    auto const where = parse_place(line);
    if (!where || where->function.empty() || !where->rest.starts_with(": ")) return std::nullopt;
    std::string_view const type = where->rest.substr(2);
    if (!is_class_name(type)) return std::nullopt;
    return raised_line{*where, {}, type};
}

std::optional<raised_line> find_raised(std::string_view line) noexcept {
    for (std::size_t from = 0; from < std::min(line.size(), longest_lead);) {
        if (auto const found = parse_raised(line.substr(from))) return found;
        std::size_t const space = line.find(' ', from);
        if (space == std::string_view::npos) return std::nullopt;
        from = space + 1;
    }
    return std::nullopt;
}

std::optional<told> parse_of_rails(std::string_view text) noexcept {
    std::size_t const open = text.find(" (");
    if (open == std::string_view::npos || !text.ends_with("):")) return std::nullopt;
    told const found{text.substr(0, open), text.substr(open + 2, text.size() - open - 4)};
    return is_error_class(found.type) ? std::optional(found) : std::nullopt;
}

std::optional<told> parse_header(std::string_view line) noexcept {
    std::string_view const record = logged_text(line);
    std::string_view const text = trimmed(record.empty() ? line : record);
    told found;
    if (split_class(text, found.message, found.type)) return found;
    if (auto const rails = parse_of_rails(text)) return rails;
    if (std::size_t const open = text.find("#<"); open < longest_lead && text.ends_with('>')) {
        std::string_view const inner = text.substr(open + 2, text.size() - open - 3);
        std::size_t const colon = inner.find(": ");
        found.type = inner.substr(0, std::min(colon, inner.size()));
        found.message = colon == std::string_view::npos ? std::string_view{} : inner.substr(colon + 2);
        if (is_class_name(found.type)) return found;
    }
    for (std::size_t from = 0; from < std::min(text.size(), longest_lead);) {
        std::string_view const rest = text.substr(from);
        std::size_t const colon = rest.find(": ");
        std::size_t const space = rest.find(' ');
        found.type = rest.substr(0, std::min(colon, rest.size()));
        if (is_error_class(found.type)) {
            found.message = colon == std::string_view::npos ? std::string_view{} : rest.substr(colon + 2);
            return found;
        }
        if (space == std::string_view::npos) break;
        from += space + 1;
    }
    for (std::string_view const word : {"rror", "RROR", "ailed", "xception", "atal", "ATAL", "bort"}) {
        // of a record the level tells
        if (line.substr(0, longest_name).find(word) == std::string_view::npos) continue;
        std::string_view message = text;
        for (std::string_view const lead : {"ERROR: ", "Error: ", "FATAL: ", "error: ", "fatal: "})
            if (take(message, lead)) break;
        return told{"error", message};
    }
    return std::nullopt;
}

bool is_levels(std::string_view line) noexcept {
    return line.starts_with('\t') && line.ends_with(" levels...");
}

std::optional<std::string_view> parse_bug(std::string_view line) noexcept {
    constexpr std::string_view mark = "[BUG] ";
    std::size_t const at = line.substr(0, longest_name).find(mark);
    bool const is_at_place = at == 0 || (at != std::string_view::npos && line.substr(0, at).ends_with(": "));
    return is_at_place ? std::optional(line.substr(at + mark.size())) : std::nullopt;
}

bool is_of_bug(std::string_view line) noexcept {
    if (line.empty() || line.front() == ' ') return true;
    for (std::string_view const start :
         {"-- ", "c:0", "* ", "[", "ruby ", "You may have encountered a bug in ", "Bug reports are welcome.",
          "For details: ", "Don't forget to include ", "Note that "})
        if (line.starts_with(start)) return true;
    // "/lib/libc.so.6(raise+0x10) [0x7f95]", "7f95-7f96 r--p 0000 fe:00 33"
    return line.ends_with(']') || line.find_first_not_of("0123456789abcdef") == line.find('-');
}

bool is_rake_header(std::string_view line) noexcept {
    take(line, "bin/");
    return line == "rake aborted!" || line == "rails aborted!" || line == "cap aborted!";
}

bool tells_of_command(std::string_view message) noexcept {
    return message.starts_with("Command failed with status (") ||
           message.starts_with("Command failed with exit ");
}

bool is_of_syntax_error(std::string_view line, std::size_t n) noexcept {
    bool const is_marks = line.find_first_not_of(" ^~.") == std::string_view::npos && !line.empty();
    // what Prism draws: "> 8 | end", "    | ^ unexpected ..."
    bool const is_drawing = line.starts_with("> ") || line.starts_with("    | ") || line.starts_with("  ");
    return n == 1 || is_drawing || (n == 2 && is_marks);
}

bool is_thread_header(std::string_view line) noexcept {
    return line.starts_with("#<Thread:") &&
           line.find(" terminated with exception (") != std::string_view::npos;
}

bool is_logger_record(std::string_view line) noexcept {
    return line.size() > 4 && is_upper(line[0]) && line[1] == ',' && line[2] == ' ' && line[3] == '[';
}

std::string_view logged_text(std::string_view line) noexcept {
    if (!is_logger_record(line)) return {};
    std::size_t const name = line.find(" -- ");
    std::size_t const colon = name < 128 ? line.find(": ", name) : std::string_view::npos;
    return colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 2);
}

std::optional<place> parse_reversed(std::string_view line) noexcept {
    if (!take(line, "\t")) return std::nullopt;
    line = trimmed(line);
    if (take_number(line) < 0 || !take(line, ": from ")) return std::nullopt;
    auto const where = parse_place(line);
    return where && where->rest.empty() ? where : std::nullopt;
}

bool is_of_test_runner(std::string_view file) noexcept {
    return file.ends_with("/minitest/test.rb") || file.find("/rspec/core/") != std::string_view::npos ||
           file.ends_with("/test/unit/testcase.rb");
}

std::optional<raised_line> parse_of_program(std::string_view line) noexcept {
    raised_line found{};
    // "x.rb: failed to allocate memory (NoMemoryError)": there is no room for more
    std::size_t const script = line.find(".rb: ");
    if (line.ends_with(" (NoMemoryError)") && script < line.find(' ')) {
        found.where.file = line.substr(0, script + 3);
        line.remove_prefix(script + 5);
    } else if (!take(line, "ruby: ")) {
        return std::nullopt;
    }
    if (!split_class(line, found.message, found.type)) return std::nullopt;
    return found;
}

}  // namespace task_agent::trace::ruby
