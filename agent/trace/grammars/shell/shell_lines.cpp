#include "task_agent/trace/grammars/shell/shell_lines.hpp"

#include "task_agent/trace/grammars/reading.hpp"

#include "shell_words.hpp"
#include <array>

namespace task_agent::trace::shell {
namespace {

struct form {
    std::string_view text;
    std::string_view type;
};

// How a message ends.
constexpr std::array endings = {
    form{": command not found", "command not found"},
    form{": not found", "command not found"},
    form{": inaccessible or not found", "command not found"},
    form{": not found [No such file or directory]", "command not found"},
    form{": unbound variable", "unbound variable"},
    form{": parameter not set", "unbound variable"},
    form{": parameter null or not set", "unbound variable"},
    form{": parameter not set or null", "unbound variable"},
    form{": Permission denied", "permission denied"},
    form{": No such file or directory", failed},
    form{": No such file", failed},
    form{": Is a directory", failed},
    form{": Not a directory", failed},
    form{": is a directory", failed},
    form{": No space left on device", failed},
    form{": Argument list too long", failed},
    form{": Exec format error", failed},
    form{": cannot execute: required file not found", failed},
    form{": cannot execute binary file", failed},
    form{": cannot execute binary file: Exec format error", failed},
    form{": bad substitution", "syntax error"},
    form{": Bad substitution", "syntax error"},
    form{"Bad substitution", "syntax error"},
    form{": ambiguous redirect", failed},
    form{": readonly variable", failed},
    form{": is read only", failed},
    form{": numeric argument required", failed},
    form{": integer expression expected", failed},
    form{": unary operator expected", failed},
    form{": binary operator expected", failed},
    form{": too many arguments", failed},
    form{": not a valid identifier", failed},
    form{": invalid option", failed},
    form{": bad variable name", failed},
    form{": unexpected operator", failed},
    form{": unknown operand", failed},
    form{": bad number", failed},
    form{": Directory nonexistent", failed},
    form{": nonexistent directory", failed},
    form{": no such file", failed},
    form{": no such file or directory", failed},
    form{": Text file busy", failed},
    form{": Bad file descriptor", failed},
    form{": bad interpreter: No such file or directory", failed},
    form{": fork: retry: Resource temporarily unavailable", failed},
    form{": fork: Resource temporarily unavailable", failed},
    form{": fork: Cannot allocate memory", failed},
    form{": is not an identifier", failed},
    form{": ']' missing", "syntax error"},
    form{": missing ]", "syntax error"},
    form{": unknown option", failed},
    form{": [No such file or directory]", failed},
    form{" [Permission denied]", "permission denied"},
    form{" [Is a directory]", failed},
    form{" [Exec format error]", failed},
    form{"cannot open [No such file or directory]", failed},
    form{"cannot create [No such file or directory]", failed},
};

// How a message begins.
constexpr std::array beginnings = {
    form{"syntax error", "syntax error"},
    form{"Syntax error: ", "syntax error"},
    form{"unexpected EOF while looking for matching ", "syntax error"},
    form{"conditional binary operator expected", "syntax error"},
    form{"parse error near ", "syntax error"},
    form{"arithmetic expression: division by zero", failed},
    form{"arithmetic expression: ", "syntax error"},
    form{"divide by zero", failed},
    form{"division by zero", failed},
    form{"command not found: ", "command not found"},
    form{"no such file or directory: ", failed},
    form{"permission denied: ", "permission denied"},
    form{"no matches found: ", failed},
    form{"bad substitution", "syntax error"},
    form{"cd: can't cd to ", failed},
    form{"can't cd to ", failed},
    form{"cannot open ", failed},
    form{"cannot create ", failed},
    form{"can't open ", failed},
    form{"can't create ", failed},
    form{"bad math expression: ", "syntax error"},
    form{"unmatched ", "syntax error"},
    form{"']' expected", "syntax error"},
    form{"integer expression expected: ", failed},
    form{"read-only variable: ", failed},
    form{"not an identifier: ", failed},
    form{"can't change option: ", failed},
    form{"shift count must be ", failed},
};

// Of bash's "line 6: 123 Killed                  ./train"; other signals have their own words.
constexpr std::array signals = {
    form{"Killed ", "Killed"},
    form{"Segmentation fault ", "Segmentation fault"},
    form{"Aborted ", "Aborted"},
    form{"Bus error ", "Bus error"},
    form{"Illegal instruction ", "Illegal instruction"},
    form{"Floating point exception", "Floating point exception"},
    form{"Trace/breakpoint trap ", "Trace/breakpoint trap"},
};

constexpr std::array<std::string_view, 8> shells = {"sh",  "bash", "dash",  "ash",
                                                    "zsh", "ksh",  "rbash", "busybox"};
// bash's name of a function that it got with its environment, as parallel and xargs run it
constexpr std::string_view exported = "environment";
// They run another program and say when it is not there.
constexpr std::array<std::string_view, 8> runners = {"env",  "timeout", "nohup",  "xargs",
                                                     "nice", "sudo",    "setsid", "stdbuf"};
constexpr std::array<std::string_view, 5> script_ends = {".sh", ".bash", ".zsh", ".ksh", ".dash"};

std::string_view base_name(std::string_view path) noexcept {
    return path.substr(path.find_last_of('/') + 1);
}

bool is_shell(std::string_view name) noexcept {
    if (name.starts_with('-')) name.remove_prefix(1);  // a login shell
    return std::find(shells.begin(), shells.end(), base_name(name)) != shells.end();
}

// A path of one word, as a shell is told.
bool may_be_script(std::string_view name) noexcept {
    if (name.empty() || name.size() > longest_name) return false;
    if (name.find_first_of(" \t'\"`()[]{}<>=,;|") != std::string_view::npos) return false;
    return is_shell(name) || is_script(name) || name == exported || name.find('/') != std::string_view::npos;
}

// "123 Killed                  ./train --all": the type, and the command that it ended.
std::optional<form> signal_in(std::string_view message) noexcept {
    message = trimmed(message);  // the number is padded
    std::size_t const digits = digits_in(message);
    if (digits == 0) return std::nullopt;
    std::string_view const rest = trimmed(message.substr(digits));
    for (form const& f : signals) {
        if (!rest.starts_with(f.text)) continue;
        std::string_view command = trimmed(rest.substr(f.text.size()));
        constexpr std::string_view dumped = "(core dumped)";
        if (command.starts_with(dumped)) command = trimmed(command.substr(dumped.size()));
        return form{command, f.type};
    }
    return std::nullopt;
}

// `is_plain`: a form that only a shell writes, whatever it says.
std::optional<complaint> judged(complaint found, bool is_plain) noexcept {
    if (found.message.starts_with("warning: ") || found.message.empty()) return std::nullopt;
    found.type = type_of(found.message);
    if (!found.type.empty()) return found;
    if (auto const signal = signal_in(found.message)) {
        found.type = signal->type;
        found.role = trace_role::killed;
        // of this one the signal is all that is told
        if (found.type != "Segmentation fault")
            found.message = signal->text;
        else
            found.message = {};
        return found;
    }
    if (!is_plain || found.message.front() == '`') return std::nullopt;
    found.type = names_variable(found.message) ? "unbound variable" : failed;
    return found;
}

// "run.sh[6]: protoc: not found": what stands before the first colon, and behind it.
std::optional<complaint> parse_ksh(std::string_view name, std::string_view rest) noexcept {
    std::size_t const open = name.find('[');
    if (open == std::string_view::npos || !name.ends_with(']') || !rest.starts_with(' ')) return std::nullopt;
    std::string_view const script = name.substr(0, open);
    int const line = number_of(name.substr(open + 1, name.size() - open - 2));
    if (line == 0 || !(is_script(script) || is_shell(script))) return std::nullopt;
    return judged({script, line, rest.substr(1), {}}, false);
}

// "bash: protoc: command not found": without a number only what nobody else says
std::optional<complaint> parse_command_line(std::string_view shell, std::string_view message) noexcept {
    if (!is_shell(shell)) return std::nullopt;
    complaint found{shell, 0, message, type_of(message)};
    bool const is_plain = found.type == "command not found" || found.type == "syntax error" ||
                          found.type == "unbound variable" || message.starts_with("can't open '") ||
                          message.ends_with(": No such file or directory") ||
                          found.type == "permission denied";
    return is_plain ? std::optional(found) : std::nullopt;
}

// "env: 'x': No such file or directory", "timeout: failed to run command 'x': ...", "sudo: x: command not
// found": of programs that run another
std::optional<complaint> parse_runner(std::string_view name, std::string_view message) noexcept {
    name.remove_prefix(name.find_last_of('/') + 1);
    if (std::find(runners.begin(), runners.end(), name) == runners.end()) return std::nullopt;
    bool const is_missing =
        message.ends_with(": No such file or directory") || message.ends_with(": command not found");
    bool const is_denied = message.ends_with(": Permission denied");
    if (!is_missing && !is_denied) return std::nullopt;
    return complaint{name, 0, message, is_missing ? "command not found" : "permission denied"};
}

}  // namespace

bool is_script(std::string_view name) noexcept {
    return std::any_of(script_ends.begin(), script_ends.end(),
                       [&](std::string_view end) { return name.ends_with(end); });
}

std::string_view type_of(std::string_view message) noexcept {
    constexpr std::string_view in_eval = "eval: ";
    if (message.starts_with(in_eval)) message.remove_prefix(in_eval.size());
    for (form const& f : beginnings) {
        if (message.starts_with(f.text)) return f.type;
    }
    for (form const& f : endings) {
        if (message.ends_with(f.text)) return f.type;
    }
    return type_of_sum(message);
}

std::optional<complaint> parse(std::string_view line) noexcept {
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || colon > longest_name) return std::nullopt;
    std::string_view name = line.substr(0, colon);
    std::string_view rest = line.substr(colon + 1);
    if (auto const found = parse_ksh(name, rest)) return found;
    bool const is_spaced = rest.starts_with(' ');
    if (is_spaced) rest.remove_prefix(1);
    constexpr std::string_view word = "line ";
    if (!may_be_script(name)) return is_spaced ? parse_runner(name, rest) : std::nullopt;
    bool const has_word = is_spaced && rest.starts_with(word);
    std::string_view const after = has_word ? rest.substr(word.size()) : rest;
    // bash -c names itself twice: "bash: -c: line 1: syntax error ..."; ash tells its own command first:
    // "run.sh: cd: line 1: can't cd to ..."
    std::string_view numbered = after;
    bool is_told = has_word;
    if (std::size_t const second = rest.find(": line "); !has_word && is_spaced && second < longest_name) {
        std::string_view const inner = rest.substr(0, second);
        // of a script that was sourced, its own name
        bool const is_sourced = may_be_script(inner);
        if (is_sourced) name = inner;
        is_told = is_sourced || (second < 16 && inner.find(' ') == std::string_view::npos);
        if (is_told) numbered = rest.substr(second + 7);
    }
    // zsh tells its own command first: "run.sh:cd:3: no such file or directory: /x"
    if (std::size_t const second = rest.find(':'); !is_spaced && second < 16 && is_script(name) &&
                                                   digits_in(rest.substr(second + 1)) > 0 &&
                                                   digits_in(rest) == 0)
        numbered = rest.substr(second + 1);
    std::size_t const digits = digits_in(numbered);
    if (digits == 0) {
        if (!is_spaced) return std::nullopt;
        auto const found = parse_command_line(name, rest);
        return found ? found : parse_runner(name, rest);
    }
    if (!numbered.substr(digits).starts_with(": ")) return std::nullopt;
    complaint const found{name, number_of(numbered.substr(0, digits)), numbered.substr(digits + 2), {}};
    // without "line" the form is dash's; a compiler's has no space
    if (is_spaced) return judged(found, is_script(name) || is_shell(name));
    // zsh's form is that of a compiler
    return is_script(name) || is_shell(name) ? judged(found, false) : std::nullopt;
}

}  // namespace task_agent::trace::shell
