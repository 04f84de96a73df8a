#include "task_agent/trace/grammars/lua.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_message_lines = 12;
constexpr std::string_view header = "stack traceback:";

struct place {
    std::string_view file;
    int line = 0;
    std::string_view rest;
};

// "/app/x.lua:3: rest"
std::optional<place> parse_place(std::string_view text) noexcept {
    for (std::size_t at = text.find(':'); at != std::string_view::npos && at < longest_name;
         at = text.find(':', at + 1)) {
        std::string_view rest = text.substr(at + 1);
        int const line = take_number(rest);
        if (line >= 0 && take(rest, ": ")) return place{text.substr(0, at), line, rest};
    }
    return std::nullopt;
}

// "lua: ", "lua5.4: ", "luajit: "; then a place, or an error that is no text.
bool take_program(std::string_view& text) noexcept {
    if (!take(text, "lua")) return false;
    take(text, "jit");
    while (!text.empty() && (is_digit(text.front()) || text.front() == '.'))
        text.remove_prefix(1);
    if (!take(text, ": ")) return false;
    if (text.starts_with("(error object is a ")) return true;
    auto const where = parse_place(text);
    return where && !where->file.empty() && where->file.find(' ') == std::string_view::npos;
}

class lua_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    std::string message_;
    frame_list frames_;
    std::string file_;
    int line_ = 0;
    int lines_ = 0;
    bool has_traceback_ = false;
};

verdict lua_reader::feed(std::string_view line) {
    if (message_.empty()) {
        if (!take_program(line)) return verdict::no_trace;
        if (auto const where = parse_place(line)) {
            file_ = bounded(where->file, longest_name);
            line_ = where->line;
            line = where->rest;
        }
        message_ = bounded(trimmed(line));
        return message_.empty() ? verdict::no_trace : verdict::continues;
    }
    if (!has_traceback_) {
        if (line == header) {
            has_traceback_ = true;
            return verdict::continues;
        }
        bool const may_go_on = line.starts_with(' ') && ++lines_ <= most_message_lines;
        return may_go_on ? verdict::continues : verdict::ended_before;
    }
    if (!take(line, "\t")) return verdict::ended_before;
    if (line == "[C]: in ?" || line == "[C]: ?") return verdict::ends;
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
    if (frames_.empty() && line_ > 0) frames_.add(file_, line_, {});
    trace.role = has_traceback_ ? trace_role::raised : trace_role::notice;
    trace.cause_line = "error: " + message_;
    exception_info& e = trace.exception;
    e.language = "lua";
    e.type = "error";
    e.message = std::move(message_);
    e.frames = frames_.outermost_first();
    return true;
}

}  // namespace

std::optional<start_point> find_lua_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        if (take_program(text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_lua_grammar() {
    return std::make_unique<lua_reader>();
}

}  // namespace task_agent::trace
