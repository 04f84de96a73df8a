// What checkers of sources print: a finding a line, and how many there were.
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"

#include <array>

namespace task_agent::trace::build {
namespace {

using namespace reading;

constexpr std::size_t longest_path = 400;
constexpr std::size_t longest_rule = 64;
constexpr std::size_t tex_width = 79;

bool is_file(std::string_view path) noexcept {
    std::string_view const name = path.substr(path.find_last_of('/') + 1);  // npos + 1 = 0
    std::size_t const dot = name.rfind('.');
    return path.size() <= longest_path && dot != std::string_view::npos && dot + 1 < name.size() &&
           !is_digit(name[dot + 1]) && path.find_first_of(" \t'\"`()<>=,;|@") == std::string_view::npos;
}

// " [no-undef]", of what a message breaks; mypy prints it as a part of the message, two columns apart.
std::string_view without_rule(std::string_view message) noexcept {
    std::size_t const open = message.rfind(" [");
    if (!message.ends_with(']') || open == std::string_view::npos || open == 0) return message;
    if (message[open - 1] == ' ') return message;
    std::string_view const rule = message.substr(open + 2);
    return rule.size() > longest_rule || rule.find(' ') != std::string_view::npos
               ? message
               : trimmed(message.substr(0, open));
}

// "LaTeX Error: ", "Package babel Error: ", "pdfTeX error: ": who says that it is one.
std::string_view without_package(std::string_view message) noexcept {
    std::size_t const end = message.find(": ");
    if (end == std::string_view::npos) return message;
    std::string_view const who = message.substr(0, end);
    bool const is_named =
        who.ends_with("TeX Error") || who.ends_with("TeX error") ||
        ((who.starts_with("Package ") || who.starts_with("Class ") || who.starts_with("LaTeX3 ")) &&
         who.ends_with(" Error"));
    return is_named ? message.substr(end + 2) : message;
}

}  // namespace

std::optional<build_line> read_finding(std::string_view line) noexcept {
    take(line, "[ERROR] ");
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || !is_file(line.substr(0, colon))) return std::nullopt;
    build_line found;
    found.is_error = true;
    found.file = line.substr(0, colon);
    std::string_view rest = line.substr(colon + 1);
    // "bag.yml: 8:15: no nut"
    take(rest, " ");
    found.line = take_number(rest);
    if (found.line <= 0 || !take(rest, ":")) return std::nullopt;
    std::string_view behind = rest;
    if (take_number(behind) >= 0 && take(behind, ":")) rest = behind;
    rest = trimmed(rest);
    for (std::string_view const severity : {"error: ", "Error: ", "[error] "}) {
        if (take(rest, severity)) break;
    }
    constexpr std::array<std::string_view, 8> mild = {"warn", "Warn", "[warn", "note",
                                                      "info", "help", "debug", "W:"};
    if (starts_with_any(rest, mild)) return std::nullopt;
    found.message = without_rule(rest);
    // a clock and a ratio have digits there
    bool const is_said =
        found.message.find(' ') != std::string_view::npos && !is_digit(found.message.front());
    // a warning of Python's, of what is used
    bool const is_warning = found.message.substr(0, found.message.find(':')).ends_with("Warning");
    return is_said && !is_warning ? std::optional(found) : std::nullopt;
}

std::optional<build_line> read_tex_error(std::string_view line) noexcept {
    // TeX breaks what is wider than its log
    bool const is_full = line.size() == tex_width;
    if (take(line, "! ")) {
        bool const is_said = line.size() > 8 && is_upper(line.front()) && (line.ends_with('.') || is_full);
        if (!is_said) return std::nullopt;
        build_line found;
        found.is_error = true;
        found.message = without_package(line);
        return found;
    }
    auto placed = read_finding(line);
    if (!placed) return std::nullopt;
    placed->message = without_package(placed->message);
    for (std::string_view const end : {".tex", ".ltx", ".sty", ".cls", ".dtx", ".bbl", ".aux", ".toc"}) {
        if (placed->file.ends_with(end)) return placed;
    }
    return std::nullopt;
}

bool is_complaint(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 26> marks = {
        "rror",   "ERR",    "ail",       "FAIL",   "annot",   "can't",   "ould not",    "nable", " not ",
        "issing", "nvalid", "nknown",    "denied", "refused", "No such", "xpect",       "bad ",  "Bad ",
        "must ",  "roken",  "timed out", "abort",  "Abort",   "llegal",  "unsupported", "no "};
    std::size_t const colon = line.find(": ");
    bool const is_said = colon != std::string_view::npos && colon > 0 && line.find(' ') > colon;
    return is_said || std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
               return line.find(mark) != std::string_view::npos;
           });
}

bool is_said_by_pkg_config(std::string_view line) noexcept {
    bool const is_package = line.starts_with("Package '") || line.starts_with("No package '");
    return is_package && (line.ends_with("', not found") || line.ends_with("' found"));
}

bool is_of_memory(std::string_view line) noexcept {
    return line.starts_with("Memory region ") ||
           (line.starts_with("    ") && line.ends_with('%') && line.find("B  ") < longest_path);
}

bool counts_findings(std::string_view line) noexcept {
    if (take(line, "Found ") || take(line, "\xE2\x9C\x96 ")) return digits_in(line) > 0;
    if (std::size_t const digits = digits_in(line); digits > 0) {
        std::string_view const what = line.substr(digits);
        return what.starts_with(" problem") || what.starts_with(" error") || what.starts_with(" finding") ||
               what.starts_with(" issue") || what.starts_with(" violation");
    }
    // of gettext, GNAT, Checkstyle and LaTeX
    return line.starts_with("msgfmt: ") ||
           (line.starts_with("gnatmake: ") && line.ends_with(" compilation error")) ||
           line.starts_with("Transcript written on ") || line == "Audit done." ||
           line.starts_with("Checkstyle ends with ");
}

}  // namespace task_agent::trace::build
