#include "task_agent/trace/grammars/lua/lua.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/lua/lua_lines.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace lua;

constexpr std::size_t most_message_lines = 48;  // a module that is not found lists where it was looked for
constexpr std::size_t most_plain_lines = 6;     // of any other message
constexpr std::size_t most_back = 31;
constexpr int most_others = 256;  // lines of tests that failed later
constexpr std::string_view header = "stack traceback:";
constexpr std::string_view in_finalizer = "error in __gc";

// What the interpreter says without a traceback behind it: a place, an error that is no text or tells itself
// what it is.
bool is_told_at_once(std::string_view text) noexcept {
    constexpr std::array<std::string_view, 6> starts = {"(error object is ",      "(no error message)",
                                                        "cannot open ",           "not enough memory",
                                                        "error loading module '", in_finalizer};
    for (std::string_view const start : starts)
        if (text.starts_with(start)) return true;
    if (auto const where = parse_place(text)) return is_chunk(where->file);
    return !class_of(text).empty();
}

class lua_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return has_begun_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_test(std::string_view line);
    verdict in_others(std::string_view line);
    // a test of luaunit
    [[nodiscard]] bool is_listed() const noexcept { return !is_of_test_ && type_ == "test failed"; }

    make_end make_;
    block_bounds block_;
    bool in_others_ = false;        // tests that failed later
    bool is_behind_blank_ = false;  // line of theirs
    int others_ = 0;
    std::string type_ = "error";
    std::string message_;
    frame_list frames_;
    std::string file_;
    int line_ = 0;
    std::size_t lines_ = 0;
    int strangers_ = 0;
    handling record_ = handling::none;
    bool has_begun_ = false;
    bool has_traceback_ = false;
    bool awaits_traceback_ = false;     // whatever stands before it is of the message
    bool is_found_from_below_ = false;  // every line down to the traceback is of the message
    bool is_over_ = false;              // the block of a test
    bool is_of_module_ = false;         // that could not be loaded: why stands on the next line
    bool is_of_filter_ = false;         // pandoc ends with it, and may show no frames
    bool is_of_test_ = false;
    bool is_panic_ = false;
};

verdict lua_reader::first(std::string_view line) {
    is_of_filter_ = is_of_filter_ || is_of_filter(line);
    if (is_of_filter(line)) return verdict::continues;
    if (std::string_view said = line; take_panic(said)) {
        auto const where = parse_places(said);
        bool const is_placed = where && is_chunk(where->file);
        if (is_placed) file_ = bounded(where->file, longest_name);
        if (is_placed) line_ = where->line;
        message_ = bounded(trimmed(is_placed ? where->rest : said));
        is_panic_ = has_begun_ = true;
        return verdict::ends;
    }
    if (is_listed_test(line)) {
        type_ = "test failed";
        return verdict::continues;
    }
    if (is_failed_test(line)) {
        is_of_test_ = has_begun_ = true;
        if (line.front() == 'F') type_ = "test failed";
        return verdict::continues;
    }
    std::string_view text = line;
    std::optional<place> where;
    if (take_program(text)) {
        if (is_compiler(line)) type_ = "build failed";
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
        where = find_place(line);
        bool const is_behind_output = !where && !speaks_of_failure(line) && find_program(text);
        bool const is_told = where && (where->file.data() == line.data() || is_told_by_program(line));
        is_found_from_below_ = !is_told;
        if (!where && !is_behind_output && !speaks_of_failure(line)) return verdict::no_trace;
        if (!is_behind_output && !is_listed() && !is_of_filter_) record_ = handling_of_line(line);
    }
    if (where) {
        file_ = bounded(where->file, longest_name);
        line_ = where->line;
        text = where->rest;
    }
    message_ = bounded(trimmed(text));
    auto const finalized = text.starts_with(in_finalizer) ? find_place(text) : std::nullopt;
    if (finalized) frames_.add(finalized->file, finalized->line, {});
    is_of_module_ = text.starts_with("error loading module '");
    // a compiler's error has no traceback
    awaits_traceback_ = where && record_ == handling::none && text.find(" near ") == std::string_view::npos;
    has_begun_ = where || !message_.empty();
    return has_begun_ ? verdict::continues : verdict::no_trace;
}

verdict lua_reader::feed(std::string_view line) {
    block_.end_here();
    verdict const answer = in_others_ ? verdict::ended_before : read(line);
    in_others_ = in_others_ || (answer == verdict::ended_before && (is_of_test_ || is_listed()));
    if (in_others_) return block_.note(line, in_others(line));
    // what only may be of the message is part of it where a traceback follows
    bool const is_surely =
        has_traceback_ || lines_ == 0 || is_of_test_ || line.starts_with('\t') || line.starts_with("  ");
    if (is_surely) block_.go_on();
    return block_.note(line, answer);
}

verdict lua_reader::read(std::string_view line) {
    if (!has_begun_) return first(line);
    if (has_traceback_) return in_frames(line);
    if (is_of_test_ && lines_ < 2) return in_test(line);
    if (line == header) {
        has_traceback_ = true;
        return verdict::continues;
    }
    return in_message(line);
}

