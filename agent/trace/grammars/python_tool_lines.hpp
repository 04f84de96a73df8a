// The lines of yamllint, the AWS CLI and MkDocs, for python_tools. Pure; no state; views into the line.
#pragma once

#include "line_reading.hpp"
#include <optional>
#include <string_view>

namespace task_agent::trace::python_tools {

using reading::longest_name;
using reading::take;
using reading::take_number;

enum class tool { absl, snakemake, snakemake_rule, ansible, playbook, sphinx, mkdocs, one_line };

struct words {
    tool who;
    std::string_view type;
    std::string_view message;
    std::string_view file = {};
    int line = 0;
};

// "  7:4       error    wrong indentation  (indentation)", below the name of the file
inline std::optional<words> parse_yamllint(std::string_view line) noexcept {
    if (!take(line, "  ") || take_number(line) < 1 || !take(line, ":") || take_number(line) < 1)
        return std::nullopt;
    line = trimmed(line);
    if (!take(line, "error    ") || !line.ends_with(')') || line.find(" (") == std::string_view::npos)
        return std::nullopt;
    return words{tool::one_line, "error", line};
}

// "An error occurred (NoSuchNut) when calling the GetNut operation: No nut", also behind "upload failed: a to
// b ": of the AWS CLI. What a program says of it itself it may have caught.
inline std::optional<words> parse_aws(std::string_view line) noexcept {
    std::size_t const at = line.find("An error occurred (");
    if (at == std::string_view::npos) return std::nullopt;
    std::string_view const before = line.substr(0, at);
    std::size_t const failed = before.find(" failed: ");
    bool const is_own = before.empty() || before == "fatal error: " || before.find(' ') == failed;
    std::string_view rest = line.substr(at + 19);
    std::size_t const close = rest.find(") when calling the ");
    std::size_t const end = rest.find(" operation");
    if (!is_own || close == std::string_view::npos || close > longest_name || end < close)
        return std::nullopt;
    std::size_t const colon = end == std::string_view::npos ? end : rest.find(": ", end);
    if (colon == std::string_view::npos) return std::nullopt;
    return words{tool::one_line, rest.substr(0, close), rest.substr(colon + 2)};
}

// "WARNING  -  A page links to nowhere", which is told to be an error some lines below
inline std::optional<words> parse_mkdocs(std::string_view line) noexcept {
    if (!take(line, "WARNING ")) return std::nullopt;
    line = trimmed(line);
    return take(line, "- ") ? std::optional(words{tool::mkdocs, "build failed", trimmed(line)})
                            : std::nullopt;
}

inline bool is_strict(std::string_view line) noexcept {
    return take(line, "Aborted with ") && line.find(" warnings in strict mode!") < longest_name;
}

}  // namespace task_agent::trace::python_tools
