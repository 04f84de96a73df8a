#include "task_agent/trace/grammars/erlang/erlang.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/erlang/erlang_lines.hpp"
#include "task_agent/trace/grammars/erlang/erlang_term.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace erlang;

constexpr int most_lines = 512;
constexpr int most_behind_crash = 10;
constexpr int most_behind = 3;  // lines, and a report was not the last word

class erlang_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return !type_.empty() && state_ != state::told; }
    bool conclude(found_trace& trace) override;

private:
    enum class state {
        fresh,
        shown,   // the rest of a message, and its frames
        report,  // indented, or behind "** "
        boot,    // a term, and the slogan behind it
        told,    // a report in words of the program: hardly anything may follow
    };

    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_shown(std::string_view line);
    verdict in_report(std::string_view line);
    verdict in_boot(std::string_view line);
    verdict behind(std::string_view line);
    bool read_frame(std::string_view text);
    void raise(exception_line const& what);
    void gather(std::string_view line);
    void end_term();

    state state_ = state::fresh;
    trace_role role_ = trace_role::raised;
    std::string type_;
    std::string message_;
    std::string cause_line_;           // where it is more than those
    std::vector<stack_frame> frames_;  // innermost first
    term_gatherer term_;
    bool wants_term_ = false;   // with the next line
    bool wants_stack_ = false;  // the term is a stack alone
    bool in_frames_ = false;
    bool is_server_ = false;     // of OTP: a report of its crash may follow
    bool awaits_again_ = false;  // after a blank line
    bool is_again_ = false;      // what follows was told before
    bool is_told_ = false;       // by the program itself
    bool is_behind_ = false;     // all of that
    bool is_of_facts_ = false;   // may be a report of keys and values
    bool may_tell_ = false;      // a report of level ERROR, in words of the program
    int lines_ = 0;
    block_bounds block_;  // a server's report with a stack: its crash tells no more
    int behind_ = 0;
};

void erlang_reader::raise(exception_line const& what) {
    type_ = what.kind;
    message_ = bounded(what.message);
    if (auto frame = clause_frame(what.message)) frames_.push_back(std::move(*frame));
}

bool erlang_reader::read_frame(std::string_view text) {
    auto frame = parse_frame(text);
    if (!frame) return false;
    in_frames_ = true;
    push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
    return true;
}

void erlang_reader::gather(std::string_view line) {
    term_.add(line);
    if (term_.is_whole()) end_term();
}

void erlang_reader::end_term() {
    if (wants_stack_) {
        if (frames_.empty()) frames_ = stack_of(term_.text());
    } else if (type_.empty()) {
        auto reason = reason_of(term_.text());
        type_ = std::move(reason.type);
        message_ = std::move(reason.message);
        frames_ = std::move(reason.frames);
        if (auto found = parse_config_error(message_)) {
            type_ = std::move(found->type);
            cause_line_ = std::move(found->text);
            message_ = std::move(found->message);
            frames_ = {std::move(found->place)};
        }
    }
    wants_stack_ = false;
    term_.clear();
}

verdict erlang_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (state_) {
        case state::fresh:
            return first(line);
        case state::shown:
            return in_shown(line);
        case state::report:
            return in_report(line);
        case state::boot:
            return in_boot(line);
        case state::told:
            // with a stack below it, it is read by who reads that
            if (line.starts_with("[{")) return verdict::no_trace;
            if (is_of_facts_ && is_fact(line)) return verdict::continues;
            return is_blank(line) || tidies_up(line) || ++behind_ <= most_behind ? verdict::not_mine
                                                                                 : verdict::no_trace;
    }
    return verdict::no_trace;
}

verdict erlang_reader::first(std::string_view line) {
    auto what = parse_shown(line);
    if (!what) {
        // as erl_error formats it for a program that caught it
        what = parse_exception(line);
        is_told_ = what.has_value();
    }
    if (what) {
        raise(*what);
        state_ = state::shown;
        return verdict::continues;
    }
    if (is_boot_term(line)) {
        state_ = state::boot;
        gather(term_of_boot(line));
        return verdict::continues;
    }
    if (is_slogan(line)) {
        term_.add(term_of_slogan(line));
        end_term();
        return verdict::ends;
    }
    if (auto const end = parse_end(line)) {
        role_ = end->role;
        type_ = "error";
        message_ = bounded(end->message);
        return verdict::ends;
    }
    role_ = line.starts_with("=SUPERVISOR") ? trace_role::summary : trace_role::detached;
    state_ = state::report;
    if (is_report(line) || logger_head(line) == 0) {
        may_tell_ = tells_in_words(line);
        is_of_facts_ = true;
        return verdict::continues;
    }
    bool const begins = line.starts_with(in_process) || is_server_end(line);
    return begins ? in_report(line) : verdict::no_trace;
}

