#include "task_agent/trace/grammars/lua.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_message_lines = 48;  // a module that is not found lists where it was looked for
constexpr std::size_t most_plain_lines = 6;     // of any other message
constexpr std::size_t most_back = 31;
constexpr std::string_view header = "stack traceback:";

struct place {
    std::string_view file;
    int line = 0;
    std::string_view rest;
};

// "/app/x.lua:3: rest", "[string "x = 1"]:1: rest"
std::optional<place> parse_place(std::string_view text) noexcept {
    for (std::size_t at = text.find(':'); at != std::string_view::npos && at < longest_name;
         at = text.find(':', at + 1)) {
        std::string_view rest = text.substr(at + 1);
        int const line = take_number(rest);
        if (line >= 0 && take(rest, ": ")) return place{text.substr(0, at), line, rest};
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
    if (text.starts_with("(error object is a ") || text.starts_with("cannot open ") ||
        text.starts_with("not enough memory"))
        return true;
    if (auto const where = parse_place(text)) return is_chunk(where->file) && where->line > 0;
    std::size_t const colon = text.find(": ");
    return colon != std::string_view::npos && is_upper(text.front()) &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), is_name);
}

// Of a line that the program printed itself: "failed: /app/x.lua:3: no nut"
std::optional<place> find_place(std::string_view line) noexcept {
    constexpr std::string_view mark = ".lua:";
    for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) {
        std::string_view rest = line.substr(at + mark.size());
        int const number = take_number(rest);
        if (number < 0 || !take(rest, ": ")) continue;
        std::string_view const file = line.substr(0, at + 4);
        return place{file.substr(file.find_last_of(" \t") + 1), number, rest};
    }
    return std::nullopt;
}

class lua_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict first(std::string_view line);
    verdict in_frames(std::string_view line);

    std::string message_;
    frame_list frames_;
    std::string file_;
    int line_ = 0;
    std::size_t lines_ = 0;
    handling record_ = handling::none;
    bool has_traceback_ = false;
};

verdict lua_reader::first(std::string_view line) {
    std::string_view text = line;
    std::optional<place> where;
    if (take_program(text)) {
        where = parse_place(text);
        if (where && !is_chunk(where->file)) where.reset();
    } else {
        where = find_place(line);
        if (!where) return verdict::no_trace;
        record_ = handling_of_header(line);
    }
    if (where) {
        file_ = bounded(where->file, longest_name);
        line_ = where->line;
        text = where->rest;
    }
    message_ = bounded(trimmed(text));
    return message_.empty() ? verdict::no_trace : verdict::continues;
}

verdict lua_reader::feed(std::string_view line) {
    if (message_.empty()) return first(line);
    if (has_traceback_) return in_frames(line);
    if (line == header) {
        has_traceback_ = true;
        return verdict::continues;
    }
    if (++lines_ > most_message_lines) return verdict::ended_before;
    std::string_view text = line;
    if (take_program(text)) return verdict::ended_before;
    // where a module was looked for; other lines may be of the message, when a traceback follows
    return line.starts_with("\tno f") || record_ != handling::none ? verdict::continues : verdict::not_mine;
}

verdict lua_reader::in_frames(std::string_view line) {
    if (line == "coroutine 0:") return verdict::continues;  // of nginx
    if (!take(line, "\t")) return verdict::ended_before;
    if (line == "[C]: in ?" || line == "[C]: ?" || line.starts_with("[C]: at 0x")) return verdict::ends;
    auto const where = parse_place(line);
    if (!where) return verdict::continues;
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
        if (frames_.empty()) return false;
        trace.handled = record_;
    }
    if (frames_.empty() && line_ > 0) frames_.add(file_, line_, {});
    trace.role = has_traceback_ ? trace_role::raised : trace_role::notice;
    trace.cause_line = "error: " + message_;
    put_exception(trace.exception, "lua", "error", std::move(message_), frames_.outermost_first());
    return true;
}

// How many lines before a frame its message is, 0 = not there: that of the interpreter, or any that tells a
// place.
std::size_t message_above(start_context const& context, std::size_t column) {
    std::size_t n = 1;
    for (;; ++n) {
        auto const earlier = n <= most_back ? context.back(n, column) : std::nullopt;
        if (!earlier) return 0;
        if (*earlier == header) break;
        if (!earlier->starts_with('\t')) return 0;
    }
    std::size_t others = 0;
    for (++n; n <= most_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier || others > most_plain_lines) return 0;
        if (!earlier->starts_with('\t')) ++others;
        std::string_view text = *earlier;
        if (take_program(text) || find_place(*earlier)) return n;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_lua_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        if (text.starts_with("\t[C]: in ")) {
            std::size_t const back = message_above(context, column);
            if (back > 0) return start_point{column, back};
        } else if (take_program(text) && !text.empty() && is_told_at_once(text)) {
            return start_point{column, 0};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_lua_grammar() {
    return std::make_unique<lua_reader>();
}

}  // namespace task_agent::trace
