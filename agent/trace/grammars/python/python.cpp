// One state machine, read best in one piece; what a single line is, is decided in python_lines. (Hence over
// 300 lines.)
#include "task_agent/trace/grammars/python/python.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/python/elastic_table.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/python/python_message.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include "python_group.hpp"
#include "python_runner.hpp"
#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

using namespace python;

constexpr std::size_t longest_statement = 1024;
constexpr int most_prelude_lines = 4;
constexpr int most_source_lines = 6;
constexpr int most_unknown_lines = 8;
constexpr int most_strangers = 16;  // lines of others inside a trace that has not ended

// Of the module sh, below the command that it ran and what that printed.
constexpr std::string_view errors_of_command = "  STDERR:";

// Celery's: its message is the trace of the worker in quotes, which has raised it.
constexpr std::string_view with_trace = "ExceptionWithTraceback";
constexpr std::string_view quotes = "\"\"\"";

// How PyTorch tells again what a worker of a DataLoader printed.
constexpr std::string_view quoted_header = "Original Traceback (most recent call last):";

class python_reader final : public grammar {
public:
    explicit python_reader(handling handled = handling::none, bool is_quoted = false)
        : handled_(handled), is_quoted_(is_quoted) {}
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
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
        quoted,   // its message holds the traceback of another process
        table,    // a launcher tells of its workers
        tests,    // behind it, a test runner goes on
    };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_prelude(std::string_view line);
    verdict in_frames(std::string_view line);
    verdict in_syntax(std::string_view line);
    verdict in_group(std::string_view line);
    verdict in_raised(std::string_view line);
    verdict in_linked(std::string_view line);
    verdict in_quoted(std::string_view line);
    verdict in_tests(std::string_view line);
    bool end_broken();
    void tell_quoted(found_trace& trace);

    verdict stranger(verdict too_many) {
        return ++strangers_ > most_strangers ? too_many : verdict::not_mine;
    }
    // What does not look like the message may be some of it: a link behind it would tell.
    verdict unknown(std::string_view line) {
        may_go_on_ = false;
        blanks_ = 0;
        bool const begins_another = is_frame(line) || line.ends_with(header) || parse_prelude(line);
        return begins_another || ++unknown_ > most_unknown_lines ? verdict::ended_before : verdict::not_mine;
    }
    void begin(state next);
    void raise(raised_line what, std::string_view line);
    void await_message(raised_line what);
    void add_source(std::string_view line);
    void add_link(chained_exception link) { push_bounded(chain_, std::move(link), 1, most_links); }

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;
    std::vector<chained_exception> chain_;
    elastic_table table_;
    python_group group_;
    std::string root_;          // the first of those that are each the direct cause of the next
    std::string first_member_;  // of a group: what was raised in it
    bool may_go_on_ = true;     // the message
    handling handled_;
    bool is_quoted_;                         // reads what stands in another's message
    bool may_quote_ = false;                 // the line before announces something
    std::unique_ptr<python_reader> quoted_;  // of the traceback in the message
    bool is_old_ = false;                    // has the header of Python 1.5
    bool is_remote_ = false;                 // begins with the trace of a worker
    bool runs_command_ = false;              // the message tells what a command printed
    bool awaits_errors_ = false;             // of that command
    bool is_of_logging_ = false;             // which adds the stack of its caller
    runner_behind runner_;
    block_bounds block_;
    message_extent extent_;
    std::string statement_;  // the source of the frame read last
    int blanks_ = 0;
    int lines_ = 0;  // of the prelude or the source
    int strangers_ = 0;
    int unknown_ = 0;  // lines behind the message
};

void python_reader::begin(state next) {
    state_ = next;
    type_.clear();
    message_.clear();
    cause_line_.clear();
    frames_.clear();
    first_member_.clear();
    statement_.clear();
    group_ = python_group();
    strangers_ = 0;
}

void python_reader::raise(raised_line what, std::string_view line) {
    type_ = to_plain_text(what.type);
    message_ = bounded(trimmed(what.message));
    cause_line_ = bounded(trimmed(line));
    runs_command_ = type_.find("ErrorReturnCode") != std::string::npos;
}

void python_reader::await_message(raised_line what) {
    state_ = state::raised;
    may_go_on_ = true;
    blanks_ = lines_ = strangers_ = unknown_ = 0;
    may_quote_ = !is_quoted_ && what.message.ends_with(':');
    extent_.begin(what, statement_);
}

// Python 3.13 prints all lines of a statement; marks below them tell which part of it failed.
void python_reader::add_source(std::string_view line) {
    line = trimmed(line);
    bool const is_value = line.starts_with("\u2502") || line.starts_with("\u2514");  // loguru's
    if (is_value || line.find_first_not_of(" ^~") == std::string_view::npos) return;
    if (statement_.size() + line.size() > longest_statement) return;
    if (!statement_.empty()) statement_ += ' ';
    statement_ += line;
}

verdict python_reader::read(std::string_view line) {
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
        case state::quoted:
            return in_quoted(line);
        case state::table:
            return table_.feed(line);
        case state::tests:
            return in_tests(line);
    }
    return verdict::no_trace;
}

