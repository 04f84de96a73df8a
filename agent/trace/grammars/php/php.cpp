#include "task_agent/trace/grammars/php/php.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/php/php_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace php;

constexpr std::size_t most_message_lines = 24;
constexpr int most_strangers = 16;
constexpr std::string_view on_line = " on line ";
constexpr std::string_view fatal_mark = "Fatal error: ";

class php_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override {
        return state_ == state::after || state_ == state::logged || state_ == state::again;
    }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        message,  // goes on until "Stack trace:"
        frames,   // "#0 ..."
        between,  // behind "{main}": a further link, or where it was thrown
        after,    // its last line: a stack of 8.5, or Xdebug's, may follow
        shown,    // what an exception's own text says, until "thrown in"
        logged,   // a record of Monolog, whose stack may follow
        again,    // what was logged is printed as well
    };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_message(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_between(std::string_view line);
    verdict in_after(std::string_view line);
    verdict in_shown(std::string_view line);
    verdict in_logged(std::string_view line);
    verdict in_again(std::string_view line);
    verdict first_logged(logged_exception const& record);
    void raise(named what);
    void end_message(std::string_view line);
    void add_frame(std::string_view line);
    verdict stranger() { return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine; }

    state state_ = state::fresh;
    trace_role role_ = trace_role::incomplete;
    handling record_ = handling::none;
    std::string type_;
    std::string message_;
    std::string fatal_;  // behind the first line's "Fatal error: "
    block_bounds block_;
    frame_list frames_;
    std::vector<chained_exception> earlier_;
    std::size_t lines_ = 0;
    int strangers_ = 0;
    bool is_uncaught_ = false;
    bool is_bare_ = false;
    bool has_place_ = false;
    bool has_table_ = false;
};

void php_reader::raise(named what) {
    if (!type_.empty()) add_link(earlier_, type_, message_);
    type_ = bounded(what.type, longest_name);
    frames_.clear();
    has_place_ = false;
    lines_ = 0;
    state_ = state::message;
    auto const where = find_place(what.message);
    std::string_view said = trimmed(where ? where->before : what.message);
    if (what.is_quoted && said.ends_with('\'')) said.remove_suffix(1);
    message_ = bounded(said);
    end_message(what.message);
}

// Any line of the message may look as if it were the last: the last of them counts.
void php_reader::end_message(std::string_view line) {
    // Yii's place has a line of its own
    std::string const own = line.starts_with("in ") ? " " + std::string(line) : std::string();
    auto const where = find_place(own.empty() ? line : own);
    if (!where) return;
    frames_.clear();
    frames_.add(where->file, where->line, {});
    has_place_ = true;
}

verdict php_reader::feed(std::string_view line) {
    verdict const answer = read(line);
    block_.note(line, answer);
    return answer;
}

verdict php_reader::read(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::message:
            return in_message(line);
        case state::frames:
            return in_frames(line);
        case state::between:
            return in_between(line);
        case state::after:
            return in_after(line);
        case state::shown:
            return in_shown(line);
        case state::logged:
            return in_logged(line);
        case state::again:
            return in_again(line);
    }
    return verdict::no_trace;
}

verdict php_reader::first(std::string_view line) {
    // behind text that the program did not end
    std::size_t const at = line.find(fatal_mark);
    std::string_view const own = at == std::string_view::npos ? line : line.substr(at);
    if (auto const fatal = parse_fatal(own)) {
        std::string_view text = fatal->text;
        fatal_ = bounded(text);
        if (take(text, "Uncaught ")) {
            auto const what = parse_uncaught(text);
            is_uncaught_ = true;
            raise(what.value_or(named{"error", text}));
            // an exception with a text of its own tells no place before the end
            if (!what) state_ = state::shown;
            return verdict::continues;
        }
        auto const where = parse_place(text, " on line ");
        if (!where) return verdict::no_trace;
        type_ = fatal->kind;
        message_ = bounded(trimmed(where->before));
        frames_.add(where->file, where->line, {});
        bool const is_memory = message_.starts_with("Allowed memory size of ");
        role_ = is_memory ? trace_role::resource : trace_role::raised;
        state_ = state::after;
        return verdict::continues;
    }
    if (line.starts_with(no_script)) {
        type_ = "error";
        message_ = bounded(line);
        role_ = trace_role::raised;
        return verdict::ends;
    }
    if (auto const record = parse_logged(line)) return first_logged(*record);
    auto what = split_quoted(line);
    if (!what) what = find_type(line);
    is_bare_ = !what || !find_place(line);
    if (!what && find_place(line)) what = split_type(line);
    record_ = handling_of_header(line);
    raise(what.value_or(named{"error", said_behind_lead(line)}));
    return verdict::continues;
}

