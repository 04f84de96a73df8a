#include "task_agent/trace/grammars/suites/test_blocks.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_frame.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 256;
constexpr std::size_t most_listed = 64;  // tests above the first block
constexpr std::size_t most_ruled = 40;   // lines between two rulers
constexpr std::string_view robot_end = "Output:  ";
constexpr std::string_view robot_failed = " | FAIL |";
constexpr std::string_view robot_rule = "----------";
constexpr std::string_view rule = "\xE2\x94\x80\xE2\x94\x80 ";
constexpr std::string_view rule_end = "\xE2\x94\x80";
constexpr std::string_view bar = "\xE2\x94\x82 [FAIL] ";
constexpr std::string_view box = "\xE2\x94";  // how its parts begin
constexpr std::string_view lid = "\xE2\x94\x8C";
constexpr std::string_view listed = "> [FAIL] ";
constexpr std::string_view hspec_indent = "       ";

enum class runner { none, testthat, hspec, alcotest, robot };

// "test-nut.R:10", "NutSpec.hs:11:15: "
std::optional<stack_frame> parse_place(std::string_view text, std::string_view ending) {
    std::size_t const colon = text.find(':');
    if (colon == std::string_view::npos || !text.substr(0, colon).ends_with(ending)) return std::nullopt;
    std::string_view rest = text.substr(colon + 1);
    int const line = take_number(rest);
    if (line < 1 || text.substr(0, colon).find(' ') != std::string_view::npos) return std::nullopt;
    return stack_frame{bounded(text.substr(0, colon), longest_name), line, {}};
}

// "── Failure ('test-nut.R:10'): a nut is sold ──", "── 1. Error (test-nut.R:10:3): ...": the place. Of a
// script none is known, only question marks or nothing: an empty one.
std::optional<stack_frame> testthat_place(std::string_view line) {
    // between two rulers
    bool const is_bare = line.starts_with("Failure (") || line.starts_with("Error (");
    if (!is_bare && !take(line, rule)) return std::nullopt;
    if (std::string_view rest = line; take_number(rest) > 0 && take(rest, ". ")) line = rest;
    if (!take(line, "Failure") && !take(line, "Error")) return std::nullopt;
    bool const is_nowhere = line.starts_with(" (?\?\?): ") || line.starts_with(": ");
    if (is_nowhere) return line.ends_with(rule_end) ? std::optional(stack_frame{}) : std::nullopt;
    if (!take(line, " (")) return std::nullopt;
    take(line, "'");
    return parse_place(line, ".R");
}

// Nothing but a ruler.
bool is_ruler(std::string_view line) noexcept {
    line = trimmed(line);
    if (line.size() < 10 * rule_end.size()) return false;
    while (take(line, rule_end)) {
    }
    return line.empty();
}

std::optional<stack_frame> hspec_place(std::string_view line) {
    bool const is_place = take(line, "  ") && trimmed(line).ends_with(':');
    return is_place ? parse_place(line, "hs") : std::nullopt;
}

class test_block_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict in_testthat(std::string_view line);
    verdict in_hspec(std::string_view line);
    verdict in_alcotest(std::string_view line);
    verdict in_robot(std::string_view line);

    runner runner_ = runner::none;
    std::string_view language_;
    std::string type_ = "test failed";
    std::string message_;
    frame_list frames_;
    bool is_in_block_ = false;  // of Alcotest, behind the list
    bool is_raised_ = false;    // the message follows
    bool is_over_ = false;      // of testthat: a ruler below a failure
    block_bounds block_;        // the first failure
    int lines_ = 0;
};

verdict test_block_reader::first(std::string_view line) {
    auto place = testthat_place(line);
    if (place) {
        runner_ = runner::testthat;
        language_ = "r";
    } else if ((place = hspec_place(line))) {
        runner_ = runner::hspec;
        language_ = "haskell";
    } else if (line.starts_with(listed) || line.starts_with(bar)) {
        runner_ = runner::alcotest;
        language_ = "ocaml";
        is_in_block_ = line.starts_with(bar);
    } else if (line.ends_with(robot_failed)) {
        runner_ = runner::robot;
        language_ = "python";
    }
    if (place && place->line > 0) frames_.add(place->file, place->line, {});
    return runner_ == runner::none ? verdict::no_trace : verdict::continues;
}

verdict test_block_reader::in_testthat(std::string_view line) {
    for (std::string_view const end :
         {"[ FAIL ", "\xE2\x95\x90\xE2\x95\x90 ", "Error in reporter$", "Error: Test fail"})
        if (line.starts_with(end)) return verdict::ended_before;
    bool const is_next = testthat_place(line).has_value();
    if (line.starts_with(rule) && !is_next) return verdict::ended_before;
    bool const is_end = is_ruler(line);
    if (is_next || is_end) block_.end_here();
    // the next of them is no trace of its own
    bool const is_between = is_over_ && !is_next;
    is_over_ = is_end || is_between;
    bool const is_of_run = is_end || is_blank(line) || line.find(" | ") != line.npos;
    if (is_between) return is_of_run ? verdict::continues : verdict::ended_before;
    if (!message_.empty() || is_blank(line)) return verdict::continues;
    std::string_view text = trimmed(line);
    // "Error in `sell(3)`: no nut", "Error: no nut"
    if (text.starts_with("Error in ") || text.starts_with("Error: ")) {
        std::size_t const end = text.find(": ");
        if (end != std::string_view::npos) text = text.substr(end + 2);
        type_ = "error";
    }
    message_ = bounded(text);
    return verdict::continues;
}

