#include "task_agent/trace/grammars/haskell/haskell_lines.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace::haskell {

using namespace reading;

namespace {

constexpr std::array<std::string_view, 15> whole = {
    "<<loop>>",
    "divide by zero",
    "arithmetic overflow",
    "arithmetic underflow",
    "Ratio has zero denominator",
    "loss of precision",
    "stack overflow",
    "heap overflow",
    "user interrupt",
    "Maybe.fromJust: Nothing",
    "empty structure",
    "array index out of range",
    "Negative exponent",
    "thread killed",
    "user error",
};

constexpr std::array<std::string_view, 8> starts = {"thread blocked indefinitely in an ",
                                                    "user error (",
                                                    "SQLite3 returned Error",
                                                    "Error in $",
                                                    "No match in record selector ",
                                                    "Cannot decode byte '",
                                                    "Cannot decode input: ",
                                                    "Error in array index"};

// Of a function of the library, which names itself: "Prelude.head: empty list", "Ix{Int}.index: Index (7)
// ...".
constexpr std::array<std::string_view, 10> modules = {
    "Prelude.",         "Map.",      "Data.Map.", "Data.Char.", "Data.Text.", "Data.List.",
    "Data.ByteString.", "NonEmpty.", "Ix{",       "Enum."};

bool is_of_library(std::string_view message) noexcept {
    std::string_view const word = message.substr(0, message.find(' '));
    return word.ends_with(':') && std::any_of(modules.begin(), modules.end(), [&](std::string_view module) {
               return word.starts_with(module);
           });
}

// What an IOException is shown as: "PATH: openFile: does not exist (No such file or directory)".
constexpr std::array<std::string_view, 12> io_kinds = {
    "does not exist",     "already exists",    "resource busy",     "resource exhausted",
    "end of file",        "illegal operation", "permission denied", "invalid argument",
    "inappropriate type", "hardware fault",    "resource vanished", "unsupported operation"};

constexpr std::array<std::string_view, 8> process_functions = {
    "callProcess",   "callCommand",       "readProcess", "readCreateProcess", "readProcessWithExitCode",
    "createProcess", "withCreateProcess", "spawnProcess"};

// "tool: callProcess"
bool starts_process(std::string_view text) noexcept {
    std::size_t const at = text.rfind(": ");
    return at != std::string_view::npos && std::find(process_functions.begin(), process_functions.end(),
                                                     text.substr(at + 2)) != process_functions.end();
}

// "callProcess: tar "-cf" "x" (exit 2): failed", "readCreateProcess: sh "-c" "x" (exit -9): failed"
bool is_failed_process(std::string_view message) noexcept {
    constexpr std::string_view exit = " (exit ";
    std::size_t const at = message.rfind(exit);
    if (at == std::string_view::npos || !message.ends_with("): failed")) return false;
    std::string_view const function = message.substr(0, message.find(':'));
    return std::find(process_functions.begin(), process_functions.end(), function) != process_functions.end();
}

// Of functions of the library, of which one names itself before the kind.
bool is_io_error(std::string_view message) noexcept {
    bool const has_reason = message.ends_with(')');
    for (std::string_view const kind : io_kinds) {
        if (!has_reason && !message.ends_with(kind)) continue;
        std::size_t const at = message.rfind(kind);
        if (at == std::string_view::npos || at < 4 || message.substr(at - 2, 2) != ": ") continue;
        std::string_view const rest = message.substr(at + kind.size());
        if (!rest.empty() && !(rest.starts_with(" (") && rest.ends_with(')'))) continue;
        std::string_view const before = message.substr(0, at - 2);
        std::string_view const function = before.substr(before.rfind(' ') + 1);
        // "node3: app: x.yaml: openFile": the program's name comes behind somebody's prefix
        std::size_t path = before.rfind(": ");
        if (path != std::string_view::npos && starts_process(before.substr(0, path))) {
            // "tool: callProcess: posix_spawnp"
            std::string_view const caller = before.substr(0, path);
            path = caller.rfind(": ");
        }
        if (path != std::string_view::npos && before.substr(0, path).find(": ") != std::string_view::npos)
            return false;
        bool const is_function = std::all_of(function.begin(), function.end(),
                                             [](char c) { return is_name(c) || c == '.' || c == '\''; });
        bool const is_haskells =
            std::any_of(function.begin(), function.end(), is_upper) || function == "posix_spawnp";
        return is_function && is_haskells;
    }
    return false;
}

// "Shop.hs:14:1-7: Non-exhaustive patterns in function f", "Shop.hs:(7,1)-(8,23): ..."
bool read_place(std::string_view message, one_line& into) noexcept {
    std::size_t const end = message.find(".hs:");
    if (end == std::string_view::npos || message.substr(0, end).find(' ') != std::string_view::npos)
        return false;
    into.file = message.substr(0, end + 3);
    std::string_view rest = message.substr(end + 4);
    take(rest, "(");
    into.line = take_number(rest);
    std::size_t const said = rest.find(": ");
    if (into.line < 0 || said == std::string_view::npos) return false;
    if (rest.substr(0, said).find_first_not_of("0123456789(),-:") != std::string_view::npos) return false;
    rest.remove_prefix(said + 2);
    into.message = rest;
    constexpr std::string_view function = " in function ";
    if (std::size_t const at = rest.find(function); at != std::string_view::npos)
        into.function = rest.substr(at + function.size());
    for (std::string_view const words :
         {"Non-exhaustive ", "Irrefutable pattern failed for pattern ",
          "Missing field in record construction ", "No instance nor default method for class operation ",
          "Pattern match failure in "})
        if (rest.starts_with(words)) return true;
    return false;
}

// "user error (Pattern match failure in do expression at Shop.hs:13:3-8)"
void read_pattern_place(one_line& into) noexcept {
    constexpr std::string_view at = " at ";
    if (!into.message.starts_with("user error (Pattern match failure in ")) return;
    std::string_view place = into.message.substr(into.message.rfind(at) + at.size());
    std::size_t const end = place.find(".hs:");
    if (end == std::string_view::npos) return;
    into.file = place.substr(0, end + 3);
    place.remove_prefix(end + 4);
    take(place, "(");
    into.line = std::max(0, take_number(place));
}

// An argument as Show writes it: "text", 3, (-3), [1,2], Nothing, {field = 3}; its length, 0 = none.
std::size_t argument_length(std::string_view text, bool& is_marked) noexcept {
    if (text.empty()) return 0;
    char const c = text.front();
    if (is_digit(c) || is_upper(c)) {
        std::size_t n = 0;
        while (n < text.size() && (is_name(text[n]) || text[n] == '.' || text[n] == '\''))
            ++n;
        return n;
    }
    if (c != '"' && c != '(' && c != '[' && c != '{') return 0;
    if (text.starts_with("{ ")) return 0;  // of Rust
    is_marked = true;
    int depth = 0;
    bool in_text = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_text) {
            if (text[i] == '\\') {
                ++i;
            } else if (text[i] == '"') {
                in_text = false;
            }
        } else if (text[i] == '"') {
            in_text = true;
        } else if (text[i] == '(' || text[i] == '[' || text[i] == '{') {
            ++depth;
        } else if (text[i] == ')' || text[i] == ']' || text[i] == '}') {
            --depth;
        }
        if (!in_text && depth == 0) return i + 1;
    }
    return 0;
}

