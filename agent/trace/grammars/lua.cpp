#include "task_agent/trace/grammars/lua.hpp"

#include "line_reading.hpp"
#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_message_lines = 48;  // a module that is not found lists where it was looked for
constexpr std::size_t most_plain_lines = 6;     // of any other message
constexpr std::size_t most_back = 31;
constexpr std::size_t longest_head = 96;
constexpr std::string_view header = "stack traceback:";

struct place {
    std::string_view file;
    int line = 0;
    std::string_view rest;
};

// "/app/x.lua:3: rest", "[string "x = 1"]:1: rest"; of code without debug information "?:-1: rest"
std::optional<place> parse_place(std::string_view text) noexcept {
    for (std::size_t at = text.find(':'); at != std::string_view::npos && at < longest_name;
         at = text.find(':', at + 1)) {
        std::string_view rest = text.substr(at + 1);
        bool const is_unknown = take(rest, "-");
        int const line = take_number(rest);
        if (line >= 0 && take(rest, ": ")) return place{text.substr(0, at), is_unknown ? 0 : line, rest};
    }
    return std::nullopt;
}

bool is_chunk(std::string_view file) noexcept {
    bool const is_named = file.starts_with("[string \"") || file == "(command line)";
    return is_named || (!file.empty() && file.find(' ') == std::string_view::npos);
}

// "lua: ", "lua5.4: ", "/usr/bin/luajit: "
bool take_program(std::string_view& text) noexcept {
    std::size_t const end = text.substr(0, longest_name).find(": ");
    if (end == std::string_view::npos) return false;
    std::string_view name = text.substr(0, end);
    name.remove_prefix(name.find_last_of('/') + 1);
    if (!take(name, "lua")) return false;
    take(name, "jit") || take(name, "c");
    if (name.find_first_not_of("0123456789.-") != std::string_view::npos) return false;
    text.remove_prefix(end + 2);
    return true;
}

// What the interpreter says without a traceback behind it: a place, an error that is no text or tells itself
// what it is.
bool is_told_at_once(std::string_view text) noexcept {
    if (text.starts_with("(error object is ") || text == "(no error message)" ||
        text.starts_with("cannot open ") || text.starts_with("not enough memory") ||
        text.starts_with("error loading module '"))
        return true;
    if (auto const where = parse_place(text)) return is_chunk(where->file);
    std::size_t const colon = text.find(": ");
    return colon != std::string_view::npos && is_upper(text.front()) &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_name);
}

// "/app/x.lua:3: [string "f"]:1: rest": an error passed on by a coroutine or by error() has a place before
// its own; the last of them is where it was raised.
std::optional<place> parse_places(std::string_view text) noexcept {
    auto where = parse_place(text);
    while (where) {
        auto const inner = parse_place(where->rest);
        bool const is_place =
            inner && (inner->file.starts_with("[string \"") ||
                      (inner->file.ends_with(".lua") && inner->file.find(' ') == std::string_view::npos));
        if (!is_place) break;
        where = inner;
    }
    return where;
}

// Of a line that the program printed itself: "failed: /app/x.lua:3: no nut"
std::optional<place> find_place(std::string_view line) noexcept {
    constexpr std::string_view mark = ".lua:";
    for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) {
        std::string_view rest = line.substr(at + mark.size());
        int const number = take_number(rest);
        if (number < 0 || !take(rest, ": ")) continue;
        std::string_view const file = line.substr(0, at + 4);
        place const found{file.substr(file.find_last_of(" \t") + 1), number, rest};
        std::string_view const all = line.substr(static_cast<std::size_t>(found.file.data() - line.data()));
        return parse_places(all).value_or(found);
    }
    return std::nullopt;
}

// "attempt to call a nil value" is no attempt to go on.
handling handling_of_line(std::string_view line) noexcept {
    std::size_t const at = line.find(": attempt to ");
    if (at == std::string_view::npos) return handling_of_header(line);
    return handling_of_header(line.substr(0, at));
}

bool speaks_of_failure(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 10> words = {"rror",  "RROR", "atal",    "ATAL",  "ailed",
                                                        "AILED", "anic", "xceptio", "crash", "died"};
    line = line.substr(0, longest_name);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return line.find(word) != std::string_view::npos; });
}

// "ERROR: /app/x.lua:3: no nut": what a program says of an error that it caught, before it may end.
bool is_told_by_program(std::string_view line) noexcept {
    auto const where = find_place(line);
    if (!where || handling_of_line(line) == handling::survived) return false;
    std::string_view const head = line.substr(0, static_cast<std::size_t>(where->file.data() - line.data()));
    bool const is_quoted = line.substr(0, head.size() + 1).find_first_of("\"'`{(") != std::string_view::npos;
    return !head.empty() && head.size() <= longest_head && !is_quoted && speaks_of_failure(head);
}

