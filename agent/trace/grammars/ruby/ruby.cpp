#include "task_agent/trace/grammars/ruby/ruby.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/ruby/ruby_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace ruby;

constexpr int most_strangers = 16;

class ruby_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override {
        return state_ == state::frames || state_ == state::syntax || state_ == state::bug ||
               (state_ == state::raised && is_outermost_);
    }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        thread,         // its header; what it died of must follow
        raised,         // the rest of a message, or frames
        frames,         // frames, or a cause
        reversed,       // frames, then what was raised
        bug,            // the interpreter's report of its own crash
        syntax,         // the place of a syntax error, drawn
        logged,         // the program's own words; a frame must follow
        logged_frames,  // "x.rb:3:in `f'" each
    };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_raised(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_bug(std::string_view line);
    verdict in_syntax(std::string_view line);
    verdict in_logged(std::string_view line);
    verdict raise(raised_line const& what, std::string_view line);

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    handling record_ = handling::none;  // what Logger's own line says
    frame_list frames_;
    std::vector<chained_exception> causes_;       // outermost first
    std::optional<chained_exception> of_thread_;  // whose end another one's followed
    std::vector<stack_frame> reversed_;           // outermost first
    bool is_shown_ = false;                       // by a test that goes on
    bool is_outermost_ = false;                   // raised in <main>: no frame need follow
    bool is_of_program_ = false;                  // which printed it in words of its own
    bool is_drawn_ = false;                       // the place, by marks below the source
    bool is_cut_ = false;                         // the outermost frame is not that of a file
    bool awaits_class_ = false;                   // behind the first line of a record
    bool is_first_ = true;                        // frames are those of the exception itself
    std::size_t lines_ = 0;
    int strangers_ = 0;
    block_bounds block_;
};

verdict ruby_reader::raise(raised_line const& what, std::string_view line) {
    is_outermost_ = what.where.function.empty() || what.where.function.front() == '<' ||
                    what.where.function.ends_with("<main>");
    state_ = state::raised;
    lines_ = 0;
    bool const is_same = what.type == type_ && bounded(what.message) == message_;
    if (role_ == trace_role::detached && !cause_line_.empty() && !is_same && causes_.empty()) {
        // what ended the one that waited for the thread
        block_.begin_here();
        of_thread_ = chained_exception{std::move(type_), std::move(message_)};
        root_line_ = std::move(cause_line_);
        cause_line_.clear();
        frames_.clear();
        role_ = trace_role::raised;
    }
    if (cause_line_.empty()) {
        type_ = bounded(what.type, longest_name);
        message_ = bounded(what.message);
        cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
        if (message_.empty() && line.ends_with(no_message)) cause_line_.append(": ").append(no_message);
        frames_.add(what.where.file, what.where.line, what.where.function);
        return verdict::continues;
    }
    is_first_ = false;
    if (is_same) {
        // The thread's exception, raised again in the one that waited for it.
        if (std::exchange(role_, trace_role::raised) == trace_role::detached) block_.end_here();
        return verdict::continues;
    }
    add_link(causes_, what.type, what.message);
    root_line_ = bounded(trimmed(line));
    return verdict::continues;
}

verdict ruby_reader::read(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::thread: {
            auto const what = parse_raised(line);
            return what ? raise(*what, line) : verdict::no_trace;
        }
        case state::raised:
            return in_raised(line);
        case state::frames:
            return in_frames(line);
        case state::reversed: {
            if (auto const where = parse_reversed(line)) {
                push_bounded(reversed_,
                             stack_frame{bounded(where->file, longest_name), where->line,
                                         bounded(where->function, longest_name)},
                             first_frames, most_frames);
                return verdict::continues;
            }
            if (is_levels(line)) return verdict::continues;
            auto const what = parse_raised(line);
            if (!what) return verdict::no_trace;
            raise(*what, line);
            is_outermost_ = true;  // the frames stand above
            for (auto frame = reversed_.rbegin(); frame != reversed_.rend(); ++frame)
                frames_.add(frame->file, frame->line, frame->function);
            return verdict::continues;
        }
        case state::bug:
            return in_bug(line);
        case state::syntax:
            return in_syntax(line);
        case state::logged:
        case state::logged_frames:
            return in_logged(line);
    }
    return verdict::no_trace;
}

verdict ruby_reader::first(std::string_view line) {
    if (is_thread_header(line)) {
        state_ = state::thread;
        role_ = trace_role::detached;
        return verdict::continues;
    }
    if (auto const what = parse_syntax_error(line)) {
        raise(*what, line);
        state_ = state::syntax;
        return verdict::continues;
    }
    for (auto const read : {parse_raised, parse_bare, parse_in_template})
        if (auto const what = read(line)) return raise(*what, line);
    if (auto const said = parse_bug(line)) {
        state_ = state::bug;
        role_ = trace_role::native_crash;
        type_ = "[BUG]";
        message_ = bounded(*said);
        cause_line_ = type_ + " " + message_;
        return verdict::continues;
    }
    if (line == reversed_header || parse_reversed(line)) {
        state_ = state::reversed;
        return line == reversed_header ? verdict::continues : read(line);
    }
    if (auto const what = parse_of_program(line)) {
        raise(*what, line);
        if (what->where.file.empty()) frames_.clear();
        return verdict::ends;
    }
    if (auto const what = find_raised(line)) {
        record_ = handling_of_header(line);
        is_of_program_ = true;
        return raise(*what, line);
    }
    auto const said = parse_header(line);
    if (!said) return verdict::no_trace;
    if (is_logger_record(line)) {
        bool const is_loud = line.front() == 'E' || line.front() == 'F' || line.front() == 'A';
        record_ = is_loud && !says_to_go_on(logged_text(line)) ? handling::error : handling::survived;
        awaits_class_ = said->type == "error";
    } else {
        record_ = handling_of_header(line);
        is_of_program_ = true;
    }
    type_ = bounded(said->type, longest_name);
    message_ = bounded(trimmed(said->message));
    cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
    state_ = state::logged;
    return verdict::continues;
}

