#include "task_agent/trace/grammars/erlang/elixir_lines.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace::elixir {
namespace {

constexpr std::array<std::string_view, 8> facts_of_process = {
    "Function: ",   "Last message",   "State: ",     "Client #PID<",
    "Start Call: ", "Initial Call: ", "Ancestors: ", "Process Label: "};

}  // namespace

std::optional<raised> parse_raised(std::string_view line) noexcept {
    if (!line.starts_with(opening)) return std::nullopt;
    std::size_t const close = line.find(')');
    if (close == std::string_view::npos || close > 120) return std::nullopt;
    std::string_view const type = line.substr(opening.size(), close - opening.size());
    bool const is_module = !type.empty() && type[0] >= 'A' && type[0] <= 'Z' &&
                           (type.find(' ') == std::string_view::npos || type.starts_with("EXIT from "));
    bool const is_kind = type == "exit" || type == "throw" || type == "stop";
    if (!is_module && !is_kind) return std::nullopt;
    return raised{type, trimmed(line.substr(close + 1))};
}

std::optional<stack_frame> parse_frame(std::string_view text) {
    if (text.starts_with('(')) {
        std::size_t const close = text.find(") ");
        if (close == std::string_view::npos) return std::nullopt;
        text.remove_prefix(close + 2);
    }
    std::size_t const end = text.find(": ");
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view const place = text.substr(0, end);
    std::size_t const colon = place.rfind(':');
    if (colon == std::string_view::npos || number_of(place.substr(colon + 1)) == 0 ||
        place.substr(0, colon).find(' ') != std::string_view::npos)
        return std::nullopt;
    return stack_frame{to_plain_text(place.substr(0, colon)), number_of(place.substr(colon + 1)),
                       to_plain_text(trimmed(text.substr(end + 2)))};
}

bool is_report(std::string_view line) noexcept {
    bool const is_end = line.ends_with(" terminating") || line.ends_with(" raised an exception");
    return is_end && (line.find("Task #PID<") != std::string_view::npos ||
                      line.find("GenServer ") != std::string_view::npos ||
                      line.find(":gen_statem ") != std::string_view::npos ||
                      line.find("Process #PID<") != std::string_view::npos);
}

bool is_of_compiler(std::string_view type) noexcept {
    // a template is compiled by a program that runs: its frames tell more
    if (type.starts_with("EEx.")) return false;
    return type.ends_with("SyntaxError") || type.ends_with("TokenMissingError") ||
           type.ends_with("CompileError") || type.ends_with("MismatchedDelimiterError");
}

bool is_compilation(std::string_view line) noexcept {
    return line.starts_with("== Compilation error in file ") && line.ends_with(" ==");
}

bool is_fact_of_process(std::string_view line) noexcept {
    return std::any_of(facts_of_process.begin(), facts_of_process.end(),
                       [&](std::string_view start) { return line.starts_with(start); });
}

std::optional<std::string_view> failed_test(std::string_view line) noexcept {
    if (!line.starts_with("  ")) return std::nullopt;
    line = trimmed(line);
    std::size_t const digits = digits_in(line);
    constexpr std::string_view mark = ") test ";
    if (digits == 0 || !line.substr(digits).starts_with(mark) || !line.ends_with(')')) return std::nullopt;
    return line.substr(digits + mark.size());
}

bool is_call(std::string_view text) noexcept {
    return text.starts_with(':') && text.find('(') != std::string_view::npos;
}

}  // namespace task_agent::trace::elixir