// "BadPort "http" 80", "BadPort {name = "http"}": a constructor and nothing but arguments, of which one is no
// plain word.
bool read_shown(std::string_view message, one_line& into) noexcept {
    if (message.empty() || !is_upper(message.front())) return false;
    std::size_t n = 0;
    while (n < message.size() && (is_name(message[n]) || message[n] == '\''))
        ++n;
    into.type = message.substr(0, n);
    std::string_view rest = message.substr(n);
    into.message = trimmed(rest);
    bool is_marked = false;
    while (!rest.empty()) {
        if (!take(rest, " ")) return false;
        std::size_t const length = argument_length(rest, is_marked);
        if (length == 0) return false;
        rest.remove_prefix(length);
    }
    return is_marked;
}

}  // namespace

std::optional<one_line> parse_line(std::string_view line, bool may_be_label) noexcept {
    std::size_t const colon = line.find(": ");
    if (colon == std::string_view::npos || colon == 0 || colon > longest_program) return std::nullopt;
    std::string_view const program = line.substr(0, colon);
    for (std::string_view const word : {"error", "warning", "note", "info", "debug", "fatal"})
        if (program == word) return std::nullopt;
    // of a script the name of its file stands there
    bool const is_script = program.ends_with(".hs") || program == "<interactive>";
    bool const is_program =
        is_script || (!is_upper(program.front()) && std::all_of(program.begin(), program.end(), [](char c) {
            return is_name(c) || c == '-' || c == '.' || c == '/' || c == '+';
        }));
    // "3: " is a launcher's
    if (!is_program || digits_in(program) == program.size()) return std::nullopt;
    one_line found;
    found.message = trimmed(line.substr(colon + 2));
    found.type = "error";
    std::string_view const message = found.message;
    if (message.starts_with("Stack space overflow: current size ") || message == "Heap exhausted;" ||
        message == "stack overflow" || message == "heap overflow") {
        found.role = trace_role::resource;
        return found;
    }
    bool const is_known = std::find(whole.begin(), whole.end(), message) != whole.end() ||
                          std::any_of(starts.begin(), starts.end(),
                                      [&](std::string_view start) { return message.starts_with(start); });
    if (is_known || is_of_library(message) || is_io_error(message) || is_failed_process(message)) {
        read_pattern_place(found);
        if (program.find('/') != std::string_view::npos) {
            found.is_shown = true;
            found.message = line;
        }
        // aeson's words, which a program prints that may go on
        if (found.message.starts_with("Error in $")) {
            found.message.remove_prefix(9);
            found.is_shown = true;
        }
        return found;
    }
    one_line other = found;
    if (read_place(message, other)) return other;
    if (!may_be_label && read_shown(message, other)) return other;
    return std::nullopt;
}

