#include "task_agent/trace/grammars/ocaml.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view fatal = "Fatal error: exception ";
constexpr std::string_view core_header = "Uncaught exception:";  // of the library Base
constexpr std::size_t most_back = 12;
constexpr int most_strangers = 16;

struct named {
    std::string_view type;
    std::string_view message;
};

// "Failure("no flour")", "Shop.No_stock", "Shop.Short("nut", 3)"; nothing of other text.
std::optional<named> parse_exception(std::string_view text) noexcept {
    if (text.empty() || !is_upper(text.front())) return std::nullopt;
    std::size_t n = 0;
    while (n < text.size() && (is_name(text[n]) || text[n] == '.' || text[n] == '\''))
        ++n;
    named found{text.substr(0, n), text.substr(n)};
    bool const is_alone = found.message.empty();
    if (!is_alone && !found.message.starts_with('(') && !found.message.starts_with(": ")) return std::nullopt;
    take(found.message, ": ");
    // one text is shown without its brackets and quotes, other arguments as they are
    std::string_view const m = found.message;
    if (m.size() >= 4 && m.starts_with("(\"") && m.ends_with("\")")) {
        std::string_view const inner = m.substr(2, m.size() - 4);
        std::size_t quote = inner.find('"');
        while (quote != std::string_view::npos && quote > 0 && inner[quote - 1] == '\\')
            quote = inner.find('"', quote + 1);
        if (quote == std::string_view::npos) found.message = inner;
    }
    found.message = trimmed(found.message);
    return found;
}

// What the runtime says of a failed assertion or match: "File "shop.ml", line 8, characters 15-20: Assertion
// failed"; and where the compiler found something, which ends with a colon.
struct place {
    std::string_view file;
    int line = 0;
    std::string_view rest;
};
std::optional<place> parse_file(std::string_view text) noexcept {
    if (!take(text, "File \"")) return std::nullopt;
    std::size_t const quote = text.find('"');
    if (quote == std::string_view::npos) return std::nullopt;
    place found{text.substr(0, quote), 0, text.substr(quote + 1)};
    if (!take(found.rest, ", line")) return std::nullopt;
    take(found.rest, "s");
    take(found.rest, " ");
    found.line = take_number(found.rest);
    std::size_t const colon = found.rest.find(':');
    if (found.line < 0 || colon == std::string_view::npos) return std::nullopt;
    found.rest = trimmed(found.rest.substr(colon + 1));
    return found;
}

std::string_view without_quotes(std::string_view text) noexcept {
    bool const is_quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    return is_quoted ? text.substr(1, text.size() - 2) : text;
}

// "Exception: Failure "no flour".", of a script; without an argument it may be anybody's.
std::optional<named> parse_toplevel(std::string_view text) noexcept {
    if (!take(text, "Exception: ") || !text.ends_with('.')) return std::nullopt;
    text.remove_suffix(1);
    std::size_t const space = text.find(' ');
    if (space == std::string_view::npos || !parse_exception(text.substr(0, space))) return std::nullopt;
    std::string_view const argument = trimmed(text.substr(space));
    bool const is_quoted = argument.size() > 1 && argument.front() == '"' && argument.back() == '"';
    bool const is_tuple = argument.starts_with('(') && argument.ends_with(')');
    if (!is_quoted && !is_tuple) return std::nullopt;
    return named{text.substr(0, space), without_quotes(argument)};
}

bool is_frame(std::string_view line) noexcept {
    return line.starts_with("Raised at ") || line.starts_with("Raised by ") ||
           line.starts_with("Called from ") || line.starts_with("Re-raised at ") ||
           line.starts_with("Re-raised by ");
}

// An exception inside of a line that the program wrote: behind a colon or "exception ", up to its end.
std::optional<named> find_exception(std::string_view line) noexcept {
    for (std::size_t from = 0; from < line.size() && from < longest_name;) {
        auto const found = parse_exception(line.substr(from));
        bool const is_plain =
            found && !found->type.ends_with('.') && line.substr(from + found->type.size(), 1) != ":";
        bool const is_whole = is_plain && (found->message.empty() || line.ends_with(')'));
        if (is_whole && (from == 0 || line[from - 1] == ' ')) return found;
        std::size_t const space = line.find(' ', from);
        if (space == std::string_view::npos) return std::nullopt;
        from = space + 1;
    }
    return std::nullopt;
}

class ocaml_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, core, frames, compiler };

    verdict first(std::string_view line);
    verdict in_compiler(std::string_view line);
    void raise(named const& what);
    void add_frame(std::string_view line);

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    handling record_ = handling::none;
    std::string type_;
    std::string message_;
    frame_list frames_;
    stack_frame place_;  // where the runtime's own words say it was
    bool needs_frames_ = false;
    int strangers_ = 0;
};

void ocaml_reader::raise(named const& what) {
    type_ = bounded(what.type, longest_name);
    message_ = bounded(what.message);
    state_ = state::frames;
}

