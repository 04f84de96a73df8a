#include "task_agent/trace/grammars/words/closing_line.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/shell/shell_lines.hpp"
#include "task_agent/trace/grammars/tools/closing_tools.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/worn_label.hpp"

#include "record_words.hpp"
#include <algorithm>
#include <array>

namespace task_agent::trace::closing {
namespace {

constexpr std::size_t least_said = 4;
constexpr std::size_t longest_line = 400;
constexpr std::size_t longest_name = 64;
constexpr std::size_t shortest_status = 24;  // of a sentence that says more than a code

// What strerror() says of the errors that end programs, in lower case: Go and others write it so.
constexpr std::array<std::string_view, 34> system_errors = {"no such file or directory",
                                                            "permission denied",
                                                            "is a directory",
                                                            "not a directory",
                                                            "directory not empty",
                                                            "file exists",
                                                            "no space left on device",
                                                            "disk quota exceeded",
                                                            "read-only file system",
                                                            "input/output error",
                                                            "operation not permitted",
                                                            "operation not supported",
                                                            "connection refused",
                                                            "connection timed out",
                                                            "connection reset by peer",
                                                            "network is unreachable",
                                                            "no route to host",
                                                            "address already in use",
                                                            "cannot assign requested address",
                                                            "name or service not known",
                                                            "temporary failure in name resolution",
                                                            "no such host",
                                                            "broken pipe",
                                                            "bad file descriptor",
                                                            "invalid argument",
                                                            "no such process",
                                                            "no child processes",
                                                            "no such device",
                                                            "device or resource busy",
                                                            "text file busy",
                                                            "too many open files",
                                                            "cannot allocate memory",
                                                            "resource temporarily unavailable",
                                                            "exec format error"};

// What those say on the way.
constexpr std::array<std::string_view, 11> harmless = {
    "warning", "Warning",  "WARNING", "Removing leading ",  "note: ", "skipping ", "omitting ",
    "info",    "Pulling ", "using ",  "operation succeeded"};

bool ends_with_error(std::string_view line) noexcept {
    bool const is_in_brackets = line.ends_with(')');
    while (line.ends_with('.') || line.ends_with(')') || line.ends_with(' '))
        line.remove_suffix(1);
    // C++'s "No such file or directory [/app/x]"
    if (std::size_t const open = line.rfind(" ["); line.ends_with(']') && open != std::string_view::npos)
        line = line.substr(0, open);
    // Rust's "No such file or directory (os error 2"
    std::size_t const rust = line.rfind(" (os error ");
    if (rust != std::string_view::npos && digits_in(line.substr(rust + 11)) + rust + 11 == line.size())
        line = line.substr(0, rust);
    return std::any_of(system_errors.begin(), system_errors.end(), [&](std::string_view error) {
        if (line.size() < error.size() + 2) return false;
        bool const is_alike = begins_alike(line.substr(line.size() - error.size()), error);
        std::string_view const before = line.substr(0, line.size() - error.size());
        // "[Errno 111] Connection refused" of Python, "Can't connect to a:80 (Connection refused)" of LWP
        return is_alike && (before.ends_with(": ") || before.ends_with("] ") ||
                            (is_in_brackets && before.ends_with(" (")));
    });
}

// Of something that was got over.
bool is_mild(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 6> starts = {"warn", "info", "note", "debug", "hint", "notice"};
    bool const says_so = std::any_of(starts.begin(), starts.end(),
                                     [&](std::string_view start) { return begins_alike(text, start); });
    return says_so || says_to_go_on(text);
}

words own(std::string_view type, std::string_view message) noexcept {
    return {{}, type, message, {}, true, {}, 0};
}

// What ssh says without its name, whoever called it: "nut@bag: Permission denied (publickey)."
bool is_of_ssh(std::string_view text) noexcept {
    return text == "Host key verification failed." ||
           (text.ends_with(").") && text.find("Permission denied (publickey") < longest_name);
}

// Tells somebody of the end.
bool is_messenger(std::string_view name) noexcept {
    constexpr std::array<std::string_view, 7> names = {"logger", "mail", "sendmail", "mutt",
                                                       "wall",   "tput", "stty"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_name(std::string_view word) noexcept {
    return !word.empty() && word.size() <= longest_name && std::all_of(word.begin(), word.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == '+';
    });
}

}  // namespace

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    if (is_of_ssh(text)) return words{"shell", "command failed", text, "ssh", false, {}, 0};
    std::size_t const colon = text.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view name = text.substr(0, colon);
    // "tar (child): x"
    if (constexpr std::string_view child = " (child)"; name.ends_with(child))
        name.remove_suffix(child.size());
    // its last word
    if (name == "rsync error") name = name.substr(0, name.find(' '));
    if (!is_name(name)) return std::nullopt;
    std::string_view said = trimmed(text.substr(colon + 2));
    std::string_view const base = name.substr(name.find_last_of('/') + 1);  // npos + 1 = 0
    bool const is_tool = is_tool_name(base);
    if (is_messenger(base)) return std::nullopt;
    bool const is_harmless = std::any_of(harmless.begin(), harmless.end(),
                                         [&](std::string_view start) { return said.starts_with(start); });
    // "xargs: status 123"
    bool const is_status =
        says_bad_code(said) && said.size() < shortest_status && !said.starts_with("Child ");
    for (std::string_view const level : {"error: ", "ERROR: ", "ERROR ", "fatal: ", "FATAL: "}) {
        if (!is_tool || !said.starts_with(level)) continue;
        said.remove_prefix(level.size());
        break;
    }
    if (is_tool && !is_harmless && !is_status && said.find(' ') != std::string_view::npos)
        return words{"shell", "command failed", said, base, false, {}, 0};
    // what it needed, told by a usage, is no failure of its own: only "fatal", not "error"
    if (constexpr std::string_view fatal = "fatal: "; begins_alike(said, fatal))
        return words{{}, "fatal", said.substr(fatal.size()), {}, false, {}, 0};
    if (!ends_with_error(text) || is_mild(text)) return std::nullopt;
    if (constexpr std::string_view level = "[error] "; begins_alike(said, level))
        said.remove_prefix(level.size());
    return words{{}, "error", said, {}, false, {}, 0};
}

namespace {

// What a program itself says when it gives up: "error: no plan", "load.sh: error: no plan", "E: no plan".
std::optional<words> parse_own(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 4> ways_on = {" using ", " instead", " default", "ontinuing"};
    bool const goes_on = says_to_go_on(text) || std::any_of(ways_on.begin(), ways_on.end(), [&](auto way) {
                             return text.find(way) != std::string_view::npos;
                         });
    if (text.size() > longest_line || goes_on || is_messenger(text.substr(0, text.find(": "))))
        return std::nullopt;
    if (auto const told = shell::parse(text)) {
        words said{"shell", told->type, told->message, {}, true, told->script, told->line};
        return said;
    }
    if (auto const record = parse_logfmt(text); record && record->level == log_level::error)
        return own("error", record->message);
    std::string_view rest = text;
    if (std::size_t const colon = text.find(": ");
        colon != std::string_view::npos && is_name(text.substr(0, colon)) && text.size() > colon + 2 &&
        !begins_alike(text, "error:") && !begins_alike(text, "failed:") && !begins_alike(text, "abort:"))
        rest = trimmed(text.substr(colon + 2));
    for (std::string_view const start :
         {"error: ", "fatal error: ", "fatal: ", "[error] ", "[fatal] ",
          "exception: ", "unhandled exception: ", "uncaught exception: ", "panic: ", "failed: ", "abort: "}) {
        if (!begins_alike(rest, start)) continue;
        std::string_view const said = trimmed(rest.substr(start.size()));
        // a measure: "valid: error: 0.12 of 1"
        bool const is_number = said.find_first_of("+-.0123456789") == 0;
        // miette's code of an error, whose words follow
        bool const is_code =
            said.find(' ') == std::string_view::npos && said.find("::") != std::string_view::npos;
        // "FAILED: test_nuts" is one of a list
        bool const is_item = start == "failed: " && said.find(' ') == std::string_view::npos;
        if (said.size() < least_said || is_item || is_number || is_code || is_mild(said) ||
            says_none_failed(said))
            return std::nullopt;
        return own(rest.starts_with("Error: ") ? "Error" : "error", said);
    }
    // of a function of zsh
    if (text.find(": command not found: ") < longest_name)
        return words{"shell", "command not found", rest, {}, true, {}, 0};
    for (std::string_view const start : {"error at line ", "error on line ", "error in line "}) {
        if (begins_alike(text, start)) return words{"shell", "command failed", text, {}, true, {}, 0};
    }
    constexpr std::array<std::string_view, 8> complaints = {"failed to ", "could not ",   "cannot ",
                                                            "unable to ", "can't ",       "missing ",
                                                            "no such ",   "parse error: "};
    bool const complains = std::any_of(complaints.begin(), complaints.end(),
                                       [&](std::string_view start) { return begins_alike(rest, start); });
    if (complains || (ends_with_error(text) && !is_mild(text))) return own("error", rest);
    // apt's
    if (text.starts_with("E: ")) return own("error", text.substr(3));
    return std::nullopt;
}

}  // namespace

std::size_t foreign_pieces(line_pieces const& prefix) noexcept {
    auto const pieces = prefix.pieces();
    std::size_t count = pieces.size();
    while (count > 0 && pieces[count - 1].kind != piece_kind::time &&
           pieces[count - 1].kind != piece_kind::tag)
        --count;
    return count;
}

std::size_t own_column(line_pieces const& prefix) noexcept {
    std::size_t const count = foreign_pieces(prefix);
    return count == 0 ? 0 : prefix.pieces()[count - 1].end;
}

std::optional<closing_line> read(line_history const& history, std::size_t n) noexcept {
    std::string_view const line = history.back(n, {})->text;
    line_pieces const prefix = find_prefix(line);
    if (prefix.level != log_level::none && prefix.level < log_level::error) return std::nullopt;
    std::size_t own = foreign_pieces(prefix);
    auto const pieces = prefix.pieces();
    bool const is_named = !pieces.empty() && is_label(pieces[0], line);
    bool const is_tagged = is_named && is_worn(line.substr(0, pieces[0].end), history, n);
    // the name of a program, whose words they are
    if (is_named && !is_tagged && own == 1) own = 0;
    if (is_tagged && own == 0) own = 1;
    auto const said_behind = [&](std::size_t pieces_before) -> std::optional<closing_line> {
        std::size_t const column = pieces_before == 0 ? 0 : pieces[pieces_before - 1].end;
        auto const said = parse(line.substr(column));
        return said ? std::optional(closing_line{*said, column}) : std::nullopt;
    };
    for (std::size_t i = own; i <= pieces.size(); ++i) {
        if (auto const found = said_behind(i)) return found;
    }
    // a program may have a number in its name, and say that of every line
    bool const may_be_name = is_tagged && (line[0] < '0' || line[0] > '9') && line[pieces[0].end] != ' ';
    return may_be_name ? said_behind(0) : std::nullopt;
}

std::optional<closing_line> read_own(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    if (prefix.level != log_level::none && prefix.level < log_level::error) return std::nullopt;
    for (std::size_t i = foreign_pieces(prefix); i <= prefix.count; ++i) {
        std::size_t const column = i == 0 ? 0 : prefix.pieces()[i - 1].end;
        std::string_view const text = line.substr(column);
        if (auto const said = parse_own(prefix.level == log_level::error ? behind_place(text) : text))
            return closing_line{*said, column};
    }
    std::string_view text = trimmed(line.substr(prefix.end()));
    // "app::load: no plan": of a name with colons the first part was taken for all of it
    if (std::size_t const name = text.find(": "); text.starts_with(':') && name != std::string_view::npos)
        text.remove_prefix(name + 2);
    bool const is_record = prefix.level == log_level::error && text.size() <= longest_line &&
                           text.size() >= least_said && !is_mild(text);
    // "[plan.c:12 main] ERROR no plan": a macro's own form
    std::size_t const close = text.starts_with('[') ? text.find("] ") : std::string_view::npos;
    if (!is_record && prefix.level == log_level::none && close < longest_name) {
        std::string_view const rest = text.substr(close + 2);
        std::size_t const word = rest.find_first_of(": ");
        if (word != std::string_view::npos && level_of(rest.substr(0, word)) == log_level::error)
            return closing_line{own("error", trimmed(rest.substr(word + 1))), prefix.end()};
    }
    if (!is_record) return std::nullopt;
    return closing_line{own("error", behind_place(text)), prefix.end()};
}

found_trace notice_of(line_prefix const& prefix, std::string_view told) {
    found_trace trace;
    trace.prefix = to_plain_text(prefix.text());
    trace.source = to_plain_text(prefix.tags());
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    trace.cause_line = bounded(trimmed(told));
    trace.exception.rank = prefix.rank();
    return trace;
}

}  // namespace task_agent::trace::closing