std::optional<one_line> parse_complaint(std::string_view line) noexcept {
    if (std::string_view rest = line; take(rest, "<no location info>: error:"))
        return one_line{"build failed", trimmed(rest), {}, 0, {}};
    std::size_t const end = line.find(".hs:");
    if (end == std::string_view::npos || line.substr(0, end).find(' ') != std::string_view::npos)
        return std::nullopt;
    one_line found{"build failed", {}, line.substr(0, end + 3), 0, {}};
    std::string_view rest = line.substr(end + 4);
    take(rest, "(");
    found.line = take_number(rest);
    std::size_t const said = rest.find(": error:");
    if (found.line < 0 || said == std::string_view::npos ||
        rest.substr(0, said).find_first_not_of("0123456789(),-:") != std::string_view::npos)
        return std::nullopt;
    rest = trimmed(rest.substr(said + 8));
    while (rest.starts_with('[')) {
        std::size_t const close = rest.find(']');
        if (close == std::string_view::npos) break;
        rest = trimmed(rest.substr(close + 1));
    }
    found.message = rest;
    return found;
}

bool is_excerpt(std::string_view line) noexcept {
    line = trimmed(line);
    line.remove_prefix(digits_in(line));
    return trimmed(line).starts_with('|');
}

// "  Use `+RTS -Ksize -RTS' to increase it." behind the program's name
bool is_advice(std::string_view line) noexcept {
    return line.find(": Use `+RTS ") != std::string_view::npos ||
           line.find(": Current maximum heap size is ") != std::string_view::npos;
}

}  // namespace task_agent::trace::haskell
