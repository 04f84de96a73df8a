#include "task_agent/trace/grammars/shell.hpp"

#include "task_agent/trace/prefix.hpp"

#include "reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_name = 256;
constexpr std::string_view failed = "command failed";

struct complaint {
    std::string_view script;
    int line = 0;
    std::string_view message;
    std::string_view type;
    trace_role role = trace_role::notice;
};

struct form {
    std::string_view text;
    std::string_view type;
};

// How a message ends.
constexpr std::array endings = {
    form{": command not found", "command not found"},
    form{": not found", "command not found"},
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
    form{": fork: retry: Resource temporarily unavailable", failed},
    form{": fork: Resource temporarily unavailable", failed},
    form{": fork: Cannot allocate memory", failed},
};

// How a message begins.
constexpr std::array beginnings = {
    form{"syntax error", "syntax error"},
    form{"Syntax error: ", "syntax error"},
    form{"unexpected EOF while looking for matching ", "syntax error"},
    form{"conditional binary operator expected", "syntax error"},
    form{"arithmetic expression: ", "syntax error"},
    form{"cd: can't cd to ", failed},
};

// Of bash's "line 6: 123 Killed                  ./train"; other signals have their own words.
constexpr std::array signals = {
    form{"Killed ", "killed"},
    form{"Segmentation fault ", "Segmentation fault"},
    form{"Aborted ", "Aborted"},
    form{"Bus error ", "Bus error"},
    form{"Illegal instruction ", "Illegal instruction"},
    form{"Floating point exception", "Floating point exception"},
};

constexpr std::array<std::string_view, 8> shells = {"sh",  "bash", "dash",  "ash",
                                                    "zsh", "ksh",  "rbash", "busybox"};
constexpr std::array<std::string_view, 5> script_ends = {".sh", ".bash", ".zsh", ".ksh", ".dash"};

std::string_view base_name(std::string_view path) noexcept {
    return path.substr(path.find_last_of('/') + 1);
}

bool is_shell(std::string_view name) noexcept {
    if (name.starts_with('-')) name.remove_prefix(1);  // a login shell
    return std::find(shells.begin(), shells.end(), base_name(name)) != shells.end();
}

bool is_script(std::string_view name) noexcept {
    return std::any_of(script_ends.begin(), script_ends.end(),
                       [&](std::string_view end) { return name.ends_with(end); });
}

// A path of one word, as a shell is told.
bool may_be_script(std::string_view name) noexcept {
    if (name.empty() || name.size() > longest_name) return false;
    if (name.find_first_of(" \t'\"`()[]{}<>=,;|") != std::string_view::npos) return false;
    return is_shell(name) || is_script(name) || name.find('/') != std::string_view::npos;
}

std::string_view type_of(std::string_view message) noexcept {
    for (form const& f : beginnings) {
        if (message.starts_with(f.text)) return f.type;
    }
    for (form const& f : endings) {
        if (message.ends_with(f.text)) return f.type;
    }
    if (message.find(" (error token is \"") != std::string_view::npos) return "syntax error";
    return {};
}

// "123 Killed                  ./train --all"
std::string_view signal_in(std::string_view message) noexcept {
    message = trimmed(message);  // the number is padded
    std::size_t const digits = digits_in(message);
    if (digits == 0) return {};
    std::string_view const rest = trimmed(message.substr(digits));
    for (form const& f : signals) {
        if (rest.starts_with(f.text)) return f.type;
    }
    return {};
}

std::optional<complaint> judged(complaint found) noexcept {
    if (found.message.starts_with("warning: ")) return std::nullopt;
    found.type = type_of(found.message);
    if (!found.type.empty()) return found;
    found.type = signal_in(found.message);
    found.role = trace_role::killed;
    // the signal is all that is told: behind it stands the command
    if (!found.type.empty() && found.type != "killed") found.message = {};
    return found.type.empty() ? std::nullopt : std::optional(found);
}

// "bash: protoc: command not found": without a number only what nobody else says
std::optional<complaint> parse_command_line(std::string_view shell, std::string_view message) noexcept {
    if (!is_shell(shell)) return std::nullopt;
    complaint found{shell, 0, message, type_of(message)};
    bool const is_plain = found.type == "command not found" || found.type == "syntax error" ||
                          found.type == "unbound variable" ||
                          message.ends_with(": No such file or directory") ||
                          found.type == "permission denied";
    return is_plain ? std::optional(found) : std::nullopt;
}

std::optional<complaint> parse(std::string_view line) noexcept {
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos || colon > longest_name) return std::nullopt;
    std::string_view const name = line.substr(0, colon);
    if (!may_be_script(name)) return std::nullopt;
    std::string_view rest = line.substr(colon + 1);
    bool const is_spaced = rest.starts_with(' ');
    if (is_spaced) rest.remove_prefix(1);
    constexpr std::string_view word = "line ";
    bool const has_word = is_spaced && rest.starts_with(word);
    std::string_view const after = has_word ? rest.substr(word.size()) : rest;
    // bash -c names itself twice: "bash: -c: line 1: syntax error ..."
    constexpr std::string_view option = "-c: line ";
    std::string_view const numbered = rest.starts_with(option) ? rest.substr(option.size()) : after;
    std::size_t const digits = digits_in(numbered);
    if (digits == 0) return is_spaced ? parse_command_line(name, rest) : std::nullopt;
    if (!numbered.substr(digits).starts_with(": ")) return std::nullopt;
    complaint found{name, number_of(numbered.substr(0, digits)), numbered.substr(digits + 2), {}};
    if (is_spaced) {
        // without "line" the form is dash's; a compiler's has no space
        return judged(found);
    }
    constexpr std::string_view zsh_not_found = "command not found: ";
    if (!is_script(name) && !is_shell(name)) return std::nullopt;
    if (!found.message.starts_with(zsh_not_found)) return std::nullopt;
    found.type = "command not found";
    return found;
}

class shell_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    std::string type_;
    std::string message_;
    std::string cause_line_;
    trace_role role_ = trace_role::notice;
    stack_frame frame_;
};

verdict shell_reader::feed(std::string_view line) {
    if (!type_.empty()) {
        // bash's second line of a syntax error: the text, in quotes
        std::string_view const place = line.substr(0, std::min(line.find(": `"), line.size()));
        bool const is_text = place.size() < line.size() && line.ends_with('\'') &&
                             std::string_view(cause_line_).starts_with(place);
        return is_text ? verdict::ends : verdict::ended_before;
    }
    auto const found = parse(line);
    if (!found) return verdict::no_trace;
    type_ = found->type;
    message_ = bounded(trimmed(found->message));
    cause_line_ = bounded(trimmed(line));
    role_ = found->role;
    frame_.file = bounded(found->script);
    frame_.line = found->line;
    return type_ == "syntax error" ? verdict::continues : verdict::ends;
}

bool shell_reader::conclude(found_trace& trace) {
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    e.language = "shell";
    e.type = std::move(type_);
    e.message = std::move(message_);
    if (frame_.line > 0) e.frames.push_back(std::move(frame_));
    return true;
}

}  // namespace

std::optional<start_point> find_shell_start(start_context const& context) {
    std::string_view const line = context.line();
    for (std::size_t const column : context.columns()) {
        if (!parse(line.substr(column))) continue;
        // a shell does not log: what a record says, or a search found in one, is told, not suffered
        if (find_prefix(line.substr(0, column)).level != log_level::none) return std::nullopt;
        return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_shell_grammar() {
    return std::make_unique<shell_reader>();
}

}  // namespace task_agent::trace
