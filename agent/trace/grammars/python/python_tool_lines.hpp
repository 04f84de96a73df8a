// Lines of tools that python_tools reads. Pure; no state.
#pragma once

#include "task_agent/trace/grammars/line_reading.hpp"

#include <optional>
#include <string_view>

namespace task_agent::trace::python_tools {

using reading::longest_name;
using reading::take;
using reading::take_number;

enum class tool {
    absl,
    snakemake,
    snakemake_rule,
    ansible,
    playbook,
    sphinx,
    mkdocs,
    black,
    pre_commit,
    yamllint,
    one_line
};

struct words {
    tool who;
    std::string_view type;
    std::string_view message;
    std::string_view file = {};
    int line = 0;
};

// "FATAL Flags parsing error: flag --nuts=many: no number"
inline std::optional<words> parse_absl(std::string_view line) noexcept {
    std::string_view rest = line;
    if (!take(rest, "FATAL Flags parsing error: ") || is_blank(rest)) return std::nullopt;
    return words{tool::absl, "error", trimmed(line.substr(6))};
}

// "ERROR! no such module": of a playbook that cannot be run at all
inline std::optional<words> parse_playbook(std::string_view line) noexcept {
    if (!take(line, "ERROR! ") || is_blank(line)) return std::nullopt;
    return words{tool::playbook, "error", trimmed(line)};
}

// "Extension error:", above what it is
inline std::optional<words> parse_sphinx(std::string_view line) noexcept {
    for (std::string_view const head : {"Extension error:", "Configuration error:", "Theme error:",
                                        "Sphinx error:", "Warning, treated as error:"})
        if (line == head)
            return words{tool::sphinx, line.starts_with("Warning") ? "build failed" : "error", {}};
    return std::nullopt;
}

// "Error in rule sell:", above the job's fields: what its command said stands somewhere before
inline std::optional<words> parse_rule(std::string_view line) noexcept {
    std::string_view rule = line;
    if (!take(rule, "Error in rule ") || !rule.ends_with(':') || rule.find(' ') != std::string_view::npos)
        return std::nullopt;
    return words{tool::snakemake_rule, "error", line.substr(0, line.size() - 1)};
}

// "  7:4       " off the front: the place of what yamllint found, below the name of the file
inline bool take_listed(std::string_view& line) noexcept {
    if (!take(line, "  ") || take_number(line) < 1 || !take(line, ":") || take_number(line) < 1) return false;
    line = trimmed(line);
    return true;
}

// "  7:4       error    wrong indentation  (indentation)"
inline std::optional<words> parse_yamllint(std::string_view line) noexcept {
    if (!take_listed(line) || !take(line, "error    ") || !line.ends_with(')') ||
        line.find(" (") == std::string_view::npos)
        return std::nullopt;
    return words{tool::yamllint, "build failed", line};
}

// "  9:1       warning  no start  (document-start)", also of an error
inline bool is_of_yamllint(std::string_view line) noexcept {
    return take_listed(line) && (take(line, "error    ") || take(line, "warning  ")) && line.ends_with(')');
}

// The name of a file, or what else was found in it.
inline bool leads_to_yamllint(std::string_view line) noexcept {
    return is_of_yamllint(line) || (!line.empty() && line.find(' ') == std::string_view::npos);
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
    take(line, "fatal error: ");
    return words{tool::one_line, rest.substr(0, close), line};
}

// "WARNING  -  A page links to nowhere", which is told to be an error some lines below
inline std::optional<words> parse_mkdocs(std::string_view line) noexcept {
    if (!take(line, "WARNING ")) return std::nullopt;
    line = trimmed(line);
    return take(line, "- ") ? std::optional(words{tool::mkdocs, "build failed", trimmed(line)})
                            : std::nullopt;
}

// "/shop/index.rst:6: WARNING: no such page", of Sphinx, which goes on to the end before it fails
inline std::optional<words> parse_sphinx_warning(std::string_view line) noexcept {
    for (std::string_view const level : {": WARNING: ", ": ERROR: ", ": CRITICAL: ", ": SEVERE: "}) {
        std::size_t const at = line.find(level);
        if (at == std::string_view::npos || at == 0 || at > longest_name) continue;
        std::string_view const place = line.substr(0, at);
        std::size_t const colon = place.rfind(':');
        words said{tool::mkdocs, "build failed", trimmed(line.substr(at + level.size()))};
        if (colon != std::string_view::npos && number_of(place.substr(colon + 1)) > 0) {
            said.file = place.substr(0, colon);
            said.line = number_of(place.substr(colon + 1));
        }
        return said;
    }
    return std::nullopt;
}

// Of a builder that takes warnings for errors.
inline std::optional<words> parse_strict(std::string_view line) noexcept {
    auto const said = parse_mkdocs(line);
    return said ? said : parse_sphinx_warning(line);
}

inline bool is_strict(std::string_view line) noexcept {
    if (line.starts_with("build finished with problems, ")) return true;
    return take(line, "Aborted with ") && line.find(" warnings in strict mode!") < longest_name;
}

// "would reformat sell.py", of Black, which tells below how many files
inline std::optional<words> parse_black(std::string_view line) noexcept {
    std::string_view file = line;
    if (take(file, "error: cannot format ")) return words{tool::black, "build failed", line.substr(7)};
    if (!take(file, "would reformat ") || file.find('.') == std::string_view::npos) return std::nullopt;
    return words{tool::black, "build failed", line};
}

inline bool is_count_of_black(std::string_view line) noexcept {
    std::size_t const digits = digits_in(line);
    std::string_view const rest = line.substr(digits);
    return digits > 0 && (rest.starts_with(" file would be reformatted") ||
                          rest.starts_with(" files would be reformatted"));
}

// "An error has occurred: NutError: no nut", of pre-commit; what it is may stand below, behind arrows
inline std::optional<words> parse_pre_commit(std::string_view line) noexcept {
    if (!take(line, "An error has occurred: ") && !take(line, "An unexpected error has occurred: "))
        return std::nullopt;
    std::size_t const colon = line.find(':');
    std::string_view const type = line.substr(0, colon);
    if (colon > longest_name || !type.ends_with("Error") || type.find(' ') != std::string_view::npos)
        return std::nullopt;
    return words{tool::pre_commit, type, trimmed(line.substr(colon + 1))};
}

// The first line of the text that stands behind "msg" in a result; empty where there is none.
inline std::string message_in(std::string_view json) {
    constexpr std::string_view key = "\"msg\": \"";
    std::size_t const at = json.find(key);
    std::string text;
    if (at == std::string_view::npos) return text;
    json.remove_prefix(at + key.size());
    for (std::size_t i = 0; i < json.size() && json[i] != '"'; ++i) {
        bool const is_escaped = json[i] == '\\' && i + 1 < json.size();
        if (is_escaped && json[++i] == 'n') break;
        text += is_escaped && json[i] == 't' ? ' ' : json[i];
    }
    return text;
}

// "shop1 : ok=2 changed=0 unreachable=0 failed=1 ...": whether the host failed.
inline bool counts_failed(std::string_view line) noexcept {
    for (std::string_view const key : {" unreachable=", " failed="}) {
        std::size_t const at = line.find(key);
        if (at == std::string_view::npos) return false;
        if (line.substr(at + key.size()).find_first_of("123456789") == 0) return true;
    }
    return false;
}

}  // namespace task_agent::trace::python_tools