verdict ruby_reader::in_raised(std::string_view line) {
    if (line.starts_with("\tfrom ") || is_levels(line)) return in_frames(line);
    if (auto const what = parse_raised(line)) {
        if (is_outermost_ && lines_ == 0) return raise(*what, line);
        return verdict::ended_before;
    }
    if (++lines_ > most_message_lines || is_thread_header(line) || is_logger_record(line))
        return verdict::ended_before;
    if (!is_outermost_) return verdict::continues;
    // error_highlight's blank line, source line and marks; did_you_mean's guess
    if (lines_ == 1 && line.empty()) {
        is_drawn_ = type_ == "NoMethodError" || type_ == "NameError" || type_ == "TypeError" ||
                    type_ == "ArgumentError";
    }
    bool const is_drawn =
        is_drawn_ && (lines_ <= 2 || line.find_first_not_of(" ^") == std::string_view::npos);
    if (is_drawn || line.starts_with("  ") || line.starts_with("Did you mean?")) return verdict::continues;
    return verdict::ended_before;
}

verdict ruby_reader::in_frames(std::string_view line) {
    if (auto const where = parse_from(line)) {
        is_shown_ = is_shown_ || is_of_test_runner(where->file);
        if (is_first_) frames_.add(where->file, where->line, where->function);
        is_cut_ = where->function.find('<') == std::string_view::npos;
        state_ = state::frames;
        strangers_ = 0;
        return verdict::continues;
    }
    if (is_levels(line)) return verdict::continues;
    if (auto const what = parse_raised(line))
        return strangers_ == 0 ? raise(*what, line) : verdict::ended_before;
    if (is_thread_header(line) || parse_bare(line)) return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

// "x.rb:3:in `sell'", the innermost last, among what a machine says
verdict ruby_reader::in_bug(std::string_view line) {
    if (auto const where = parse_shown(line)) {
        push_bounded(reversed_,
                     stack_frame{bounded(where->file, longest_name), where->line,
                                 bounded(where->function, longest_name)},
                     first_frames, most_frames);
        return verdict::continues;
    }
    if (is_of_bug(line)) return verdict::continues;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

verdict ruby_reader::in_syntax(std::string_view line) {
    ++lines_;
    if (parse_syntax_error(line)) {
        lines_ = 0;
        return verdict::continues;
    }
    return is_of_syntax_error(line, lines_) ? verdict::continues : verdict::ended_before;
}

verdict ruby_reader::in_logged(std::string_view line) {
    if (awaits_class_ && !is_blank(line) && !is_logger_record(line) && !parse_shown(line)) {
        std::string_view rest;
        std::string_view type;
        if (split_class(line, rest, type)) {
            awaits_class_ = false;
            type_ = bounded(type, longest_name);
            cause_line_ = type_ + ": " + message_;
            return verdict::continues;
        }
        return ++lines_ <= most_record_lines ? verdict::continues : verdict::no_trace;
    }
    // Rails leaves a line between
    bool const is_between = state_ == state::logged && lines_ < 2 &&
                            (is_blank(line) || (is_logger_record(line) && is_blank(logged_text(line))));
    if (is_between && ++lines_ > 0) return verdict::continues;
    if (auto const where = parse_shown(line)) {
        is_shown_ = is_shown_ || is_of_test_runner(where->file);
        frames_.add(where->file, where->line, where->function);
        state_ = state::logged_frames;
        return verdict::continues;
    }
    return state_ == state::logged ? verdict::no_trace : verdict::ended_before;
}

bool ruby_reader::conclude(found_trace& trace) {
    if (cause_line_.empty() || state_ == state::logged) return false;
    trace.role = tells_of_command(message_) ? trace_role::summary : role_;
    if (record_ != handling::none) trace.handled = record_;
    trace.is_often_survived = is_of_program_;
    // the interpreter prints all frames, down to those of a file: who prints fewer caught it
    bool const is_caught = is_cut_ && role_ == trace_role::raised && trace.handled == handling::none;
    if (is_caught) trace.handled = handling::survived;
    if (is_shown_) trace.handled = handling::aside;
    block_.cut(trace);
    trace.cause_line = std::move(cause_line_);
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    auto frames = state_ == state::bug ? std::move(reversed_) : frames_.outermost_first();
    put_exception(e, "ruby", std::move(type_), std::move(message_), std::move(frames));
    if (of_thread_ && causes_.empty()) causes_.push_back(std::move(*of_thread_));
    std::reverse(causes_.begin(), causes_.end());
    e.chain = std::move(causes_);
    return true;
}

}  // namespace

std::unique_ptr<grammar> make_ruby_grammar() {
    return std::make_unique<ruby_reader>();
}

}  // namespace task_agent::trace