verdict test_block_reader::in_hspec(std::string_view line) {
    if (lines_ == 2) return verdict::continues;  // its name
    // how it is run again, and further failures
    if (!line.starts_with(hspec_indent)) block_.end_here();
    if (block_.has_ended())
        return is_blank(line) || line.starts_with("  ") ? verdict::continues : verdict::ended_before;
    std::string_view text = trimmed(line);
    if (constexpr std::string_view raised = "uncaught exception: "; text.starts_with(raised)) {
        type_ = bounded(text.substr(raised.size()), longest_name);
        is_raised_ = true;
    } else if (message_.empty()) {
        message_ = bounded(text);
    }
    return verdict::continues;
}

verdict test_block_reader::in_alcotest(std::string_view line) {
    if (line.starts_with("Logs saved to ") || line.starts_with("Full test results in "))
        return verdict::ended_before;
    std::string_view text = trimmed(line);
    // the lid of a box, and its text
    if (!is_in_block_ && text.starts_with(lid)) block_.begin_here();
    if (text.starts_with(bar)) is_in_block_ = true;
    is_in_block_ ? block_.go_on() : block_.end_here();
    // "FAIL net of 3" below "ASSERT net of 3", "[exception] Failure("no nut")"
    if (take(text, "FAIL ") && message_.empty()) message_ = bounded(text);
    if (take(text, "[exception] ") && message_.empty()) {
        auto const what = ocaml::parse_exception(text);
        if (what) type_ = bounded(what->type, longest_name);
        message_ = bounded(what ? what->message : text);
        is_raised_ = true;
    }
    if (ocaml::is_frame(text)) ocaml::add_frame(frames_, text);
    return verdict::continues;
}

// What was wrong, to a rule; other tests, the count, and where it is told at length.
verdict test_block_reader::in_robot(std::string_view line) {
    if (line.starts_with(robot_rule)) block_.end_here();
    if (line.starts_with(robot_end)) return verdict::ends;
    if (!message_.empty() || block_.has_ended()) return verdict::continues;
    // "KeyError: nut"; of what a test of its own demands it has no type
    std::size_t const colon = line.find(": ");
    std::string_view const type = line.substr(0, std::min(colon, line.size()));
    bool const is_type = colon != std::string_view::npos &&
                         (type.ends_with("Error") || type.ends_with("Exception")) &&
                         type.find(' ') == std::string_view::npos;
    if (is_type) type_ = bounded(type, longest_name);
    message_ = bounded(trimmed(is_type ? line.substr(colon + 2) : line));
    return verdict::continues;
}

verdict test_block_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (runner_) {
        case runner::none:
            return first(line);
        case runner::testthat:
            return in_testthat(line);
        case runner::hspec:
            return in_hspec(line);
        case runner::alcotest:
            return in_alcotest(line);
        case runner::robot:
            return in_robot(line);
    }
    return verdict::no_trace;
}

bool test_block_reader::conclude(found_trace& trace) {
    if (message_.empty() && !is_raised_) return false;
    trace.role = trace_role::notice;
    block_.cut(trace);
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, language_, std::move(type_), std::move(message_),
                  frames_.outermost_first());
    return true;
}

// How far above its block Alcotest's list names the first test that failed.
std::size_t list_above(start_context const& context, std::size_t column) {
    std::size_t found = 0;
    for (std::size_t n = 1; n <= most_listed; ++n) {
        auto const line = context.back(n, column);
        bool const is_of_list = line && (line->empty() || line->starts_with("  [") ||
                                         line->starts_with(listed) || line->starts_with(box));
        if (!is_of_list) break;
        if (line->starts_with(listed)) found = n;
    }
    return found;
}

// How far above the ruler below it testthat names the test, under another ruler; 0 = it does not.
std::size_t ruled_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 1; n <= most_ruled; ++n) {
        auto const line = context.back(n, column);
        if (!line || is_ruler(*line)) return 0;
        auto const above = testthat_place(*line) ? context.back(n + 1, column) : std::nullopt;
        if (above && is_ruler(*above)) return n;
    }
    return 0;
}

// How far above Robot Framework's last words the first test is that failed.
std::size_t failed_above(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= line_history::lines; ++n) {
        auto const line = context.back(n, column);
        if (!line) break;
        if (line->ends_with(robot_failed)) first = n;
    }
    return first;
}

}  // namespace

std::optional<start_point> find_test_block_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(rule) && testthat_place(text)) return start_point{column, 0};
        if (is_ruler(text)) {
            if (std::size_t const back = ruled_above(context, column)) return start_point{column, back};
        }
        if (text.starts_with(robot_end)) {
            if (std::size_t const back = failed_above(context, column)) return start_point{column, back};
        }
        if (text.starts_with(bar)) return start_point{column, list_above(context, column)};
        if (!text.starts_with("  1) ")) continue;
        auto const above = context.back(1, column);
        if (above && hspec_place(*above)) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_test_block_grammar() {
    return std::make_unique<test_block_reader>();
}

}  // namespace task_agent::trace
