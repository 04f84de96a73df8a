// One state machine, read best in one piece; what a single line is, is decided in python_lines. (Hence over
// 300 lines.)
#include "task_agent/trace/grammars/python.hpp"

#include "task_agent/trace/grammars/elastic_table.hpp"
#include "task_agent/trace/grammars/python_lines.hpp"
#include "task_agent/trace/handling_words.hpp"

#include "reading.hpp"
#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

using namespace python;

constexpr int most_message_lines = 24;
constexpr std::size_t most_message_bytes = 4096;
constexpr int most_prelude_lines = 4;
constexpr int most_source_lines = 6;
constexpr int most_strangers = 16;  // lines of others inside a trace that has not ended

// "    +---------------- 2 ----------------"
bool is_group_border(std::string_view line) noexcept {
    std::size_t const at = line.find_first_not_of(' ');
    return at != std::string_view::npos && at >= 2 && line.substr(at).starts_with("+-");
}

class python_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ >= state::raised; }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,    // nothing read
        prelude,  // "Exception in thread ...": a header must follow
        header,   // a frame must follow
        frames,   // frames, until something is raised
        syntax,   // the location of a SyntaxError without a header
        group,    // inside the gutters of an exception group
        raised,   // said what was raised; its message may go on, a link may follow
        linked,   // said that another exception follows
        table,    // a launcher tells of its workers
    };

    verdict first(std::string_view line);
    verdict in_prelude(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_syntax(std::string_view line);
    verdict in_group(std::string_view line);
    verdict in_raised(std::string_view line);
    verdict in_linked(std::string_view line);

    verdict stranger(verdict too_many) {
        return ++strangers_ > most_strangers ? too_many : verdict::not_mine;
    }
    void begin(state next);
    void raise(raised_line what, std::string_view line);
    void add_link(chained_exception link) { push_bounded(chain_, std::move(link), 1, most_links); }
    void read_gutter(std::string_view body);
    verdict read_border(std::string_view border);

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;
    std::vector<chained_exception> chain_;
    elastic_table table_;
    std::string first_member_;   // of a group: what was raised in it
    bool in_members_ = false;    // of a group: behind its own exception
    bool awaits_raise_ = false;  // in a group: the next line that looks like an exception is one
    bool may_go_on_ = true;      // the message
    int blanks_ = 0;
    int lines_ = 0;  // of the prelude, the source or the message
    std::size_t message_bytes_ = 0;
    int strangers_ = 0;
};

void python_reader::begin(state next) {
    state_ = next;
    type_.clear();
    message_.clear();
    cause_line_.clear();
    frames_.clear();
    first_member_.clear();
    in_members_ = false;
    awaits_raise_ = true;
    strangers_ = 0;
}

void python_reader::raise(raised_line what, std::string_view line) {
    type_ = to_plain_text(what.type);
    message_ = bounded(trimmed(what.message));
    cause_line_ = bounded(trimmed(line));
}

verdict python_reader::feed(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::prelude:
            return in_prelude(line);
        case state::header:
        case state::frames:
            return in_frames(line);
        case state::syntax:
            return in_syntax(line);
        case state::group:
            return in_group(line);
        case state::raised:
            return in_raised(line);
        case state::linked:
            return in_linked(line);
        case state::table:
            return table_.feed(line);
    }
    return verdict::no_trace;
}

verdict python_reader::first(std::string_view line) {
    if (line == header) {
        begin(state::header);
    } else if (line == group_header) {
        begin(state::group);
    } else if (is_bare_location(line)) {
        begin(state::syntax);
        if (auto frame = parse_frame(line)) frames_.push_back(std::move(*frame));
    } else if (auto const prelude = parse_prelude(line)) {
        role_ = prelude->role;
        state_ = state::prelude;
    } else {
        return verdict::no_trace;
    }
    return verdict::continues;
}

