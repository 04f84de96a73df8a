#include "task_agent/trace/grammars/ocaml/ocaml.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_frame.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace ocaml;

constexpr std::string_view fatal = "Fatal error: exception ";
constexpr std::string_view core_header = "Uncaught exception:";  // of the library Base
constexpr int most_strangers = 16;
constexpr int most_message_lines = 24;
constexpr std::string_view toplevel_header = "Exception:";  // of a script, what it was stands below it
constexpr std::string_view toplevel_memory = "Out of memory during evaluation.";
// of the library Cmdliner: what it was stands below it
constexpr std::string_view command_header = ": internal error, uncaught exception:";
constexpr std::string_view toplevel_overflow = "Stack overflow during evaluation (looping recursion?).";

class ocaml_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, core, toplevel, command, message, frames };

    verdict first(std::string_view line);
    verdict in_core(std::string_view line);
    verdict in_toplevel(std::string_view line);
    verdict in_message(std::string_view line);
    void raise(named const& what);

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    handling record_ = handling::none;
    std::string type_;
    std::string message_;
    frame_list frames_;
    stack_frame place_;  // where the runtime's own words say it was
    bool needs_frames_ = false;
    bool may_be_last_ = false;  // without frames, when nothing follows
    bool has_stack_ = false;    // even if no frame of it has a place
    bool is_told_ = false;      // in a line of the program's own
    bool is_indented_ = false;  // every line of it
    int lines_ = 0;
    int strangers_ = 0;
};

void ocaml_reader::raise(named const& what) {
    type_ = bounded(what.type, longest_name);
    message_ = bounded(what.message);
    state_ = state::frames;
    // a text of several lines, whose first has no end
    constexpr std::string_view begin = "(\"";
    if (message_.starts_with(begin) && !message_.ends_with(')')) {
        message_.erase(0, begin.size());
        state_ = state::message;
    }
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
        if (!what && text.empty()) return verdict::no_trace;
        // a printer of its own may show it in any words
        raise(what ? *what : named{"error", text});
        return verdict::continues;
    }
    if (auto const what = parse_toplevel(line)) {
        // shown by a session as well, which goes on
        needs_frames_ = may_be_last_ = what->message.empty();
        raise(*what);
        return verdict::continues;
    }
    if (line == toplevel_overflow) {
        raise({"Stack_overflow", {}});
        return verdict::continues;
    }
    if (line == toplevel_memory) {
        raise({"Out_of_memory", {}});
        role_ = trace_role::resource;
        return verdict::continues;
    }
    if (line.ends_with(command_header)) {
        state_ = state::command;
        return verdict::continues;
    }
    if (is_bare_failure(line)) {
        needs_frames_ = may_be_last_ = is_told_ = true;
        record_ = handling::error;
        raise(*parse_exception(line));
        return verdict::continues;
    }
    if (line == toplevel_header) {
        state_ = state::toplevel;
        return verdict::continues;
    }
    if (is_lost_script(line)) {
        raise({"error", line});
        role_ = trace_role::notice;
        return verdict::ends;
    }
    auto what = find_exception(line);
    if (is_killed_thread(line)) {
        role_ = trace_role::detached;
    } else {
        is_told_ = true;
        needs_frames_ = !(what && is_surely_exception(*what));
        record_ = handling_of_header(line);
    }
    // of a script whose printer has words of its own, or no arguments
    if (!what && take(text, toplevel_header)) what = named{"error", trimmed(text)};
    if (!what) return verdict::no_trace;
    raise(*what);
    return verdict::continues;
}

verdict ocaml_reader::feed(std::string_view line) {
    if (state_ == state::fresh) return first(line);
    if (state_ == state::command) {
        auto const what = parse_exception(trimmed(line));
        if (!what) return verdict::no_trace;
        raise(*what);
        is_indented_ = true;
        return verdict::continues;
    }
    if (is_indented_) line = trimmed(line);
    if (state_ == state::core) return in_core(line);
    if (state_ == state::toplevel) return in_toplevel(line);
    if (is_frame(line)) {
        has_stack_ = true;
        add_frame(frames_, line);
        strangers_ = 0;
        return verdict::continues;
    }
    if (state_ == state::message) return in_message(line);
    if (line.starts_with("(Program not linked with -g") || line.starts_with("(Cannot print locations"))
        return verdict::continues;
    if (is_blank(line)) return verdict::not_mine;
    if (may_be_last_ && frames_.empty()) return has_stack_ ? verdict::ended_before : verdict::no_trace;
    // lines of a message, or of another thread; behind the frames nothing of it follows
    bool const may_go_on = frames_.empty() && !line.starts_with(fatal) && ++strangers_ <= most_strangers;
    return may_go_on ? verdict::not_mine : verdict::ended_before;
}