class lua_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict first(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_frames(std::string_view line);

    std::string message_;
    frame_list frames_;
    std::string file_;
    int line_ = 0;
    std::size_t lines_ = 0;
    int strangers_ = 0;
    handling record_ = handling::none;
    bool has_traceback_ = false;
    bool is_found_from_below_ = false;  // every line down to the traceback is of the message
    bool is_of_module_ = false;         // that could not be loaded: why stands on the next line
};

verdict lua_reader::first(std::string_view line) {
    std::string_view text = line;
    std::optional<place> where;
    if (take_program(text)) {
        is_found_from_below_ = !is_told_at_once(text);
        where = parse_place(text);
        if (where && !is_chunk(where->file)) where.reset();
        if (where) {
            auto const inner = parse_places(text);
            // what is above it in the stack is told by the frames
            if (inner->rest.size() < where->rest.size()) frames_.add(inner->file, inner->line, {});
            where = inner;
        }
    } else {
        is_found_from_below_ = true;
        where = find_place(line);
        if (!where && !speaks_of_failure(line)) return verdict::no_trace;
        record_ = handling_of_line(line);
    }
    if (where) {
        file_ = bounded(where->file, longest_name);
        line_ = where->line;
        text = where->rest;
    }
    message_ = bounded(trimmed(text));
    is_of_module_ = text.starts_with("error loading module '");
    return message_.empty() ? verdict::no_trace : verdict::continues;
}

verdict lua_reader::feed(std::string_view line) {
    if (message_.empty()) return first(line);
    if (has_traceback_) return in_frames(line);
    if (line == header) {
        has_traceback_ = true;
        return verdict::continues;
    }
    return in_message(line);
}

verdict lua_reader::in_message(std::string_view line) {
    if (++lines_ > most_message_lines) return verdict::ended_before;
    std::string_view text = line;
    if (take_program(text)) return verdict::ended_before;
    bool const is_indented = line.starts_with('\t') || line.starts_with("  ");
    if (std::exchange(is_of_module_, false) && is_indented)
        message_ = bounded(message_ + "\n" + std::string(trimmed(line)));
    // where a module was looked for; other lines may be of the message, when a traceback follows
    if (line.starts_with("\tno f") || (is_indented && strangers_ == 0) || is_found_from_below_)
        return verdict::continues;
    ++strangers_;
    return verdict::not_mine;
}

verdict lua_reader::in_frames(std::string_view line) {
    if (line == "coroutine 0:") return verdict::continues;  // of nginx
    // an error whose message held a traceback already
    if (line == header) return verdict::continues;
    if (!take(line, "\t")) return verdict::ended_before;
    auto where = parse_place(line);
    if (!where) {
        // "x.lua: in function <x.lua:3>": which line it was, a dead coroutine of LuaJIT has forgotten
        std::size_t const in = line.find(": in function <");
        bool const is_other = line.starts_with("[C]") || line.starts_with("...") || line.starts_with('(') ||
                              line.find(": in ") != std::string_view::npos;
        if (!is_other) return verdict::ended_before;
        if (in == std::string_view::npos || line.starts_with("[C]")) return verdict::continues;
        bool const is_innermost = frames_.empty() && line.substr(0, in) == file_;
        where = place{line.substr(0, in), is_innermost ? line_ : 0, line.substr(in + 2)};
    }
    // "in function 'f'", "in local 'f'", "in main chunk"
    std::string_view name = where->rest;
    std::size_t const quote = name.find_first_of("'<");
    if (quote != std::string_view::npos) {
        name = name.substr(quote + 1);
        name = name.substr(0, name.find_first_of("'>"));
    } else {
        take(name, "in ");
    }
    frames_.add(where->file, where->line, name);
    return verdict::continues;
}

bool lua_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    if (record_ != handling::none) {
        if (frames_.empty() && (has_traceback_ || line_ == 0)) return false;
        trace.handled = record_;
        trace.is_often_survived = !has_traceback_;
    }
    if (frames_.empty() && !file_.empty()) frames_.add(file_, line_, {});
    trace.role = has_traceback_ ? trace_role::raised : trace_role::notice;
    trace.cause_line = "error: " + message_;
    put_exception(trace.exception, "lua", "error", std::move(message_), frames_.outermost_first());
    return true;
}

// How many lines before the traceback its message is, 0 = not there: that of the interpreter, or any that
// tells a place or a failure.
std::size_t message_above(start_context const& context, std::size_t column) {
    std::size_t others = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier || others > most_plain_lines) break;
        if (!earlier->starts_with('\t')) ++others;
        std::string_view text = *earlier;
        if (take_program(text) || find_place(*earlier)) return n;
    }
    auto const above = context.back(1, column);
    return above && speaks_of_failure(*above) ? 1 : 0;
}

}  // namespace

std::optional<start_point> find_lua_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        if (text == header) {
            std::size_t const back = message_above(context, column);
            if (back > 0) return start_point{column, back};
        } else if (take_program(text) && !text.empty() && is_told_at_once(text)) {
            return start_point{column, 0};
        }
    }
    if (is_told_by_program(context.line())) return start_point{context.columns().front(), 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_lua_grammar() {
    return std::make_unique<lua_reader>();
}

}  // namespace task_agent::trace
