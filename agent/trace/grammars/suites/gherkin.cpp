#include "task_agent/trace/grammars/suites/gherkin.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 4000;  // to the end of the run
constexpr int most_behind = 16;   // lines of the list
constexpr std::size_t most_of_message = 32;
constexpr std::string_view failed_steps = "(::) failed steps (::)";  // of Cucumber's progress

// Of behave: what stands behind "Assertion Failed: ", in its newer versions "ASSERT FAILED: ".
std::string_view said_by_behave(std::string_view line) noexcept {
    line = trimmed(line);
    return take(line, "Assertion Failed: ") || take(line, "ASSERT FAILED: ") ? trimmed(line)
                                                                             : std::string_view{};
}

bool is_trace(std::string_view line) noexcept {
    return line.starts_with("  ") && trimmed(line) == python::header;
}

// "    Then 3 nuts are sold   # features/steps/shop.py:19", "    Then 3 nuts are sold ... failed in 0.001s"
bool is_step(std::string_view line) noexcept {
    if (!line.starts_with("  ")) return false;
    line = trimmed(line);
    for (std::string_view const word : {"Given ", "When ", "Then ", "And ", "But ", "* "}) {
        if (line.starts_with(word))
            return line.find(" # ") != std::string_view::npos || line.find(" ... ") != std::string_view::npos;
    }
    return false;
}

// "(Shop::NoNut)" at the end of a line; empty where there is none.
std::string_view class_behind(std::string_view line) noexcept {
    std::size_t const open = line.rfind('(');
    if (!line.ends_with(')') || open == std::string_view::npos) return {};
    std::string_view const name = line.substr(open + 1, line.size() - open - 2);
    bool const is_class =
        !name.empty() && is_upper(name.front()) &&
        std::all_of(name.begin(), name.end(), [](char c) { return is_name(c) || c == ':'; });
    return is_class ? name : std::string_view{};
}

// "./features/step_definitions/shop.rb:15:in `...'"
std::optional<stack_frame> parse_place(std::string_view line) {
    line = trimmed(line);
    std::size_t const colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    std::string_view rest = line.substr(colon + 1);
    int const number = take_number(rest);
    if (number < 1 || !take(rest, ":in ") || rest.size() < 3) return std::nullopt;
    return stack_frame{bounded(line.substr(0, colon), longest_name), number,
                       bounded(rest.substr(1, rest.size() - 2), longest_name)};
}

// Of behave, and of Cucumber's --retry and --wip.
bool says_none_failed(std::string_view line) noexcept {
    if (line.starts_with("Flaky Scenarios:") ||
        line.starts_with("The --wip switch was used, so the failures were expected"))
        return true;
    return digits_in(line) > 0 && line.find(" passed, 0 failed, ") != std::string_view::npos &&
           line.find(" scenario") < 12;
}