verdict php_reader::in_message(std::string_view line) {
    if (line == stack_header && has_place_) {
        state_ = state::frames;
        role_ = trace_role::raised;
        return verdict::continues;
    }
    if (++lines_ > most_message_lines || parse_fatal(line)) return verdict::ended_before;
    if (is_uncaught_ && thrown_in(line)) return in_shown(line);
    // a program's own header, with the frames at once
    if (!is_uncaught_ && frame_number(line) == 0) {
        state_ = state::frames;
        role_ = trace_role::raised;
        return in_frames(line);
    }
    if (!line.empty()) has_place_ = false;
    end_message(line);
    return verdict::continues;
}

verdict php_reader::in_frames(std::string_view line) {
    std::string_view text = line;
    if (!take(text, "#") || take_number(text) < 0 || !take(text, " ")) return stranger();
    strangers_ = 0;
    if (text == main_frame) {
        state_ = state::between;
        return verdict::continues;
    }
    add_frame(line);
    return verdict::continues;
}

void php_reader::add_frame(std::string_view line) {
    if (auto const frame = parse_frame(line)) frames_.add(frame->file, frame->line, frame->function);
}

verdict php_reader::in_between(std::string_view line) {
    if (thrown_in(line)) {
        state_ = state::after;
        return verdict::continues;
    }
    if (line.empty()) return verdict::continues;
    std::string_view text = line;
    auto const what = take(text, "Next ") ? split_type(text) : std::nullopt;
    // what a program printed has no last line of its own
    if (!what) return is_uncaught_ ? stranger() : verdict::ended_before;
    strangers_ = 0;
    raise(*what);
    return verdict::continues;
}

// "Stack trace:" and "#0 ..." of a fatal error since 8.5; "PHP Stack trace:" and "PHP   1. {main}() ...", or
// "Call Stack:" and a table, of Xdebug. What they tell was told before.
verdict php_reader::in_after(std::string_view line) {
    // a program without settings of its own logs it and prints it, both to the terminal
    if (auto const fatal = parse_fatal(line); fatal && bounded(fatal->text) == fatal_) {
        block_.end_here();
        lines_ = 0;
        state_ = state::again;
        return is_uncaught_ ? verdict::continues : verdict::ends;
    }
    std::string_view text = line;
    take(text, "PHP ");
    // of a check without a run
    if (line.starts_with("Errors parsing ")) return verdict::ends;
    bool const is_header = text == "Call Stack:" || text == stack_header;
    if (is_header) has_table_ = true;
    if (is_header) return verdict::continues;
    if (line.empty()) return has_table_ ? verdict::ended_before : verdict::not_mine;
    std::string_view row = trimmed(text);
    bool const is_frame = has_table_ && ((take(row, "#") && take_number(row) >= 0) ||
                                         (text.starts_with("  ") && is_digit(trimmed(text).front())));
    return is_frame ? verdict::continues : verdict::ended_before;
}

verdict php_reader::in_again(std::string_view line) {
    if (thrown_in(line)) return verdict::ends;
    return ++lines_ > most_message_lines + most_frames ? verdict::ended_before : verdict::continues;
}

verdict php_reader::in_shown(std::string_view line) {
    auto const where = thrown_in(line);
    if (!where) return ++lines_ > most_message_lines ? verdict::ended_before : verdict::continues;
    std::size_t const at = where->find(on_line);
    std::string_view number = where->substr(std::min(at + on_line.size(), where->size()));
    if (frames_.empty()) frames_.add(where->substr(0, at), std::max(0, take_number(number)), {});
    role_ = trace_role::raised;
    state_ = state::after;
    return verdict::continues;
}

verdict php_reader::first_logged(logged_exception const& record) {
    record_ = is_quiet_record(record.before) ? handling::survived : handling_of_header(record.before);
    std::string const message = without_escapes(record.what.message);
    raise(named{without_escapes(record.what.type), message});
    frames_.clear();
    frames_.add(record.where.file, record.where.line, {});
    role_ = trace_role::raised;
    state_ = state::logged;
    return verdict::continues;
}

// "[stacktrace]", its frames, causes, and the end of the record: ""} "
verdict php_reader::in_logged(std::string_view line) {
    if (line.starts_with("\"}")) return verdict::ends;
    if (frame_number(line) >= 0) {
        add_frame(line);
        return verdict::continues;
    }
    bool const is_part = line == logged_header || line.starts_with("[previous exception] ");
    return is_part ? verdict::continues : verdict::ended_before;
}

bool php_reader::conclude(found_trace& trace) {
    if (type_.empty() || state_ == state::shown) return false;
    trace.role = role_;
    block_.cut(trace);
    if (record_ != handling::none) trace.handled = record_;
    // a header of the program that names no class, or has no place, may tell of anything
    trace.is_often_survived = is_bare_;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    if (!earlier_.empty()) {
        chained_exception const& root = earlier_.front();
        trace.root_line = root.message.empty() ? root.type : root.type + ": " + root.message;
    }
    put_exception(trace.exception, "php", std::move(type_), std::move(message_), frames_.outermost_first());
    trace.exception.chain = std::move(earlier_);
    return true;
}

}  // namespace

std::unique_ptr<grammar> make_php_grammar() {
    return std::make_unique<php_reader>();
}

}  // namespace task_agent::trace
