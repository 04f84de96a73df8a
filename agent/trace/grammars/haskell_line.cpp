#include "task_agent/trace/grammars/haskell_line.hpp"

#include "line_reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t longest_program = 64;
constexpr int most_lines = 256;

struct one_line {
    std::string_view type;
    std::string_view message;
    std::string_view file;
    int line = 0;
    std::string_view function;
    trace_role role = trace_role::notice;
};

constexpr std::array<std::string_view, 12> whole = {
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
};

constexpr std::array<std::string_view, 6> starts = {
    "Prelude.", "user error (", "No match in record selector ", "Map.!: ", "Data.Map.", "Data.Char.",
};

// What an IOException is shown as: "PATH: openFile: does not exist (No such file or directory)".
constexpr std::array<std::string_view, 12> io_kinds = {
    "does not exist",     "already exists",    "resource busy",     "resource exhausted",
    "end of file",        "illegal operation", "permission denied", "invalid argument",
    "inappropriate type", "hardware fault",    "resource vanished", "unsupported operation"};

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
        std::size_t const path = before.rfind(": ");
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

// `may_be_label`: its first word is what launchers put before each line: "node3: Word [x]" is no exception.
std::optional<one_line> parse(std::string_view line, bool may_be_label = false) noexcept {
    std::size_t const colon = line.find(": ");
    if (colon == std::string_view::npos || colon == 0 || colon > longest_program) return std::nullopt;
    std::string_view const program = line.substr(0, colon);
    for (std::string_view const word : {"error", "warning", "note", "info", "debug", "fatal"})
        if (program == word) return std::nullopt;
    bool const is_program =
        !is_upper(program.front()) && std::all_of(program.begin(), program.end(), [](char c) {
            return is_name(c) || c == '-' || c == '.' || c == '/' || c == '+';
        });
    // "3: " is a launcher's
    if (!is_program || digits_in(program) == program.size()) return std::nullopt;
    one_line found;
    found.message = trimmed(line.substr(colon + 2));
    found.type = "error";
    std::string_view const message = found.message;
    if (message == "<<loop>>" || message.starts_with("thread blocked indefinitely in an ")) {
        found.type = "deadlock";
        return found;
    }
    if (message.starts_with("Stack space overflow: current size ") || message == "Heap exhausted;" ||
        message == "stack overflow" || message == "heap overflow") {
        found.role = trace_role::resource;
        return found;
    }
    if (std::find(whole.begin(), whole.end(), message) != whole.end() || is_io_error(message)) return found;
    for (std::string_view const start : starts)
        if (message.starts_with(start)) return found;
    one_line other = found;
    if (read_place(message, other)) return other;
    if (!may_be_label && read_shown(message, other)) return other;
    return std::nullopt;
}

// "Shop.hs:3:5: error: [GHC-88464] Variable not in scope: y"; the message may stand below instead.
std::optional<one_line> parse_complaint(std::string_view line) noexcept {
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

// "  |", "3 | main = f", "  |        ^"
bool is_excerpt(std::string_view line) noexcept {
    line = trimmed(line);
    line.remove_prefix(digits_in(line));
    return trimmed(line).starts_with('|');
}

class haskell_line_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    void raise(one_line const& what);

    trace_role role_ = trace_role::notice;
    std::string type_;
    std::string message_;
    std::string program_;  // "app: " of what the runtime's memory limits say over several lines
    stack_frame frame_;
    bool is_of_compiler_ = false;
    bool is_whole_ = false;  // said in one line
    int lines_ = 0;
};

void haskell_line_reader::raise(one_line const& what) {
    role_ = what.role;
    type_ = bounded(what.type, longest_name);
    message_ = bounded(what.message);
    frame_ = {bounded(what.file, longest_name), what.line, bounded(what.function, longest_name)};
}

verdict haskell_line_reader::feed(std::string_view line) {
    if (type_.empty()) {
        if (auto const what = parse_complaint(line)) {
            raise(*what);
            is_of_compiler_ = true;
            return verdict::continues;
        }
        auto const what = parse(line);
        if (!what) return verdict::no_trace;
        raise(*what);
        if (role_ != trace_role::resource) {
            // "user error (...": a text of several lines
            is_whole_ = !message_.starts_with("user error (") || message_.ends_with(')');
            return verdict::continues;
        }
        program_ = bounded(line.substr(0, line.find(": ") + 2), longest_program + 2);
        return verdict::continues;
    }
    // with a call stack below it, it is read by who reads that
    if (is_whole_) return line.ends_with("HasCallStack):") ? verdict::no_trace : verdict::ended_before;
    if (++lines_ > most_lines) return verdict::ended_before;
    if (!program_.empty()) {
        bool const is_advice =
            line.starts_with(program_) && (line.find("`+RTS ") != std::string_view::npos ||
                                           line.find("maximum heap size") != std::string_view::npos);
        return is_advice ? verdict::continues : verdict::ended_before;
    }
    if (!is_of_compiler_) return line.ends_with(')') ? verdict::ends : verdict::continues;
    if (parse_complaint(line) || is_excerpt(line)) return verdict::continues;
    if (line.starts_with("    ")) {
        std::string_view text = trimmed(line);
        take(text, "\u2022 ");
        if (message_.empty()) message_ = bounded(text);
        return verdict::continues;
    }
    return is_blank(line) ? verdict::not_mine : verdict::ended_before;
}

bool haskell_line_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = role_;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    exception_info& e = trace.exception;
    e.language = "haskell";
    e.type = std::move(type_);
    e.message = std::move(message_);
    if (!frame_.file.empty()) e.frames.push_back(std::move(frame_));
    return true;
}

}  // namespace

std::optional<start_point> find_haskell_line_start(start_context const& context) {
    std::string_view const line = context.line();
    // most lines that are asked for only speak of an error
    bool const may_complain = line.find(".hs:") != std::string_view::npos;
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        bool const is_labelled = column == 0 && context.columns().size() > 1;
        if (parse(text, is_labelled) || (may_complain && parse_complaint(text)))
            return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_haskell_line_grammar() {
    return std::make_unique<haskell_line_reader>();
}

}  // namespace task_agent::trace