verdict python_reader::in_prelude(std::string_view line) {
    if (line == header) {
        begin(state::header);
        return verdict::continues;
    }
    if (line == group_header) {
        begin(state::group);
        return verdict::continues;
    }
    if (!is_prelude_detail(line) || lines_ == most_prelude_lines) return verdict::no_trace;
    ++lines_;
    return verdict::continues;
}

verdict python_reader::in_frames(std::string_view line) {
    if (auto frame = parse_frame(line)) {
        push_bounded(frames_, std::move(*frame), first_frames, most_frames);
        state_ = state::frames;
        strangers_ = 0;
        return verdict::continues;
    }
    if (line.ends_with(header)) return state_ == state::frames ? verdict::ended_before : verdict::no_trace;
    if (state_ == state::frames &&
        (line.starts_with("    ") || line.starts_with("  [Previous line repeated "))) {
        return verdict::continues;
    }
    auto const raised = parse_raised(line);
    // Without any frame (sys.tracebacklimit = 0) only the very next line, and only a name that says what it
    // is.
    bool const is_plausible =
        raised && (state_ == state::frames ? strangers_ == 0 || is_usual_type(raised->type)
                                           : strangers_ == 0 && raised->type.ends_with("Error"));
    if (!is_plausible) {
        return stranger(state_ == state::frames ? verdict::ended_before : verdict::no_trace);
    }
    raise(*raised, line);
    state_ = state::raised;
    may_go_on_ = true;
    blanks_ = lines_ = 0;
    message_bytes_ = 0;
    return verdict::continues;
}

verdict python_reader::in_syntax(std::string_view line) {
    if (line.starts_with("    "))
        return ++lines_ > most_source_lines ? verdict::no_trace : verdict::continues;
    auto const raised = parse_raised(line);
    if (!raised || !is_syntax_error(raised->type)) return verdict::no_trace;
    raise(*raised, line);
    state_ = state::raised;
    may_go_on_ = true;
    blanks_ = lines_ = 0;
    return verdict::continues;
}

// "  |   File ...", "  +-+---------------- 1 ----------------", "    +------------------------------------"
verdict python_reader::in_group(std::string_view line) {
    std::size_t const at = line.find_first_not_of(' ');
    if (at == std::string_view::npos) return verdict::ended_before;
    if (line[at] == '+') return read_border(line.substr(at));
    if (line[at] != '|' || at < 2) return stranger(verdict::ended_before);
    std::string_view body = line.substr(at + 1);
    if (body.starts_with(' ')) body.remove_prefix(1);
    read_gutter(body);
    return verdict::continues;
}

// CPython draws the closing border once for all levels that end there, so it does not tell whether the group
// is over: the next line does.
verdict python_reader::read_border(std::string_view border) {
    if (border.starts_with("+-+-")) in_members_ = true;
    bool const closes = border.find_first_not_of('-', 1) == std::string_view::npos;
    awaits_raise_ = !closes;  // a member, or the header of a nested group
    if (closes) {
        state_ = state::raised;
        may_go_on_ = false;
        blanks_ = 0;
    }
    return verdict::continues;
}

void python_reader::read_gutter(std::string_view body) {
    if (body == header) awaits_raise_ = true;
    if (!in_members_) {
        if (auto frame = parse_frame(body))
            push_bounded(frames_, std::move(*frame), first_frames, most_frames);
    }
    if (!awaits_raise_) return;
    auto const raised = parse_raised(body);
    if (!raised || !is_usual_type(raised->type)) return;
    awaits_raise_ = false;
    if (!in_members_) {
        raise(*raised, body);
        return;
    }
    if (first_member_.empty() && !raised->type.ends_with("ExceptionGroup"))
        first_member_ = bounded(trimmed(body));
    add_link({to_plain_text(raised->type), bounded(trimmed(raised->message))});
}