verdict python_reader::first(std::string_view line) {
    if (line == header || line == old_header) {
        is_old_ = line == old_header;
        begin(state::header);
    } else if (line == group_header) {
        begin(state::group);
    } else if (is_bare_location(line)) {
        begin(state::syntax);
        if (auto frame = parse_frame(line)) frames_.push_back(std::move(*frame));
    } else if (auto const prelude = parse_prelude(line)) {
        role_ = prelude->role;
        is_of_logging_ = line == logging_error;
        is_remote_ = names_remote_traceback(line);
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
    // loguru's mark of the frame that caught it
    std::string unmarked;
    if (line.starts_with("> File \"")) line = unmarked = "  " + std::string(line.substr(2));
    if (auto frame = parse_frame(line)) {
        push_bounded(frames_, std::move(*frame), first_frames, most_frames);
        statement_.clear();
        state_ = state::frames;
        strangers_ = 0;
        return verdict::continues;
    }
    if (line.ends_with(header)) return state_ == state::frames ? verdict::ended_before : verdict::no_trace;
    if (state_ == state::frames &&
        (line.starts_with("    ") || line.starts_with("  [Previous line repeated "))) {
        if (line.starts_with("    ")) add_source(line);
        return verdict::continues;
    }
    if (is_old_ && line.starts_with(' ') && !line.starts_with("  ")) line.remove_prefix(1);
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
    await_message(*raised);
    return verdict::continues;
}

verdict python_reader::in_syntax(std::string_view line) {
    if (line.starts_with("    "))
        return ++lines_ > most_source_lines ? verdict::no_trace : verdict::continues;
    auto const raised = parse_raised(line);
    if (!raised || !is_syntax_error(raised->type)) return verdict::no_trace;
    raise(*raised, line);
    await_message(*raised);
    return verdict::continues;
}

verdict python_reader::in_group(std::string_view line) {
    if (is_blank(line)) return verdict::ended_before;
    group_line read = group_.read(line);
    if (!read.belongs) return stranger(verdict::ended_before);
    if (read.frame) push_bounded(frames_, std::move(*read.frame), first_frames, most_frames);
    if (read.raised && !read.is_member) raise(*read.raised, read.body);
    if (read.raised && read.is_member) {
        if (first_member_.empty() && !read.raised->type.ends_with("ExceptionGroup"))
            first_member_ = bounded(trimmed(read.body));
        add_link({to_plain_text(read.raised->type), bounded(trimmed(read.raised->message))});
    }
    if (read.closes) {
        state_ = state::raised;
        may_go_on_ = false;
        blanks_ = 0;
    }
    return verdict::continues;
}

verdict python_reader::in_raised(std::string_view line) {
    // Ray leaves out the header
    bool const is_of_ray = type_.ends_with(')') && extent_.lines() == 0 && is_frame(line);
    if (line == quoted_header || (may_quote_ && line == header) || (is_of_ray && !is_quoted_)) {
        quoted_ = std::make_unique<python_reader>(handling::none, true);
        state_ = state::quoted;
        verdict const answer = quoted_->feed(header);
        return is_of_ray ? quoted_->feed(line) : answer;
    }
    if (is_link(line)) {
        // what was raised while another was handled need not come from it
        if (!is_cause_link(line))
            root_.clear();
        else if (root_.empty())
            root_ = cause_line_;
        add_link({type_, message_});
        state_ = state::linked;
        blanks_ = 0;
        return verdict::continues;
    }
    if (is_blank(line)) return ++blanks_ > 2 ? verdict::ended_before : verdict::continues;
    if (runs_command_ && (line == errors_of_command || line == "  STDOUT:")) {
        awaits_errors_ = line == errors_of_command;
        blanks_ = 0;
        return verdict::continues;
    }
    if (std::exchange(awaits_errors_, false)) {
        message_ = bounded(trimmed(line));
        cause_line_ = type_ + ": " + message_;
        blanks_ = 0;
        return verdict::continues;
    }
    if (line.starts_with("Logged from file ")) {  // how Python 2.7 tells of a record it could not write
        role_ = trace_role::ignored;
        return verdict::ends;
    }
    if (is_of_logging_) {
        if (line.starts_with("Arguments: ")) return verdict::ends;
        if (line == "Call stack:" || line.starts_with("  ") || line.starts_with("Message: "))
            return verdict::continues;
    }
    if (extent_.lines() == 0 && elastic_table::is_raised_with(type_) && elastic_table::is_border(line)) {
        state_ = state::table;
        return table_.feed(line);
    }
    if (group_.in_members() && blanks_ == 0 && python_group::is_border(line)) {
        state_ = state::group;
        return in_group(line);
    }
    int const most_between = is_usual_type(type_) ? 0 : most_strangers;
    bool const is_error = type_.ends_with("Error") || type_.ends_with("Exception");
    if (!is_error && extent_.lines() <= most_between && blanks_ == 0 && may_go_on_ && is_frame(line) &&
        !is_bare_location(line)) {
        // What looked like the end was another thread's line between two frames.
        type_.clear();
        state_ = state::frames;
        return in_frames(line);
    }
    if (line == quotes && extent_.lines() == 0 && type_.ends_with(with_trace)) {
        may_quote_ = true;
        return verdict::continues;
    }
    bool const closes_remote = line == quotes;
    if (blanks_ == 0 && borders_quotation(line)) return verdict::no_trace;
    bool const belongs = may_go_on_ && strangers_ == 0 && extent_.takes(line, blanks_);
    if (!closes_remote && !belongs) {
        // "loss: 0.3" of another thread looked like an exception: frames may follow
        if (blanks_ == 0 && !is_usual_type(type_)) return stranger(verdict::ended_before);
        if (unknown_ > 0 || (!is_of_test_runner(line) && !says_tests_passed(line))) return unknown(line);
        state_ = state::tests;
        return in_tests(line);
    }
    blanks_ = 0;
    may_quote_ = !is_quoted_ && line.ends_with(':');
    bool const announces = message_.empty() || extent_.lines() == 1;
    if (announces && !closes_remote && cause_line_.ends_with(':')) {
        std::string const further = bounded(trimmed(line));
        message_ = message_.empty() ? further : bounded(message_ + " " + further);
        cause_line_ += " " + further;
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
    // An exception that was never raised has no frames and no header: whoever got it from a worker shows it.
    if (is_remote_) handled_ = handling::survived;
    begin(state::raised);
    raise(*raised, line);
    await_message(*raised);
    return verdict::continues;
}

// What a worker printed, as the exception of the one who waited for it tells it again.
verdict python_reader::in_quoted(std::string_view line) {
    if (line == quotes && type_.ends_with(with_trace)) return verdict::ended_before;
    verdict const answer = quoted_->feed(line);
    return answer == verdict::no_trace ? verdict::ended_before : answer;
}

// A test may print what it wanted to be raised: that all tests passed stands some lines below. Of several
// that failed the first one tells.
verdict python_reader::in_tests(std::string_view line) {
    bool const was_of_others = runner_.told_of_others();
    verdict const answer = runner_.feed(line);
    if (runner_.told_of_others() && !was_of_others) block_.end_here();
    if (runner_.all_passed()) handled_ = handling::aside;
    return answer;
}

// Broke off: in the first exception, or behind a link, whose exception is then the last one known. False
// where nothing is known.
bool python_reader::end_broken() {
    if (!type_.empty() && state_ != state::linked) return true;
    if (!chain_.empty() && type_.empty()) {
        type_ = std::move(chain_.back().type);
        message_ = std::move(chain_.back().message);
        cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
        chain_.pop_back();
    } else if (state_ == state::linked) {
        chain_.pop_back();
    } else {
        return !frames_.empty() && state_ != state::syntax;
    }
    return true;
}

// What the traceback in the message says: it is Celery's own, or what the raised one follows from.
void python_reader::tell_quoted(found_trace& trace) {
    found_trace inner;
    if (!quoted_ || !quoted_->conclude(inner)) return;
    if (type_.ends_with(with_trace)) {
        type_ = std::move(inner.exception.type);
        message_ = std::move(inner.exception.message);
        frames_ = std::move(inner.exception.frames);
        chain_ = std::move(inner.exception.chain);
        cause_line_ = std::move(inner.cause_line);
        trace.root_line = std::move(inner.root_line);
        return;
    }
    // Ray's, of the worker that it ran in
    if (type_.ends_with(')') && !inner.exception.frames.empty()) frames_ = std::move(inner.exception.frames);
    trace.root_line = inner.root_line.empty() ? inner.cause_line : std::move(inner.root_line);
    chain_.insert(chain_.begin(), {std::move(inner.exception.type), std::move(inner.exception.message)});
    chain_.insert(chain_.begin(), std::make_move_iterator(inner.exception.chain.begin()),
                  std::make_move_iterator(inner.exception.chain.end()));
    if (chain_.size() > most_links) chain_.resize(most_links);
}

bool python_reader::conclude(found_trace& trace) {
    if (!end_broken()) return false;
    trace.role = type_.empty() ? trace_role::incomplete : role_;
    if (state_ == state::table) {
        trace.role = trace_role::summary;
        if (table_.rank()) trace.exception.rank = table_.rank();
        trace.is_only_failure = table_.rank() && table_.names_no_other();
        trace.root_line = table_.root();
        message_ = table_.title();
        if (cause_line_.ends_with(':')) cause_line_ += " " + message_;
    }
    tell_quoted(trace);
    if (trace.root_line.empty() && root_ != cause_line_) trace.root_line = std::move(root_);
    if (handled_ != handling::none) trace.handled = handled_;
    block_.cut(trace);
    trace.first_member = std::move(first_member_);
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    make_plain(frames_);
    put_exception(e, "python", std::move(type_), std::move(message_), std::move(frames_));
    e.chain = std::move(chain_);
    return true;
}

}  // namespace

std::unique_ptr<grammar> make_python_grammar() {
    return std::make_unique<python_reader>();
}

std::unique_ptr<grammar> make_python_lost_grammar() {
    return std::make_unique<python_reader>(handling::aside);
}

}  // namespace task_agent::trace