verdict ocaml_reader::first(std::string_view line) {
    if (line == core_header) {
        state_ = state::core;
        needs_frames_ = true;
        return verdict::continues;
    }
    std::string_view text = line;
    if (take(text, fatal)) {
        if (auto const where = parse_file(text)) {
            bool const is_assertion = where->rest == "Assertion failed";
            raise({is_assertion ? "assertion failed" : "Match_failure", text});
            place_ = {bounded(where->file, longest_name), where->line, {}};
            return verdict::continues;
        }
        if (text == "Stack overflow" || text == "Out of memory") {
            raise({text, {}});
            if (text == "Out of memory") role_ = trace_role::resource;
            return verdict::continues;
        }
        auto const what = parse_exception(text);
        if (!what && (text.empty() || !is_upper(text.front()))) return verdict::no_trace;
        // a printer of its own may show it in any words
        raise(what ? *what : named{"error", text});
        return verdict::continues;
    }
    if (auto const what = parse_toplevel(line)) {
        raise(*what);
        return verdict::continues;
    }
    if (auto const where = parse_file(line); where && where->rest.empty()) {
        state_ = state::compiler;
        role_ = trace_role::notice;
        place_ = {bounded(where->file, longest_name), where->line, {}};
        return verdict::continues;
    }
    auto const what = find_exception(line);
    if (!what) return verdict::no_trace;
    needs_frames_ = true;
    record_ = handling_of_header(line);
    if (line.starts_with("Thread ")) {
        role_ = trace_role::detached;
        record_ = handling::none;
    }
    raise(*what);
    return verdict::continues;
}

verdict ocaml_reader::feed(std::string_view line) {
    if (state_ == state::fresh) return first(line);
    if (state_ == state::compiler) return in_compiler(line);
    if (state_ == state::core) {
        std::string_view text = trimmed(line);
        if (text.empty()) return verdict::continues;
        if (!take(text, "(") && !is_upper(text.front())) return verdict::no_trace;
        std::size_t const end = text.find_first_of(" )");
        std::string_view message = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        while (message.ends_with(')'))
            message.remove_suffix(1);
        raise({text.substr(0, end), without_quotes(message)});
        return verdict::continues;
    }
    if (is_frame(line)) {
        add_frame(line);
        strangers_ = 0;
        return verdict::continues;
    }
    if (line.starts_with("(Program not linked with -g") || line.starts_with("(Cannot print locations"))
        return verdict::continues;
    // lines of a message, or of another thread; behind the frames nothing of it follows
    bool const may_go_on = frames_.empty() && !line.starts_with(fatal) && ++strangers_ <= most_strangers;
    return may_go_on ? verdict::not_mine : verdict::ended_before;
}

// "3 | let x = y", "            ^", "Error: Unbound value y", a text indented below it.
verdict ocaml_reader::in_compiler(std::string_view line) {
    std::string_view text = line;
    if (type_.empty()) {
        if (!take(text, "Error: ")) return verdict::continues;
        type_ = text == "Syntax error" || text.starts_with("Syntax error:") ? "syntax error" : "build failed";
        message_ = bounded(trimmed(text));
        return verdict::continues;
    }
    return line.starts_with("  ") && ++strangers_ <= most_strangers ? verdict::continues
                                                                    : verdict::ended_before;
}

// "Raised at M.f in file "m.ml" (inlined), line 3, characters 2-19"
void ocaml_reader::add_frame(std::string_view line) {
    constexpr std::string_view in_file = " in file \"";
    std::size_t const in = line.find(in_file);
    if (in == std::string_view::npos) return;
    std::string_view function = line.substr(0, in);
    std::string_view rest = line.substr(in + in_file.size());
    for (std::string_view const start : {"Raised at ", "Raised by primitive operation at ", "Called from ",
                                         "Re-raised at ", "Re-raised by primitive operation at "})
        if (take(function, start)) break;
    std::size_t const quote = rest.find('"');
    std::size_t const number = rest.find(", line");
    if (quote == std::string_view::npos || number == std::string_view::npos) return;
    std::string_view digits = rest.substr(number + 6);
    take(digits, "s");
    take(digits, " ");
    frames_.add(rest.substr(0, quote), std::max(0, take_number(digits)), function);
}

bool ocaml_reader::conclude(found_trace& trace) {
    if (type_.empty() || (needs_frames_ && frames_.empty())) return false;
    if (frames_.empty() && !place_.file.empty()) frames_.add(place_.file, place_.line, {});
    trace.role = role_;
    if (record_ != handling::none) trace.handled = record_;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "ocaml", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

// How many lines before the compiler's "Error: " its place is, 0 = not there.
std::size_t place_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier || earlier->starts_with("Error: ")) return 0;
        auto const where = parse_file(*earlier);
        if (where) return where->rest.empty() ? n : 0;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_ocaml_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(fatal) || text == core_header) return start_point{column, 0};
        if (parse_toplevel(text)) return start_point{column, 0};
        if (text.starts_with("Error: ")) {
            std::size_t const back = place_above(context, column);
            if (back > 0) return start_point{column, back};
        }
        if (!text.starts_with("Raised ") || text.find(" in file \"") == std::string_view::npos) continue;
        auto const above = context.back(1, column);
        if (above && find_exception(*above)) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_grammar() {
    return std::make_unique<ocaml_reader>();
}

}  // namespace task_agent::trace
