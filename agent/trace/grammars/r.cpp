#include "task_agent/trace/grammars/r.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"

#include "r_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace r;

constexpr std::size_t most_lines_back = 96;  // rlang's calls, one a line
constexpr std::size_t lines_to_calls = 8;    // of a message
constexpr int most_lines = 256;
constexpr int most_strangers = 8;
constexpr std::string_view last_line = "Execution halted";
constexpr std::string_view calls = "Calls: ";
constexpr std::string_view no_script = "Fatal error: cannot open file '";
// of a package, below what its parser said of a source
constexpr std::string_view no_package = "ERROR: unable to collate and parse R files for package ";
constexpr std::string_view crash = " *** caught ";
// of optparse, behind the script
constexpr std::string_view of_option = ".R: error: Error in ";
constexpr std::string_view quitting = "Quitting from lines ";

class r_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_crash(std::string_view line);
    bool read_cause(std::string_view line);

    trace_role role_ = trace_role::raised;
    std::string type_ = "error";
    std::string message_;
    std::string call_;
    std::vector<chained_exception> causes_;  // outermost first
    std::string root_line_;
    bool has_begun_ = false;
    bool has_calls_ = false;     // the default handler ran: the program is over
    bool has_addition_ = false;  // warnings stand before the last line
    bool awaits_cause_ = false;  // its message is on the next line
    bool in_calls_ = false;      // of traceback()
    bool is_lost_script_ = false;
    bool is_over_ = false;  // the last line was read: also an error without words is one
    block_bounds block_;
    int lines_ = 0;
    int strangers_ = 0;
};

verdict r_reader::first(std::string_view line) {
    if (line.starts_with(crash)) {
        role_ = trace_role::native_crash;
        std::string_view what = line.substr(crash.size());
        type_ = bounded(what.substr(0, what.find(' ')), longest_name);
        return verdict::continues;
    }
    if (line.starts_with(no_script)) {
        message_ = bounded(line.substr(13));
        is_lost_script_ = true;
        return verdict::ends;
    }
    if (auto const shown = parse_condition(line)) {
        call_ = bounded(shown->call, longest_name);
        message_ = bounded(shown->message);
        return verdict::continues;
    }
    if (line.starts_with(quitting)) {
        has_begun_ = false;
        return verdict::continues;
    }
    if (!is_error(line)) return verdict::no_trace;
    if (line == "Error:") return verdict::continues;
    if (!take(line, "Error: ") && !take(line, "Error : ")) {
        take(line, "Error in ");
        std::size_t const colon = end_of_call(line);
        std::string_view call = line.substr(0, colon);
        if (colon == std::string_view::npos && call.ends_with(':')) call.remove_suffix(1);
        call_ = bounded(without_ticks(trimmed(call)), longest_name);
        line = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 3);
    }
    message_ = bounded(trimmed(line));
    return verdict::continues;
}

// "Caused by error in `f()`:" and "! no nut" below it
bool r_reader::read_cause(std::string_view line) {
    if (line.starts_with("Caused by error") && line.ends_with(':')) {
        awaits_cause_ = true;
        return true;
    }
    if (!std::exchange(awaits_cause_, false)) return false;
    std::string_view const text = without_bullet(trimmed(line));
    add_link(causes_, "error", text);
    root_line_ = bounded(text);
    return true;
}

// "address 0x0, cause 'memory not mapped'", "Traceback:", " 1: f(x)", "... R is aborting now ..."
verdict r_reader::in_crash(std::string_view line) {
    if (line.starts_with("address ")) {
        message_ = bounded(line);
    } else if (std::string_view const text = trimmed(line); call_.empty() && call_number(line) == 1) {
        call_ = bounded(text.substr(3), longest_name);
    }
    if (line.find("R is aborting now") != std::string_view::npos || line.starts_with("Segmentation fault"))
        return verdict::ends;
    bool const is_of_it = line.empty() || line == "Traceback:" || line.starts_with(' ') ||
                          line.starts_with("address ") || line.starts_with("An irrecoverable exception");
    return is_of_it ? verdict::continues : verdict::ended_before;
}