// The first one tells: nobody is to begin with another.
verdict lua_reader::in_others(std::string_view line) {
    bool const is_head = is_failed_test(line) || is_listed_test(line);
    bool const is_more = others_ > 0 && (!is_behind_blank_ || line == header || line.starts_with('\t'));
    is_behind_blank_ = is_blank(line);
    bool const is_theirs = is_head || is_more || is_behind_blank_;
    return is_theirs && ++others_ <= most_others ? verdict::continues : verdict::ended_before;
}

// its name, then "spec/shop_spec.lua:3: Expected objects to be equal."
verdict lua_reader::in_test(std::string_view line) {
    if (++lines_ == 1) return verdict::continues;
    auto const where = parse_places(line);
    message_ = bounded(trimmed(where ? where->rest : line));
    if (where) file_ = bounded(where->file, longest_name);
    if (where) line_ = where->line;
    is_found_from_below_ = true;
    return verdict::continues;
}

verdict lua_reader::in_message(std::string_view line) {
    if (++lines_ > most_message_lines) return verdict::ended_before;
    std::string_view text = line;
    if (auto const end = type_ == "build failed" ? make_.read(line) : std::nullopt) {
        block_.go_on();
        return *end;
    }
    if (make_.is_seen()) return verdict::ended_before;
    if (take_program(text) || is_failed_test(line) || is_over_) return verdict::ended_before;
    // only its traceback may follow
    is_over_ = is_of_test_ && line.empty();
    if (is_over_) return verdict::not_mine;
    bool const is_indented = line.starts_with('\t') || line.starts_with("  ");
    if (std::exchange(is_of_module_, false) && is_indented)
        message_ = bounded(message_ + "\n" + std::string(trimmed(line)));
    // where a module was looked for; other lines may be of the message, when a traceback follows
    if (line.starts_with("\tno f") || (is_indented && strangers_ == 0) || is_found_from_below_ ||
        (awaits_traceback_ && lines_ <= most_plain_lines))
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
    // "in function 'f'", "in local 'f'"; "in function <x.lua:3>" and "in main chunk" name none
    std::string_view name = where->rest;
    name.remove_prefix(std::min(name.find('\''), name.size()));
    if (!name.empty()) name = name.substr(1, name.rfind('\'') - 1);
    frames_.add(where->file, where->line, name);
    return verdict::continues;
}

bool lua_reader::conclude(found_trace& trace) {
    if (!has_begun_) return false;
    if (record_ != handling::none) {
        if (frames_.empty() && (has_traceback_ || line_ == 0)) return false;
        trace.handled = record_;
        trace.is_often_survived = !has_traceback_;
    }
    block_.cut(trace);
    if (frames_.empty() && !file_.empty()) frames_.add(file_, line_, {});
    trace.role = has_traceback_ && !is_of_test_ && !is_listed() ? trace_role::raised : trace_role::notice;
    if (is_panic_) trace.role = trace_role::raised;
    // the text of an object with __tostring, which stands alone
    std::string_view const named = file_.empty() && record_ == handling::none ? class_of(message_) : "";
    if (!named.empty() && (!has_traceback_ || named.ends_with("Error") || named.ends_with("Exception"))) {
        type_ = named;
        message_.erase(0, type_.size() + 2);
    }
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    auto frames = frames_.outermost_first();
    // an error passed on from a coroutine or a caught call tells a place that the stack has not
    bool const is_elsewhere = has_traceback_ && line_ > 0 &&
                              std::none_of(frames.begin(), frames.end(), [&](stack_frame const& frame) {
                                  return frame.line == line_ && frame.file == file_;
                              });
    if (is_elsewhere) push_bounded(frames, stack_frame{file_, line_, {}}, first_frames, most_frames);
    put_exception(trace.exception, "lua", std::move(type_), std::move(message_), std::move(frames));
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
    auto above = context.back(1, column);
    return above && (speaks_of_failure(*above) || find_program(*above)) ? 1 : 0;
}

}  // namespace

std::optional<start_point> find_lua_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        if (std::string_view said = text; take_panic(said)) return start_point{column, 0};
        if (text == header) {
            std::size_t const back = message_above(context, column);
            auto const above = back > 0 ? context.back(back + 1, column) : std::nullopt;
            bool const is_head = above && (is_of_filter(*above) || is_listed_test(*above));
            if (back > 0) return start_point{column, back + (is_head ? 1 : 0)};
        } else if (is_failed_test(text)) {
            return start_point{column, 0};
        } else if (take_program(text) && !text.empty() && is_told_at_once(text)) {
            return start_point{column, 0};
        }
    }
    if (!is_told_by_program(context.line())) return std::nullopt;
    // a traceback wears a bare level as well: "ERROR pump.lua:3: no water", "ERROR stack traceback:"
    auto const columns = context.columns();
    std::size_t column = columns.front();
    if (columns.size() > 1) {
        std::string_view const level = context.line().substr(column, columns[1] - column);
        bool const is_bare = level.ends_with(' ') && std::all_of(level.begin(), level.end() - 1, is_upper);
        if (is_bare && find_place(context.line().substr(columns[1]))) column = columns[1];
    }
    return start_point{column, 0};
}

std::unique_ptr<grammar> make_lua_grammar() {
    return std::make_unique<lua_reader>();
}

}  // namespace task_agent::trace
