// Lines of Dialyzer, alone and under rebar3. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>
#include <optional>

namespace task_agent::trace::erlang {

struct build_complaint {
    std::string_view file;
    int line = 0;
    std::string_view message;
    bool is_warning = false;
};

inline constexpr std::string_view dialyzer_end = "done (warnings were emitted)";
inline constexpr std::string_view dialyzer_in_rebar = "===> Warnings occurred running dialyzer: ";

inline bool is_end_of_dialyzer(std::string_view line) noexcept {
    return line == dialyzer_end || line.starts_with(dialyzer_in_rebar);
}

// "src/shop.erl", and below it "Line 14 Column 2: The pattern 'ok' can never match the type 'no'"
inline bool is_file_of_rebar(std::string_view line) noexcept {
    return line.ends_with(".erl") && line.find_first_of(" :") == std::string_view::npos;
}

// What stands between its findings and its last word.
inline bool is_of_dialyzer(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 4> starts = {"Unknown ", "  ", " done in ",
                                                        "===> Warnings written "};
    return is_blank(line) || starts_with_any(line, starts);
}

inline std::optional<build_complaint> parse_line_of_rebar(std::string_view line) noexcept {
    build_complaint found;
    if (!reading::take(line, "Line ") || (found.line = reading::take_number(line)) < 0) return std::nullopt;
    if (reading::take(line, " Column ") && reading::take_number(line) < 0) return std::nullopt;
    if (!reading::take(line, ": ")) return std::nullopt;
    found.message = line;
    return found;
}

}  // namespace task_agent::trace::erlang