verdict python_reader::in_raised(std::string_view line) {
    if (is_link(line)) {
        add_link({type_, message_});
        state_ = state::linked;
        blanks_ = 0;
        return verdict::continues;
    }
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
        return ++blanks_ > 2 ? verdict::ended_before : verdict::continues;
    }
    if (lines_ == 0 && elastic_table::is_raised_with(type_) && elastic_table::is_border(line)) {
        state_ = state::table;
        return table_.feed(line);
    }
    if (in_members_ && blanks_ == 0 && is_group_border(line)) {
        state_ = state::group;
        return in_group(line);
    }
    int const most_between = is_usual_type(type_) ? 0 : most_strangers;
    if (lines_ <= most_between && blanks_ == 0 && may_go_on_ && is_frame(line) && !is_bare_location(line)) {
        // What looked like the end was another thread's line between two frames.
        type_.clear();
        state_ = state::frames;
        return in_frames(line);
    }
    bool const message_is_open = may_go_on_ && (blanks_ == 0 || (blanks_ == 1 && message_.empty()));
    message_bytes_ += line.size();
    if (!message_is_open || line.ends_with(header) || ++lines_ > most_message_lines ||
        message_bytes_ > most_message_bytes || looks_like_record(line) || parse_prelude(line) ||
        says_expected(line) || says_restart(line)) {
        return verdict::ended_before;
    }
    blanks_ = 0;
    if (message_.empty() && line != "\"\"\"" && cause_line_.ends_with(':')) {
        message_ = bounded(trimmed(line));
        cause_line_ += " " + message_;
    }
    return verdict::continues;
}

verdict python_reader::in_linked(std::string_view line) {
    if (line.find_first_not_of(" \t") == std::string_view::npos) {
        return ++blanks_ > 2 ? verdict::ended_before : verdict::continues;
    }
    if (line == header) {
        begin(state::header);
        return verdict::continues;
    }
    if (line == group_header) {
        begin(state::group);
        return verdict::continues;
    }
    auto const raised = parse_raised(line);
    if (!raised || !is_usual_type(raised->type)) return stranger(verdict::ended_before);
    // An exception that was never raised has no frames and no header.
    begin(state::raised);
    raise(*raised, line);
    blanks_ = lines_ = 0;
    may_go_on_ = true;
    return verdict::continues;
}

bool python_reader::conclude(found_trace& trace) {
    if (type_.empty() || state_ == state::linked) {
        // Broke off: in the first exception, or behind a link, whose exception is then the last one known.
        if (!chain_.empty() && type_.empty()) {
            type_ = std::move(chain_.back().type);
            message_ = std::move(chain_.back().message);
            cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
            chain_.pop_back();
        } else if (state_ == state::linked) {
            chain_.pop_back();
        } else if (frames_.empty() || state_ == state::syntax) {
            return false;
        }
    }
    trace.role = type_.empty() ? trace_role::incomplete : role_;
    if (state_ == state::table) {
        trace.role = trace_role::summary;
        if (table_.rank()) trace.exception.rank = table_.rank();
        trace.root_line = table_.root();
        message_ = table_.title();
        if (cause_line_.ends_with(':')) cause_line_ += " " + message_;
    }
    trace.first_member = std::move(first_member_);
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    e.language = "python";
    e.type = std::move(type_);
    e.message = std::move(message_);
    for (stack_frame& frame : frames_) {
        frame.file = to_plain_text(frame.file);
        frame.function = to_plain_text(frame.function);
    }
    e.frames = std::move(frames_);
    e.chain = std::move(chain_);
    return true;
}

}  // namespace

std::optional<start_point> find_python_start(start_context const& context) {
    std::string_view const line = context.line();
    if (line.back() == ':' && line.ends_with(header)) {
        std::size_t const gutter = group_header.size() - header.size();
        std::size_t const column = line.size() - header.size();
        return start_point{line.ends_with(group_header) ? column - gutter : column, 0};
    }
    for (std::size_t const column : context.columns()) {
        std::string_view const text = line.substr(column);
        if (text.starts_with(' ') ? is_bare_location(text) : parse_prelude(text).has_value())
            return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_python_grammar() {
    return std::make_unique<python_reader>();
}

}  // namespace task_agent::trace