// "(Failure "no flour")", "("no flour" (row 3)"
verdict ocaml_reader::in_core(std::string_view line) {
    std::string_view text = trimmed(line);
    if (text.empty()) return verdict::continues;
    bool const has_bracket = take(text, "(");
    if (has_bracket && take(text, "\"")) {
        raise({"error", text.substr(0, text.find('"'))});
        return verdict::continues;
    }
    if (!has_bracket && !is_upper(text.front())) return verdict::no_trace;
    std::size_t const end = text.find_first_of(" )");
    std::string_view message = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    while (message.ends_with(')'))
        message.remove_suffix(1);
    raise({text.substr(0, end), without_quotes(message)});
    return verdict::continues;
}

// "Stdlib.Scanf.Scan_failure", " "no number".": what is too long for one line.
verdict ocaml_reader::in_toplevel(std::string_view line) {
    if (type_.empty()) {
        std::string_view const name = line.substr(0, line.find(' '));
        if (!parse_exception(name)) return verdict::no_trace;
        type_ = bounded(name, longest_name);
        message_ = bounded(trimmed(line.substr(name.size())));
    } else {
        if (!line.starts_with(' ') || ++lines_ > most_message_lines) return verdict::no_trace;
        message_ = bounded(message_ + (message_.empty() ? "" : " ") + std::string(trimmed(line)));
    }
    if (!line.ends_with('.')) return verdict::continues;
    (message_.empty() ? type_ : message_).pop_back();
    message_ = without_quotes(std::string(message_));
    state_ = state::frames;
    return verdict::continues;
}

verdict ocaml_reader::in_message(std::string_view line) {
    if (++lines_ > most_message_lines || line.starts_with(fatal)) return verdict::ended_before;
    bool const is_last = line.ends_with("\")");
    if (is_last) state_ = state::frames;
    message_ = bounded(message_ + '\n' + std::string(is_last ? line.substr(0, line.size() - 2) : line));
    return verdict::continues;
}

bool ocaml_reader::conclude(found_trace& trace) {
    if (type_.empty() || (needs_frames_ && frames_.empty() && !may_be_last_)) return false;
    if (frames_.empty() && !place_.file.empty()) frames_.add(place_.file, place_.line, {});
    // only that nothing follows says that it was the end
    bool const is_notice = frames_.empty() && (is_told_ || may_be_last_);
    trace.role = is_notice ? trace_role::notice : role_;
    trace.is_often_survived = trace.role == trace_role::notice;
    if (record_ != handling::none) trace.handled = record_;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "ocaml", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

}  // namespace

std::optional<start_point> find_ocaml_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        bool const is_whole = text == core_header || text == toplevel_header || text == toplevel_overflow ||
                              text == toplevel_memory || is_killed_thread(text) || is_lost_script(text);
        if (is_whole || text.starts_with(fatal) || parse_toplevel(text)) return start_point{column, 0};
        if (column == 0 && is_bare_failure(text)) {
            auto const above = context.back(1, column);
            return start_point{column, above && above->ends_with(command_header) ? std::size_t{1} : 0};
        }
        if (text.starts_with("  ") && is_bare_failure(trimmed(text))) {
            auto const above = context.back(1, column);
            if (above && above->ends_with(command_header)) return start_point{column, 1};
        }
        if (!text.starts_with("Raised ") || text.find(" in file \"") == std::string_view::npos) continue;
        auto const above = context.back(1, column);
        if (above && (above->starts_with(toplevel_header) || find_exception(*above)))
            return start_point{column, 1};
    }
    return is_told_failure(context.line()) ? std::optional(start_point{context.columns().front(), 0})
                                           : std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_grammar() {
    return std::make_unique<ocaml_reader>();
}

}  // namespace task_agent::trace
