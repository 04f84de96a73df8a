// What stands around a command that failed: its trace, the tool's own words, and those of a trap.
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/shell/shell_lines.hpp"

#include "shell_words.hpp"

namespace task_agent::trace::shell {
namespace {

constexpr std::string_view between_words = " :,()[]'\"";

// "command failed at run.sh:12 with 2": not at the start of the line, where the place is a compiler's or that
// of a search.
std::optional<complaint> parse_place(std::string_view line) noexcept {
    for (std::size_t at = line.find("sh:"); at != std::string_view::npos; at = line.find("sh:", at + 1)) {
        std::size_t const begin = line.find_last_of(between_words, at) + 1;  // npos + 1 = 0
        std::string_view const script = line.substr(begin, at + 2 - begin);
        std::string_view const rest = line.substr(at + 3);
        std::size_t const digits = digits_in(rest);
        bool const is_place = begin > 0 && digits > 0 && is_script(script) && script.size() > 3;
        if (is_place && line[begin - 1] != ':')
            return complaint{script, number_of(rest.substr(0, digits)), line, failed};
    }
    return std::nullopt;
}

bool tells_code(std::string_view line) noexcept {
    for (std::string_view const word : {"code", "status", "exit", "rc"}) {
        std::size_t const at = line.find(word);
        if (at == std::string_view::npos) continue;
        std::string_view rest = line.substr(at + word.size());
        rest.remove_prefix(std::min(rest.find_first_not_of(" =:"), rest.size()));
        if (number_of(rest.substr(0, digits_in(rest))) > 0) return true;
    }
    return false;
}

}  // namespace

std::optional<complaint> parse_trap(std::string_view line) noexcept {
    constexpr std::string_view word = "line ";
    // a trap's words are few and stand at the start of their line
    if (line.empty() || line.size() > longest_name || line.front() == ' ' || is_digit(line.front()))
        return std::nullopt;
    bool const says_so = line.find("rror") != std::string_view::npos ||
                         line.find("ERR") != std::string_view::npos ||
                         line.find("ailed") != std::string_view::npos;
    if (!says_so) return std::nullopt;
    if (auto const placed = parse_place(line)) return placed;
    std::size_t const at = line.find(word);
    if (at == std::string_view::npos) return std::nullopt;
    bool const is_word = at == 0 || line[at - 1] == ' ' || line[at - 1] == '(';
    std::size_t const digits = digits_in(line.substr(at + word.size()));
    // what a shell itself says, quoted or under another name
    bool const is_shells =
        line.substr(at + word.size() + digits).starts_with(": ") && type_of(line) != std::string_view();
    if (!is_word || digits == 0 || is_shells) return std::nullopt;
    for (std::size_t from = 0; from < at;) {
        std::size_t const end = std::min(line.find_first_of(between_words, from), line.size());
        std::string_view const script = line.substr(from, end - from);
        if (is_script(script) && script.size() > 3)
            return complaint{script, number_of(line.substr(at + word.size(), digits)), line, failed};
        from = end + 1;
    }
    // "deploy: failed in line 12 with code 1: cp a b": whose line it is is not told
    return tells_code(line) ? std::optional(complaint{{}, 0, line, failed}) : std::nullopt;
}

std::optional<complaint> parse_tool(std::string_view line) noexcept {
    std::size_t const colon = line.find(": ");
    if (colon == std::string_view::npos || colon == 0 || colon > 24) return std::nullopt;
    bool const is_tool = std::all_of(
        line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
        [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_' || c == '.'; });
    if (!is_tool) return std::nullopt;
    return complaint{{}, 0, line.substr(colon + 2), failed};
}

}  // namespace task_agent::trace::shell
