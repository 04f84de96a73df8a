#include "task_agent/trace/closing_words.hpp"

#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/prefix.hpp"

#include "grammars/reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

constexpr std::size_t most_lines_back = 40;
constexpr int most_strangers = 2;
constexpr std::size_t most_of_tool = 8;
constexpr std::size_t longest_line = 400;
constexpr std::size_t longest_name = 64;

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

// They speak only of what went wrong, in a form of their own.
constexpr std::array<std::string_view, 76> tools = {
    "awk",       "basename", "bunzip2", "bzip2",  "cat",      "chgrp",  "chmod",   "chown",  "cmp",
    "comm",      "cp",       "curl",    "cut",    "date",     "dd",     "df",      "diff",   "dirname",
    "docker",    "du",       "expr",    "find",   "gawk",     "grep",   "egrep",   "gunzip", "gzip",
    "head",      "id",       "install", "join",   "jq",       "kill",   "kubectl", "ln",     "ls",
    "mawk",      "mkdir",    "mkfifo",  "mktemp", "mount",    "mv",     "nohup",   "patch",  "psql",
    "readlink",  "realpath", "rm",      "rmdir",  "rsync",    "scp",    "sed",     "seq",    "sh",
    "sha256sum", "sort",     "split",   "ssh",    "stat",     "sudo",   "tail",    "tar",    "tee",
    "test",      "timeout",  "touch",   "tr",     "truncate", "umount", "unzip",   "wget",   "xargs",
    "xz",        "zip",      "zstd",    "setsid"};

// What those say on the way.
constexpr std::array<std::string_view, 10> harmless = {
    "warning",   "Warning",   "WARNING", "Removing leading ", "note: ",
    "skipping ", "omitting ", "info",    "Pulling ",          "using "};

char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool ends_with_error(std::string_view line) noexcept {
    while (line.ends_with('.') || line.ends_with(')') || line.ends_with(' '))
        line.remove_suffix(1);
    // Rust's "No such file or directory (os error 2"
    std::size_t const rust = line.rfind(" (os error ");
    if (rust != std::string_view::npos && digits_in(line.substr(rust + 11)) + rust + 11 == line.size())
        line = line.substr(0, rust);
    return std::any_of(system_errors.begin(), system_errors.end(), [&](std::string_view error) {
        if (line.size() < error.size() + 2) return false;
        std::string_view const end = line.substr(line.size() - error.size());
        bool const is_alike =
            std::equal(end.begin(), end.end(), error.begin(), [](char a, char b) { return lower(a) == b; });
        return is_alike && line.substr(0, line.size() - error.size()).ends_with(": ");
    });
}

// Of something that was got over.
bool is_mild(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 6> starts = {"warn", "info", "note", "debug", "hint", "notice"};
    bool const says_so = std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
        return std::equal(start.begin(), start.end(), text.begin(),
                          text.begin() + static_cast<std::ptrdiff_t>(std::min(start.size(), text.size())),
                          [](char a, char b) { return a == lower(b); });
    });
    return says_so || says_to_go_on(text);
}

struct words {
    std::string_view language;
    std::string_view type;
    std::string_view message;
    std::string_view speaker;  // of a tool: its name
};

bool is_name(std::string_view word) noexcept {
    return !word.empty() && word.size() <= longest_name && std::all_of(word.begin(), word.end(), [](char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || is_digit(c) || c == '_' || c == '-' || c == '.' ||
               c == '/' || c == '+';
    });
}

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    std::size_t const colon = text.find(": ");
    if (colon == std::string_view::npos || !is_name(text.substr(0, colon))) return std::nullopt;
    std::string_view const name = text.substr(0, colon);
    std::string_view said = trimmed(text.substr(colon + 2));
    std::string_view const base = name.substr(name.find_last_of('/') + 1);  // npos + 1 = 0
    bool const is_tool = std::find(tools.begin(), tools.end(), base) != tools.end();
    bool const is_harmless = std::any_of(harmless.begin(), harmless.end(),
                                         [&](std::string_view start) { return said.starts_with(start); });
    if (is_tool && !is_harmless && said.find(' ') != std::string_view::npos)
        return words{"shell", "command failed", said, base};
    // what it needed, told by a usage, is no failure of its own: only "fatal", not "error"
    if (constexpr std::string_view fatal = "fatal: "; said.starts_with(fatal))
        return words{{}, "fatal", said.substr(fatal.size()), {}};
    if (!ends_with_error(text) || is_mild(text)) return std::nullopt;
    return words{{}, "error", said, {}};
}

// "+ cp a b", of `set -x`: the command that said it.
bool is_traced(std::string_view line, std::string_view tool) noexcept {
    std::size_t const at = std::min(line.find_first_not_of('+'), line.size());
    std::string_view command = line.substr(at);
    if (at == 0 || !command.starts_with(' ')) return false;
    command = command.substr(1, command.find(' ', 1) - 1);
    return command.substr(command.find_last_of('/') + 1) == tool;
}

struct closing_line {
    words said;
    std::string_view text;
};

// What a line says, behind whatever a logger put before it: a record below an error tells no end.
std::optional<closing_line> read(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    if (prefix.level != log_level::none && prefix.level < log_level::error) return std::nullopt;
    auto const pieces = prefix.pieces();
    for (std::size_t i = 0; i <= pieces.size(); ++i) {
        std::string_view const text = line.substr(i == 0 ? 0 : pieces[i - 1].end);
        if (auto const said = parse(text)) return closing_line{*said, text};
    }
    return std::nullopt;
}

}  // namespace

std::optional<found_trace> closing_words(line_history const& history) {
    line_prefix const none;
    int strangers = 0;
    for (std::size_t n = 1; n <= most_lines_back; ++n) {
        auto const line = history.back(n, none);
        if (!line) return std::nullopt;
        if (is_blank(line->text)) continue;
        auto found = read(line->text);
        if (found && found->said.language.empty()) {
            // a list of errors tells of none that happened
            auto const above = history.back(n + 1, none);
            if (above && read(above->text)) return std::nullopt;
        }
        if (!found) {
            if (says_success(line->text) || says_none_failed(line->text)) return std::nullopt;
            if (!tidies_up(line->text) && ++strangers > most_strangers) return std::nullopt;
            continue;
        }
        found_trace trace;
        trace.last_line = line->number;
        trace.first_line = line->number;
        std::string text(found->text);
        // a tool may need several lines, of which the first one tells; its command may stand above
        for (std::size_t more = 1; !found->said.speaker.empty() && more < most_of_tool; ++more) {
            auto const above = history.back(n + more, none);
            if (!above) break;
            auto const earlier = read(above->text);
            bool const is_command = is_traced(above->text, found->said.speaker);
            if (!is_command && (!earlier || earlier->said.speaker != found->said.speaker)) break;
            text = std::string(above->text) + "\n" + text;
            trace.first_line = above->number;
            if (is_command) break;
            found = earlier;
        }
        trace.text = to_plain_text(text) + "\n";
        trace.role = trace_role::notice;
        trace.is_often_survived = true;
        trace.cause_line = bounded(trimmed(found->text));
        put_exception(trace.exception, found->said.language, std::string(found->said.type),
                      bounded(found->said.message), {});
        return trace;
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