class gherkin_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override {
        // "AssertionError" alone may be all that Python says
        if (type_.empty() || (message_.empty() && margin_ == 0)) return false;
        trace.role = is_listed_ ? trace_role::raised : trace_role::notice;
        trace.is_often_survived = !is_listed_;
        block_.cut(trace);
        if (handled_ != handling::none) trace.handled = handled_;
        trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
        put_exception(trace.exception, language_, std::move(type_), std::move(message_),
                      margin_ > 0 ? std::move(python_frames_) : frames_.outermost_first());
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (++lines_ > most_lines) return verdict::ended_before;
        if (is_over_) return behind(line);
        if (std::string_view const said = type_.empty() ? said_by_behave(line) : std::string_view();
            !said.empty()) {
            type_ = "test failed";
            message_ = bounded(said);
            language_ = "python";
            is_over_ = true;
            return verdict::continues;
        }
        if (margin_ > 0 || is_trace(line)) return in_trace(line);
        return in_cucumber(line);
    }

    // Of behave: the lines of Python, below the step's.
    verdict in_trace(std::string_view line) {
        std::size_t const margin = std::min(line.find_first_not_of(' '), line.size());
        if (is_trace(line)) {
            // raised from another
            margin_ = margin;
            blanks_ = 0;
            type_.clear();
            python_frames_.clear();
            return verdict::continues;
        }
        bool const is_blank_line = margin == line.size();
        if (is_blank_line && (type_.empty() || ++blanks_ == 1)) return verdict::continues;
        std::string_view const text = line.substr(std::min(margin_, line.size()));
        bool const is_link = python::is_link(text);
        if (margin < margin_ || text.starts_with("Captured ") || (blanks_ > 0 && !is_link)) {
            is_over_ = true;
            return type_.empty() ? verdict::no_trace : behind(line);
        }
        if (is_link) blanks_ = 0;
        if (!type_.empty()) return verdict::continues;
        line = text;
        if (auto frame = python::parse_frame(line)) {
            push_bounded(python_frames_, std::move(*frame), first_frames, most_frames);
        } else if (auto const raised = python::parse_raised(line)) {
            type_ = bounded(raised->type, longest_name);
            message_ = bounded(trimmed(raised->message));
            language_ = "python";
        }
        return verdict::continues;
    }

    verdict in_cucumber(std::string_view line) {
        if (type_.empty()) {
            std::string_view const name = class_behind(line);
            if (!name.empty()) line = line.substr(0, line.rfind('('));
            if (message_.empty() && !is_step(line) && line != failed_steps) message_ = bounded(trimmed(line));
            type_ = bounded(name, longest_name);
            return verdict::continues;
        }
        if (auto const place = parse_place(line)) {
            frames_.add(place->file, place->line, place->function);
            return verdict::continues;
        }
        // without a place it is anybody's line
        if (frames_.empty()) return verdict::no_trace;
        is_over_ = true;
        return behind(line);
    }

    // The run tells at its end what failed, and what did not when it was tried again.
    verdict behind(std::string_view line) {
        block_.end_here();
        // a further step that failed: the first one tells
        bool const is_failure =
            has_step_ && (is_trace(line) || !said_by_behave(line).empty() || !class_behind(line).empty());
        has_step_ = (has_step_ && !is_failure) || is_step(line);
        if (is_failure) return verdict::continues;
        bool const is_calm = says_none_failed(line);
        if (is_calm && !is_listed_) return verdict::no_trace;
        if (is_calm) handled_ = handling::aside;
        is_listed_ = is_listed_ || line == "Failing scenarios:" || line == "Failing Scenarios:";
        return is_calm || (is_listed_ && ++behind_ > most_behind) ? verdict::ended_before : verdict::not_mine;
    }

    std::string_view language_ = "ruby";
    std::string type_;
    std::string message_;
    frame_list frames_;
    std::vector<stack_frame> python_frames_;  // outermost first
    std::size_t margin_ = 0;                  // of a traceback
    int blanks_ = 0;
    block_bounds block_;
    bool has_step_ = false;   // of others
    bool is_over_ = false;    // what is told of the step
    bool is_listed_ = false;  // as failed, at the end
    handling handled_ = handling::none;
    int lines_ = 0;
    int behind_ = 0;
};

}  // namespace

std::optional<start_point> find_gherkin_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        bool const is_of_behave = !said_by_behave(text).empty() || is_trace(text);
        if (!is_of_behave && class_behind(text).empty()) continue;
        // the step stands above the message
        for (std::size_t n = 1; n <= (is_of_behave ? 1 : most_of_message); ++n) {
            auto const above = context.back(n, column);
            if (!above) break;
            // of the list, only the first
            if (parse_place(*above)) break;
            if (!is_of_behave && *above == failed_steps) return start_point{column, n};
            if (!is_of_behave && !text.starts_with("  ")) continue;
            if (is_step(*above)) return start_point{column, is_of_behave ? 0 : n};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_gherkin_grammar() {
    return std::make_unique<gherkin_reader>();
}

}  // namespace task_agent::trace
