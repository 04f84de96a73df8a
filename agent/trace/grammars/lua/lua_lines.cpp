#include "task_agent/trace/grammars/lua/lua_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace::lua {

using namespace reading;

namespace {

constexpr std::size_t longest_head = 96;

}  // namespace

std::optional<place> parse_place(std::string_view text) noexcept {
    for (std::size_t at = text.find(':'); at != std::string_view::npos && at < longest_name;
         at = text.find(':', at + 1)) {
        std::string_view rest = text.substr(at + 1);
        bool const is_unknown = take(rest, "-");
        int const line = take_number(rest);
        if (line >= 0 && take(rest, ": ")) return place{text.substr(0, at), is_unknown ? 0 : line, rest};
    }
    return std::nullopt;
}

std::optional<place> parse_places(std::string_view text) noexcept {
    auto where = parse_place(text);
    while (where) {
        auto const inner = parse_place(where->rest);
        bool const is_place =
            inner && (inner->file.starts_with("[string \"") ||
                      (inner->file.ends_with(".lua") && inner->file.find(' ') == std::string_view::npos));
        if (!is_place) break;
        where = inner;
    }
    return where;
}

std::optional<place> find_place(std::string_view line) noexcept {
    constexpr std::string_view mark = ".lua:";
    for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) {
        std::string_view rest = line.substr(at + mark.size());
        int const number = take_number(rest);
        if (number < 0 || !take(rest, ": ")) continue;
        std::string_view const file = line.substr(0, at + 4);
        place const found{file.substr(file.find_last_of(" \t(") + 1), number, rest};
        std::string_view const all = line.substr(static_cast<std::size_t>(found.file.data() - line.data()));
        return parse_places(all).value_or(found);
    }
    return std::nullopt;
}

bool is_chunk(std::string_view file) noexcept {
    bool const is_named = file.starts_with("[string \"") || file == "(command line)";
    return is_named || (!file.empty() && file.find(' ') == std::string_view::npos);
}

bool take_program(std::string_view& text) noexcept {
    std::size_t const end = text.substr(0, longest_name).find(": ");
    if (end == std::string_view::npos) return false;
    std::string_view name = text.substr(0, end);
    name.remove_prefix(name.find_last_of('/') + 1);
    if (!take(name, "lua")) return false;
    take(name, "jit") || take(name, "c");
    if (name.find_first_not_of("0123456789.-") != std::string_view::npos) return false;
    text.remove_prefix(end + 2);
    return true;
}

bool is_compiler(std::string_view line) noexcept {
    std::string_view name = line.substr(0, line.find(": "));
    name.remove_prefix(name.find_last_of('/') + 1);
    return name.starts_with("luac");
}

bool find_program(std::string_view& line) noexcept {
    for (std::size_t at = line.find(" lua"); at != std::string_view::npos; at = line.find(" lua", at + 1)) {
        std::string_view text = line.substr(at + 1);
        if (!take_program(text) || text.empty()) continue;
        line = text;
        return true;
    }
    return false;
}

bool is_of_filter(std::string_view line) noexcept {
    return line.starts_with("Error running filter ") && line.ends_with(':');
}

bool is_listed_test(std::string_view line) noexcept {
    std::size_t const digits = digits_in(line);
    return digits > 0 && line.substr(digits).starts_with(") ") && line.size() > digits + 2 &&
           line.find(' ', digits + 2) == std::string_view::npos;
}

bool is_failed_test(std::string_view line) noexcept {
    if (!take(line, "Failure ") && !take(line, "Error ")) return false;
    if (!take(line, "-> ") && !take(line, "\xE2\x86\x92 ")) return false;
    std::size_t const at = line.find(".lua @ ");
    return at != std::string_view::npos && digits_in(line.substr(at + 7)) + at + 7 == line.size();
}

handling handling_of_line(std::string_view line) noexcept {
    std::size_t const at = line.find(": attempt to ");
    if (at == std::string_view::npos) return handling_of_header(line);
    return handling_of_header(line.substr(0, at));
}

bool speaks_of_failure(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 10> words = {"rror",  "RROR", "atal",    "ATAL",  "ailed",
                                                        "AILED", "anic", "xceptio", "crash", "died"};
    line = line.substr(0, longest_name);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

bool is_told_by_program(std::string_view line) noexcept {
    auto const where = find_place(line);
    if (!where || handling_of_line(line) == handling::survived) return false;
    std::string_view const head = line.substr(0, static_cast<std::size_t>(where->file.data() - line.data()));
    bool const is_quoted = line.substr(0, head.size() + 1).find_first_of("\"'`{(") != std::string_view::npos;
    return !head.empty() && head.size() <= longest_head && !is_quoted && speaks_of_failure(head);
}

bool take_panic(std::string_view& line) noexcept {
    if (!line.ends_with(')') || !take(line, "PANIC: unprotected error in call to Lua API (")) return false;
    line.remove_suffix(1);
    return true;
}

std::string_view class_of(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    if (colon == std::string_view::npos || colon == 0 || !is_upper(text.front())) return {};
    std::string_view const name = text.substr(0, colon);
    return std::all_of(name.begin(), name.end(), [](char c) { return is_name(c) || c == '.'; })
               ? name
               : std::string_view{};
}

}  // namespace task_agent::trace::lua