verdict r_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (!std::exchange(has_begun_, true)) return first(line);
    if (role_ == trace_role::native_crash) return in_crash(line);
    bool const is_package = line.starts_with(no_package);
    if (is_package) block_.end_here();
    if (line == last_line || is_package) {
        is_over_ = true;
        return verdict::ends;
    }
    if (line.starts_with(calls)) {
        has_calls_ = true;
        return verdict::continues;
    }
    if (read_cause(line)) return verdict::continues;
    if (message_.empty()) {
        message_ = bounded(without_bullet(trimmed(line)));
        return verdict::continues;
    }
    // "1: x +* 2" is the source that a parser shows, the calls of a traceback() are counted down
    if (int const number = call_number(line); number > (in_calls_ ? 0 : 1) && !has_addition_) {
        in_calls_ = number > 1;
        has_calls_ = true;
        return number == 1 ? verdict::ends : verdict::continues;
    }
    if (line.starts_with("In addition: Warning message")) has_addition_ = true;
    if (!has_calls_ || has_addition_ || (in_calls_ && line.starts_with("  "))) return verdict::continues;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool r_reader::conclude(found_trace& trace) {
    if (message_.empty() && role_ != trace_role::native_crash && !is_over_) return false;
    bool const is_told = lines_ == 1 && role_ == trace_role::raised && !is_lost_script_;
    trace.role = is_told ? trace_role::notice : role_;
    // of testthat, which has told of each
    bool const is_of_reporter = call_.empty() || call_.starts_with("reporter$");
    bool const is_count = message_.starts_with("Test failures") || message_ == "Test failed";
    if (is_of_reporter && is_count) trace.role = trace_role::summary;
    trace.is_often_survived = is_told;
    block_.cut(trace);
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    e.language = std::string("r");
    e.type = std::move(type_);
    e.message = std::move(message_);
    if (!call_.empty()) e.frames.push_back({{}, 0, std::move(call_)});
    std::reverse(causes_.begin(), causes_.end());
    e.chain = std::move(causes_);
    return true;
}

// How many lines back its error is, 0 = not within `most`.
std::size_t error_above(start_context const& context, std::size_t column, std::size_t most) {
    for (std::size_t n = 1; n <= most; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier || *earlier == last_line) return 0;
        if (is_error(*earlier)) return n;
    }
    return 0;
}

// The same for the last line of a traceback(): its calls are counted down, each may take several lines.
std::size_t error_above_calls(start_context const& context, std::size_t column) {
    int above = 1;
    for (std::size_t n = 1; n <= most_lines_back; ++n) {
        auto const earlier = context.back(n, column);
        if (!earlier) return 0;
        int const number = call_number(*earlier);
        if (number == above + 1) {
            above = number;
        } else if (is_error(*earlier)) {
            return above > 1 ? n : 0;
        } else if (!earlier->starts_with(' ')) {
            return 0;
        }
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_r_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        std::size_t back = 0;
        if (text == last_line || text.starts_with(no_package)) {
            back = error_above(context, column, most_lines_back);
        } else if (text.starts_with(calls)) {
            back = error_above(context, column, lines_to_calls);
        } else if (text.starts_with("1: ")) {
            back = error_above_calls(context, column);
        } else if (text.starts_with(no_script) || (text.starts_with(crash) && text.ends_with(" ***"))) {
            return start_point{column, 0};
        } else if (is_last_word(text)) {
            return start_point{column, 0};
        } else if (std::size_t const at = text.find(of_option); at < longest_name) {
            // whose stop() it caught
            std::size_t const word = at + of_option.size() - 9;
            if (is_last_word(text.substr(word))) return start_point{column + word, 0};
        }
        if (back > 0) {
            // of knitr: "Quitting from lines 3-5 (report.Rmd)"
            auto const above = context.back(back + 1, column);
            if (above && above->starts_with(quitting)) ++back;
        }
        if (back > 0) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_r_grammar() {
    return std::make_unique<r_reader>();
}

}  // namespace task_agent::trace
