#include "task_agent/trace/grammars/ocaml/ocaml_test.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_frame.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace ocaml;

constexpr int most_lines = 80;
constexpr int most_others = 256;  // lines of the tests that failed later
constexpr std::string_view mark = " (in the log).";
constexpr std::string_view lead = "Error: ";
constexpr std::string_view failure = "Failure: ";  // before OUnit 2
constexpr std::string_view compared = "expected: ";

// "Error: shop:1:sells.", "Failure: shop:1:sells": suites and cases, of which some have numbers.
bool is_head(std::string_view line) noexcept {
    if (!take(line, lead) && !take(line, failure)) return false;
    std::size_t const colon = line.find(':');
    return colon != std::string_view::npos && colon > 0 && line.substr(colon + 1, 1) != " " &&
           line.find(": ") == std::string_view::npos;
}

class ocaml_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_told_; }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    verdict read(std::string_view line);
    verdict in_others(std::string_view line);

    block_bounds block_;  // the first one
    bool in_other_ = false;
    int others_ = 0;
    std::string type_ = "test failed";
    std::string message_;
    frame_list frames_;
    bool is_told_ = false;
    bool is_compared_ = false;
    int lines_ = 0;
};

// A blank line, with OUnit 2 the place in the log, frames, a blank line, what the test says of itself, what
// was raised or compared, and a line drawn below it.
verdict ocaml_test_reader::feed(std::string_view line) {
    if (!block_.has_ended()) {
        verdict const answer = read(line);
        if (answer != verdict::ended_before || !is_told_) return block_.note(line, answer);
        block_.end_here();
    }
    return block_.note(line, in_others(line));
}

// Between a line drawn with '=' and one with '-'.
verdict ocaml_test_reader::in_others(std::string_view line) {
    if (++others_ > most_others) return verdict::ended_before;
    bool const is_end = line.starts_with("----");
    bool const is_other = std::exchange(in_other_, !is_end && (in_other_ || line.starts_with("====")));
    return is_other || in_other_ || (is_end && others_ == 1) ? verdict::continues : verdict::ended_before;
}

verdict ocaml_test_reader::read(std::string_view line) {
    if (++lines_ > most_lines || line.starts_with("====")) return verdict::ended_before;
    if (lines_ == 1) {
        message_ = bounded(line.substr(line.find(": ") + 2));
        return verdict::continues;
    }
    if (line.starts_with("----")) return verdict::ended_before;
    if (is_frame(line)) {
        add_frame(frames_, line);
    } else if (line.starts_with("File \"") || line.ends_with(mark)) {
        return verdict::continues;
    } else if (is_told_ && !is_compared_ && type_ == "test failed" && line.starts_with(compared)) {
        is_compared_ = true;
        message_ = bounded(trimmed(line));
    } else if (!is_blank(line) && !std::exchange(is_told_, true)) {
        auto const what = find_exception(line);
        bool const is_raised = what && is_surely_exception(*what);
        if (is_raised) type_ = bounded(what->type, longest_name);
        message_ = bounded(is_raised ? what->message : trimmed(line));
    }
    return verdict::continues;
}

bool ocaml_test_reader::conclude(found_trace& trace) {
    if (!is_told_) return false;
    block_.cut(trace);
    trace.role = trace_role::notice;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "ocaml", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

}  // namespace

std::optional<start_point> find_ocaml_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (!is_head(text)) continue;
        auto const above = context.back(1, column);
        if (above && above->starts_with("====")) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_test_grammar() {
    return std::make_unique<ocaml_test_reader>();
}

}  // namespace task_agent::trace
