#include "task_agent/trace/grammars/closing_words.hpp"

#include "task_agent/trace/grammars/shell_lines.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/worn_label.hpp"

#include "reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

constexpr std::size_t most_lines_back = 40;
constexpr int most_strangers = 2;
constexpr int most_below = 6;
constexpr std::size_t least_said = 4;
constexpr std::size_t most_of_usage = 12;  // lines
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
constexpr std::array<std::string_view, 92> tools = {
    "awk",       "basename", "bunzip2", "bzip2",  "cat",      "chgrp",  "chmod",   "chown",   "cmp",
    "comm",      "cp",       "curl",    "cut",    "date",     "dd",     "df",      "diff",    "dirname",
    "docker",    "du",       "expr",    "find",   "gawk",     "grep",   "egrep",   "gunzip",  "gzip",
    "head",      "id",       "install", "join",   "jq",       "kill",   "kubectl", "ln",      "ls",
    "mawk",      "mkdir",    "mkfifo",  "mktemp", "mount",    "mv",     "nohup",   "patch",   "psql",
    "readlink",  "realpath", "rm",      "rmdir",  "rsync",    "scp",    "sed",     "seq",     "sh",
    "sha256sum", "sort",     "split",   "ssh",    "stat",     "sudo",   "tail",    "tar",     "tee",
    "test",      "timeout",  "touch",   "tr",     "truncate", "umount", "unzip",   "wget",    "xargs",
    "xz",        "zip",      "zstd",    "setsid", "ar",       "as",     "ld",      "nm",      "objcopy",
    "ranlib",    "strip",    "openssl", "gpg",    "base64",   "md5sum", "sha1sum", "objdump", "strings",
    "su",        "useradd"};

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
    // C++'s "No such file or directory [/app/x]"
    if (std::size_t const open = line.rfind(" ["); line.ends_with(']') && open != std::string_view::npos)
        line = line.substr(0, open);
    // Rust's "No such file or directory (os error 2"
    std::size_t const rust = line.rfind(" (os error ");
    if (rust != std::string_view::npos && digits_in(line.substr(rust + 11)) + rust + 11 == line.size())
        line = line.substr(0, rust);
    return std::any_of(system_errors.begin(), system_errors.end(), [&](std::string_view error) {
        if (line.size() < error.size() + 2) return false;
        std::string_view const end = line.substr(line.size() - error.size());
        bool const is_alike =
            std::equal(end.begin(), end.end(), error.begin(), [](char a, char b) { return lower(a) == b; });
        std::string_view const before = line.substr(0, line.size() - error.size());
        // "[Errno 111] Connection refused" of Python
        return is_alike && (before.ends_with(": ") || before.ends_with("] "));
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
    bool is_own = false;       // of the program itself: only its very last line
    std::string_view script;   // of a shell, where it tells the place
    int line = 0;
};

words own(std::string_view type, std::string_view message) noexcept {
    return {{}, type, message, {}, true, {}, 0};
}

bool is_name(std::string_view word) noexcept {
    return !word.empty() && word.size() <= longest_name && std::all_of(word.begin(), word.end(), [](char c) {
        return (lower(c) >= 'a' && lower(c) <= 'z') || is_digit(c) || c == '_' || c == '-' || c == '.' ||
               c == '/' || c == '+';
    });
}

std::optional<words> parse(std::string_view text) noexcept {
    if (text.size() > longest_line) return std::nullopt;
    std::size_t const colon = text.find(": ");
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view name = text.substr(0, colon);
    // "tar (child): x"
    if (constexpr std::string_view child = " (child)"; name.ends_with(child))
        name.remove_suffix(child.size());
    if (!is_name(name)) return std::nullopt;
    std::string_view said = trimmed(text.substr(colon + 2));
    std::string_view const base = name.substr(name.find_last_of('/') + 1);  // npos + 1 = 0
    bool const is_tool = std::find(tools.begin(), tools.end(), base) != tools.end();
    bool const is_harmless = std::any_of(harmless.begin(), harmless.end(),
                                         [&](std::string_view start) { return said.starts_with(start); });
    if (is_tool && !is_harmless && said.find(' ') != std::string_view::npos)
        return words{"shell", "command failed", said, base, false, {}, 0};
    // what it needed, told by a usage, is no failure of its own: only "fatal", not "error"
    if (constexpr std::string_view fatal = "fatal: "; said.starts_with(fatal))
        return words{{}, "fatal", said.substr(fatal.size()), {}, false, {}, 0};
    if (!ends_with_error(text) || is_mild(text)) return std::nullopt;
    return words{{}, "error", said, {}, false, {}, 0};
}

bool begins_alike(std::string_view text, std::string_view start) noexcept {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

// "level=error msg=\"no plan\"": what is said; empty where it is none.
std::string_view logfmt_message(std::string_view text) noexcept {
    constexpr std::string_view key = "msg=";
    bool const is_error = text.find("level=error ") != std::string_view::npos ||
                          text.find("level=fatal ") != std::string_view::npos;
    std::size_t const at = text.find(key);
    if (!is_error || at == std::string_view::npos) return {};
    text.remove_prefix(at + key.size());
    if (!text.starts_with('"')) return text.substr(0, text.find(' '));
    text.remove_prefix(1);
    return text.substr(0, text.find('"'));
}

// What a program itself says when it gives up: "error: no plan", "load.sh: error: no plan", "E: no plan".
std::optional<words> parse_own(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 4> ways_on = {" using ", " instead", " default", "ontinuing"};
    bool const goes_on = says_to_go_on(text) || std::any_of(ways_on.begin(), ways_on.end(), [&](auto way) {
                             return text.find(way) != std::string_view::npos;
                         });
    if (text.size() > longest_line || goes_on) return std::nullopt;
    if (auto const told = shell::parse(text)) {
        words said{"shell", told->type, told->message, {}, true, told->script, told->line};
        return said;
    }
    if (std::string_view const said = logfmt_message(text); !said.empty()) return own("error", said);
    std::string_view rest = text;
    if (std::size_t const colon = text.find(": "); colon != std::string_view::npos &&
                                                   is_name(text.substr(0, colon)) &&
                                                   text.size() > colon + 2 && !begins_alike(text, "error:"))
        rest = trimmed(text.substr(colon + 2));
    for (std::string_view const start :
         {"error: ", "fatal error: ", "fatal: ", "[error] ", "[fatal] ",
          "exception: ", "unhandled exception: ", "uncaught exception: ", "panic: "}) {
        if (!begins_alike(rest, start)) continue;
        std::string_view const said = trimmed(rest.substr(start.size()));
        // a measure: "valid: error: 0.12 of 1"
        bool const is_number = said.find_first_of("+-.0123456789") == 0;
        // miette's code of an error, whose words follow
        bool const is_code =
            said.find(' ') == std::string_view::npos && said.find("::") != std::string_view::npos;
        if (said.size() < least_said || is_number || is_code || is_mild(said) || says_none_failed(said))
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

// "+ cp a b", of `set -x`.
bool is_command(std::string_view line) noexcept {
    std::size_t const at = std::min(line.find_first_not_of('+'), line.size());
    return at > 0 && line.substr(at).starts_with(' ');
}

bool is_command_of(std::string_view line, std::string_view tool) noexcept {
    if (!is_command(line)) return false;
    std::string_view command = trimmed(line.substr(line.find(' ')));
    command = command.substr(0, command.find(' '));
    return command.substr(command.find_last_of('/') + 1) == tool;
}

// "at copy (/app/x.sh:10)", as traps print their callers, and "10 copy /app/x.sh", as `caller` does.
std::optional<stack_frame> script_frame(std::string_view text) {
    text = trimmed(text);
    std::string_view file;
    std::string_view function;
    std::string_view number;
    if (text.starts_with("at ") && text.ends_with(')')) {
        std::size_t const open = text.find(" (");
        std::size_t const colon = text.rfind(':');
        if (open == std::string_view::npos || open < 3 || colon == std::string_view::npos || colon < open)
            return std::nullopt;
        function = text.substr(3, open - 3);
        file = text.substr(open + 2, colon - open - 2);
        number = text.substr(colon + 1, text.size() - colon - 2);
    } else if (std::size_t const digits = digits_in(text);
               digits > 0 && text.substr(digits).starts_with(' ')) {
        number = text.substr(0, digits);
        std::string_view const rest = text.substr(digits + 1);
        std::size_t const blank = std::min(rest.find(' '), rest.size());
        function = rest.substr(0, blank);
        file = rest.substr(std::min(blank + 1, rest.size()));
    }
    int const line = number_of(number);
    bool const is_script = file.ends_with("sh") && file.find(' ') == std::string_view::npos;
    if (!is_script || line == 0 || function.empty() || function.find(' ') != std::string_view::npos)
        return std::nullopt;
    return stack_frame{bounded(file), line, bounded(function)};
}

// The pieces behind which its own words may begin: not before a time or the tag of a process.
std::span<prefix_piece const> own_pieces(line_pieces const& prefix, std::size_t& first) noexcept {
    auto const pieces = prefix.pieces();
    std::size_t from = 0;
    first = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].kind != piece_kind::time && pieces[i].kind != piece_kind::tag) continue;
        from = i + 1;
        first = pieces[i].end;
    }
    return pieces.subspan(from);
}

struct closing_line {
    words said;
    std::size_t column = 0;
};

// What a line says, behind whatever a logger put before it: a record below an error tells no end.
std::optional<closing_line> read(line_history const& history, std::size_t n) noexcept {
    std::string_view const line = history.back(n, {})->text;
    line_pieces const prefix = find_prefix(line);
    if (prefix.level != log_level::none && prefix.level < log_level::error) return std::nullopt;
    std::size_t first = 0;
    std::size_t own = prefix.count - own_pieces(prefix, first).size();
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
    return is_tagged ? said_behind(0) : std::nullopt;
}

// The same of the very last line, which may be anybody's.
std::optional<closing_line> read_own(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    if (prefix.level != log_level::none && prefix.level < log_level::error) return std::nullopt;
    std::size_t first = 0;
    auto const pieces = own_pieces(prefix, first);
    for (std::size_t i = 0; i <= pieces.size(); ++i) {
        std::size_t const column = i == 0 ? first : pieces[i - 1].end;
        if (auto const said = parse_own(line.substr(column))) return closing_line{*said, column};
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
    return closing_line{own("error", text), prefix.end()};
}

// What is indented below something, behind the name of its program or not.
bool is_below(std::string_view text) noexcept {
    return text.starts_with("  ") || text.starts_with('\t') || begins_alike(text, "hint: ") ||
           text.starts_with("Try '") ||
           (text.find(":   ") < longest_name && text.find(":   ") + 1 == text.find("  "));
}

// Whether it may be that, behind a prefix that is not known yet.
bool may_be_below(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    bool const is_first = is_below(line);
    return is_first ||
           std::any_of(prefix.pieces().begin(), prefix.pieces().end(), [&](prefix_piece const& piece) {
               std::string_view const before = line.substr(0, piece.end);
               return is_below(line.substr(piece.end)) || before.ends_with("  ");
           });
}

bool is_usage(std::string_view line) noexcept {
    return begins_alike(trimmed(line), "usage");
}

// A line that wears the tag of another process.
bool is_of_other(std::string_view line, line_prefix const& prefix) {
    auto const found = find_prefix(line);
    auto const pieces = found.pieces();
    return !prefix.tags().empty() && std::any_of(pieces.begin(), pieces.end(), [](prefix_piece const& piece) {
        return piece.kind == piece_kind::tag;
    });
}

// One that was found, and the lines around it that belong to it.
class closing_report {
public:
    explicit closing_report(line_history const& history) : history_(history) {}

    // Lines are counted from the end of the stream, 1 is the last.
    found_trace around(std::size_t at, closing_line found, std::size_t last,
                       std::vector<stack_frame> frames) {
        auto const line = history_.back(at, {});
        prefix_ = line_prefix(line->text.substr(0, found.column));
        words said = found.said;
        std::string_view told = line->text.substr(found.column);
        std::size_t first = at;
        for (std::size_t above_at = at + 1; above_at - at <= most_of_tool; ++above_at) {
            auto const above = text_of(above_at);
            if (!above) {
                auto const other = history_.back(above_at, {});
                if (!other || !is_of_other(other->text, prefix_)) break;
                continue;
            }
            if (said.speaker.empty()) {
                // of a pipeline, as it was traced: who said it is not told
                if (!is_command(*above)) break;
                said.language = "shell";
                said.type = "command failed";
                first = above_at;
                continue;
            }
            auto const earlier = parse(*above);
            if (earlier && earlier->speaker == said.speaker) {
                // the first line of a tool tells
                said = *earlier;
                told = *above;
                first = above_at;
                continue;
            }
            if (is_command_of(*above, said.speaker)) first = above_at;
            break;
        }
        found_trace trace;
        for (std::size_t n = first; n >= last; --n) {
            auto const text = text_of(n);
            // of another process
            if (!text && is_of_other(history_.back(n, {})->text, prefix_)) continue;
            trace.text += to_plain_text(text.value_or(history_.back(n, {})->text)) + "\n";
        }
        trace.first_line = history_.back(first, {})->number;
        trace.last_line = history_.back(last, {})->number;
        trace.prefix = to_plain_text(prefix_.text());
        trace.source = to_plain_text(prefix_.tags());
        trace.role = trace_role::notice;
        trace.is_often_survived = true;
        trace.cause_line = bounded(trimmed(told));
        put_exception(trace.exception, said.language, std::string(said.type), bounded(said.message),
                      std::move(frames));
        trace.exception.rank = prefix_.rank();
        return trace;
    }

private:
    [[nodiscard]] std::optional<std::string_view> text_of(std::size_t n) const {
        auto const line = history_.back(n, {});
        return line ? prefix_.peel(line->text) : std::nullopt;
    }

    line_history const& history_;
    line_prefix prefix_;
};

// A line that says what was wrong with the arguments, as usages do, is no failure.
bool explains_usage(line_history const& history, std::size_t n) {
    for (std::size_t back = n + 1; back <= n + most_of_usage; ++back) {
        auto const line = history.back(back, {});
        if (!line) break;
        if (is_usage(line->text)) return true;
    }
    return false;
}

// The last line (counted from the end) of what stands below a program's own words; 0 where more was said
// behind them.
std::size_t last_below(line_history const& history, std::size_t n, closing_line const& found) {
    std::string_view const own = history.back(n, {})->text;
    std::size_t column = 0;
    line_pieces const pieces = find_prefix(own);
    static_cast<void>(own_pieces(pieces, column));
    line_prefix const prefix(own.substr(0, std::min(column, found.column)));
    std::size_t last = n;
    for (std::size_t back = n - 1; back > 0; --back) {
        auto const line = history.back(back, {});
        auto const text = prefix.peel(line->text);
        if (!text && is_of_other(line->text, prefix)) continue;
        std::string_view const body = text.value_or(line->text);
        if (is_blank(body) || tidies_up(body) || script_frame(trimmed(body))) continue;
        if (!is_below(body)) return 0;
        last = back;
    }
    return last;
}

// What the program itself said last; nothing for a list, which tells of no end.
std::optional<closing_line> own_words(line_history const& history, std::size_t n) {
    auto const line = history.back(n, {});
    auto found = read_own(line->text);
    if (!found) return std::nullopt;
    auto const above = history.back(n + 1, {});
    if (above && read_own(above->text)) return std::nullopt;
    return found;
}

}  // namespace

std::optional<found_trace> closing_words(line_history const& history) {
    int strangers = 0;
    int below = 0;  // lines indented below what is looked for
    std::size_t last = 0;
    std::vector<stack_frame> frames;  // outermost first: from the end
    for (std::size_t n = 1; n <= most_lines_back; ++n) {
        auto const line = history.back(n, {});
        if (!line) return std::nullopt;
        std::string_view const text = line->text.substr(find_prefix(line->text).end());
        if (is_blank(text)) continue;
        if (auto frame = script_frame(text); frame && frames.size() < most_frames) {
            if (frames.empty()) last = n;
            frames.push_back(std::move(*frame));
            continue;
        }
        auto found = read(history, n);
        if (!found && !may_be_below(line->text) && !explains_usage(history, n)) {
            found = own_words(history, n);
            std::size_t const end = found ? last_below(history, n, *found) : 0;
            if (end == 0) found.reset();
            if (found && frames.empty()) last = end;
        }
        if (!found) {
            if (below < most_below && may_be_below(line->text)) {
                ++below;
                continue;
            }
            if (says_success(line->text) || says_none_failed(line->text)) return std::nullopt;
            if (!tidies_up(line->text) && ++strangers > most_strangers) return std::nullopt;
            continue;
        }
        // a list of errors tells of none that happened
        auto const above = history.back(n + 1, {});
        if (found->said.language.empty() && !found->said.is_own && above && read(history, n + 1))
            return std::nullopt;
        if (frames.empty()) {
            if (!found->said.is_own) last = n;
            if (found->said.line > 0) frames.push_back({bounded(found->said.script), found->said.line, {}});
        }
        return closing_report(history).around(n, *found, last, std::move(frames));
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