verdict erlang_reader::in_shown(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (!line.starts_with("  ") || text.empty()) return verdict::ended_before;
    if (read_frame(text)) return verdict::continues;
    // "lists:map(f,[1]) (lists.erl, line 1313)", too long for the line above
    if (!in_frames_ && message_.ends_with("no function clause matching")) {
        std::string const said = message_;
        raise({std::string(type_), said + " " + std::string(text)});
        message_ = bounded(said + "\n" + std::string(text));
        return verdict::continues;
    }
    // of a message, or of the call: "called as 1 / 0", "*** argument 1: not a number"
    bool const is_of_call = text.starts_with("called as ") || text.starts_with("*** argument ");
    return is_of_call || line.starts_with("        ") || !in_frames_ ? verdict::continues
                                                                     : verdict::ended_before;
}

// Behind a crash that is left off: those who count the lines behind the report would count it.
verdict erlang_reader::behind(std::string_view line) {
    if (!block_.has_ended()) return verdict::ended_before;
    is_behind_ = true;
    if (!is_blank(line) && !tidies_up(line)) ++behind_;
    return behind_ > most_behind_crash ? verdict::ended_before : verdict::not_mine;
}

verdict erlang_reader::in_report(std::string_view line) {
    if (term_.is_begun()) {
        gather(line);
        return verdict::continues;
    }
    if (is_behind_ || (is_again_ && !line.starts_with("  "))) return behind(line);
    if (is_again_) return verdict::continues;
    if (awaits_again_ || is_blank(line) || line.front() == '=' || (lines_ > 2 && logger_head(line) == 0)) {
        if (!awaits_again_ && is_server_ && logger_head(line) == 0) awaits_again_ = true;
        // the process tells of the same once more
        bool const is_its_crash = awaits_again_ && !type_.empty() &&
                                  (line.starts_with("=CRASH REPORT====") || logger_head(line) == 0);
        bool const may_follow = is_server_ && is_blank(line) && !awaits_again_;
        if (is_its_crash && frames_.empty()) block_.go_on();
        if (may_follow) block_.end_here();
        is_again_ = is_its_crash;
        awaits_again_ = may_follow;
        return is_its_crash || may_follow ? verdict::continues : verdict::ended_before;
    }
    std::string_view text = trimmed(line);
    is_server_ = is_server_ || is_server_end(line);
    if (lines_ == 2 && text.starts_with("supervisor: ")) role_ = trace_role::summary;
    if (wants_term_) {
        wants_term_ = false;
        take(text, "** ");
        gather(text);
        return verdict::continues;
    }
    auto reason = exit_value_in(text);
    if (!reason) reason = reason_for_termination(text);
    if (reason) {
        wants_term_ = reason->empty();
        if (!wants_term_) gather(*reason);
        return verdict::continues;
    }
    if (text == "** Stacktrace =") {
        wants_stack_ = wants_term_ = true;
        return verdict::continues;
    }
    if (auto const what = type_.empty() ? parse_exception(text) : std::nullopt) {
        raise(*what);
        return verdict::continues;
    }
    if (role_ == trace_role::summary && type_.empty() && take(text, "reason: ")) {
        gather(text);
        return verdict::continues;
    }
    if (read_frame(text)) return verdict::continues;
    bool const is_of_report = line.front() == ' ' || line.starts_with("** ");
    if (lines_ == 2 && ((!is_of_report && may_tell_) || (is_of_facts_ && is_fact(line)))) {
        is_of_facts_ = is_of_report;
        // below a stack that begins here, it is read by who reads that
        if (text.find(" [{") != std::string_view::npos && text.ends_with(',')) return verdict::no_trace;
        type_ = "error";
        message_ = bounded(text);
        role_ = trace_role::notice;
        state_ = state::told;
        return verdict::continues;
    }
    return is_of_report ? verdict::continues : verdict::ended_before;
}

// Both lines are written to the terminal itself: another's output may stand between them, and inside of the
// term. The reader was started by the second of them.
verdict erlang_reader::in_boot(std::string_view line) {
    if (is_slogan(line)) {
        if (term_.is_begun()) end_term();
        return verdict::ends;
    }
    if (term_.is_begun()) {
        term_.add(line);
        if (line.ends_with("}}")) end_term();
    }
    return verdict::continues;
}

bool erlang_reader::conclude(found_trace& trace) {
    if (term_.is_begun()) end_term();
    if (type_.empty() || (is_told_ && frames_.empty())) return false;
    bool const has_place =
        std::any_of(frames_.begin(), frames_.end(), [](stack_frame const& f) { return !f.file.empty(); });
    if (has_place) std::erase_if(frames_, [](stack_frame const& f) { return f.file.empty(); });
    trace.role = role_;
    block_.cut(trace);
    // a report is written by a logger, and its node may go on
    bool const is_record = state_ == state::report || state_ == state::told || is_told_;
    if (is_record && trace.handled == handling::none) trace.handled = handling::error;
    bool const ends_with_crash = is_again_ && block_.has_ended() && behind_ <= most_behind_crash;
    trace.is_often_survived =
        (role_ == trace_role::detached && !ends_with_crash) || is_told_ || state_ == state::told;
    trace.cause_line = !cause_line_.empty() ? std::move(cause_line_)
                       : message_.empty()   ? type_
                                            : type_ + ": " + message_;
    put_exception(trace.exception, "erlang", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::unique_ptr<grammar> make_erlang_grammar() {
    return std::make_unique<erlang_reader>();
}

}  // namespace task_agent::trace
