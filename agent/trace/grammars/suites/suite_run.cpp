#include "task_agent/trace/grammars/suites/suite_run.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_lines.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_back = 120;
constexpr int most_lines = 256;
constexpr int most_strangers = 48;
constexpr std::string_view ctest_list = "The following tests FAILED:";
constexpr std::string_view bats_failed = " \xE2\x9C\x97 ";

enum class suite { none, ctest, shunit, bats };

// "2/3" off the front, with the blanks around it.
bool take_share(std::string_view& text) noexcept {
    std::string_view rest = trimmed(text);
    if (take_number(rest) < 1 || !take(rest, "/") || take_number(rest) < 1) return false;
    text = rest;
    return take(text, " ");
}

// "2/3 Test #2: salt ....***Failed    0.02 sec", also "***Timeout", "***Exception: SegFault"
bool is_failed_ctest(std::string_view line) noexcept {
    if (!take_share(line)) return false;
    line = trimmed(line);
    return take(line, "Test ") && line.starts_with('#') && line.find("***") != std::string_view::npos &&
           line.find("***Skipped") == std::string_view::npos &&
           line.find("***Not Run (Disabled)") == std::string_view::npos;
}

// "    Start 3: oil", "3/3 Test #3: oil ......   Passed    0.01 sec", "67% tests passed, 1 tests failed out
// of 3"
bool is_of_ctest(std::string_view line) noexcept {
    line = trimmed(line);
    if (take(line, "Start ")) {
        line = trimmed(line);
        return take_number(line) > 0 && line.starts_with(": ");
    }
    std::string_view rest = line;
    if (take_share(rest)) return trimmed(rest).starts_with("Test ");
    std::size_t const digits = digits_in(line);
    return digits > 0 && line.substr(digits).starts_with("% tests passed, ");
}

// What CTest says behind its list.
bool is_end_of_ctest(std::string_view line) noexcept {
    return line.starts_with("Errors while running CTest") ||
           line.starts_with("Output from these tests are in: ") || line.starts_with("Use \"--rerun-failed ");
}

// "# (in test file sum.bats, line 12)", "#  in test file sum.bats, line 12)", or indented in a report of
// colours.
std::optional<stack_frame> bats_place(std::string_view line) {
    constexpr std::string_view mark = "in test file ";
    std::size_t const at = line.find(mark);
    std::size_t const comma = line.find(", line ", std::min(at, line.size()));
    if (at > 8 || comma == std::string_view::npos || !line.ends_with(')')) return std::nullopt;
    int const number = number_of(line.substr(comma + 7, line.size() - comma - 8));
    std::string_view const file = line.substr(at + mark.size(), comma - at - mark.size());
    return number > 0 ? std::optional(stack_frame{bounded(file, longest_name), number, {}}) : std::nullopt;
}

class suite_run_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_sure_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict first(std::string_view line);
    verdict begin(suite kind, std::string_view message, std::string_view line);
    verdict in_ctest(std::string_view line);
    verdict in_shunit(std::string_view line);
    verdict in_bats(std::string_view line);
    void say(std::string_view line);

    suite kind_ = suite::none;
    native_report report_;
    block_bounds block_;
    bool in_first_ = true;  // of those that failed
    bool is_sure_ = false;  // that a test failed
    bool is_in_list_ = false;
    bool is_tap_ = false;
    int lines_ = 0;
    int strangers_ = 0;
};

void suite_run_reader::say(std::string_view line) {
    if (!report_.message.empty()) return;
    report_.message = bounded(trimmed(line));
    report_.cause_line += (report_.cause_line.empty() ? "" : " ") + report_.message;
}

verdict suite_run_reader::begin(suite kind, std::string_view message, std::string_view line) {
    kind_ = kind;
    report_.type = "test failed";
    report_.message = bounded(trimmed(message));
    report_.cause_line = bounded(trimmed(line));
    // the other tests go on
    report_.role = trace_role::detached;
    return verdict::continues;
}

verdict suite_run_reader::first(std::string_view line) {
    std::string_view rest = line;
    if (is_failed_ctest(line)) return begin(suite::ctest, line, line);
    is_in_list_ = line == ctest_list;
    is_sure_ = is_in_list_;
    if (is_in_list_) return begin(suite::ctest, {}, {});
    if (take(rest, "ASSERT:")) return begin(suite::shunit, rest, line);
    is_tap_ = take(rest, "not ok ");
    return is_tap_ || take(rest, bats_failed) ? begin(suite::bats, {}, rest) : verdict::no_trace;
}

verdict suite_run_reader::in_ctest(std::string_view line) {
    // what it prints of the other tests, where what the first printed ends
    bool const is_next = is_of_ctest(line);
    if (line == ctest_list) {
        in_first_ = false;
        is_in_list_ = is_sure_ = true;
        return verdict::continues;
    }
    // what stands before the list is known to lead to it
    if (!is_in_list_) {
        in_first_ = in_first_ && !is_next;
        return verdict::continues;
    }
    if (is_end_of_ctest(line)) return verdict::continues;
    // of "make test"
    if (auto const found = build::parse(line); found.kind == build::line_kind::stop)
        return found.is_top ? verdict::ends : verdict::continues;
    bool const is_item = line.starts_with('\t') || line.starts_with("  ");
    in_first_ = is_item && report_.message.empty();
    if (is_item) say(line);
    return is_item || is_blank(line) ? verdict::continues : verdict::ended_before;
}

verdict suite_run_reader::in_shunit(std::string_view line) {
    in_first_ = false;
    if (line.starts_with("ASSERT:")) return verdict::continues;
    if (line.starts_with("FAILED (") && line.find("failures=") != std::string_view::npos) {
        is_sure_ = true;
        return verdict::ended_before;
    }
    return line == "OK" || ++strangers_ > most_strangers ? verdict::no_trace : verdict::not_mine;
}

// The command in quotes, or what an assertion printed below the place.
verdict suite_run_reader::in_bats(std::string_view line) {
    std::string_view text = line;
    bool const is_more = is_tap_ ? take(text, "#") : take(text, "   ");
    in_first_ = in_first_ && is_more;
    if (!in_first_) {
        if (!is_sure_) return verdict::ended_before;
        // the next test is no trace of its own
        if (is_more || line.starts_with(bats_failed)) return verdict::continues;
        return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
    }
    if (auto place = bats_place(text)) {
        report_.add(std::move(*place));
        is_sure_ = true;
    } else if (is_sure_) {
        say(text);
    }
    return verdict::continues;
}

verdict suite_run_reader::feed(std::string_view line) {
    verdict const answer = read(line);
    return block_.note(line, answer, in_first_);
}

verdict suite_run_reader::read(std::string_view line) {
    if (kind_ == suite::none) return first(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (kind_) {
        case suite::ctest:
            return in_ctest(line);
        case suite::shunit:
            return in_shunit(line);
        case suite::bats:
            return in_bats(line);
        case suite::none:
            break;
    }
    return verdict::no_trace;
}

bool suite_run_reader::conclude(found_trace& trace) {
    if (!is_sure_ || report_.message.empty()) return false;
    block_.cut(trace);
    bool const is_of_shell = kind_ == suite::shunit || kind_ == suite::bats;
    return report_.write_to(trace, is_of_shell ? "shell" : "make");
}

// From the list of what failed to the first of those; 0 where it is too far away.
std::size_t first_failed(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) break;
        if (is_failed_ctest(*above)) first = n;
    }
    return first;
}

// From the place to the name of the test.
std::size_t bats_lines(start_context const& context, std::size_t column) {
    auto const above = context.back(1, column);
    return above && above->starts_with("not ok ") ? 1 : 0;
}

}  // namespace

std::optional<start_point> find_suite_run_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text == ctest_list) return start_point{column, first_failed(context, column)};
        bool const is_assertion = text.starts_with("ASSERT:") && text.size() > 8 && text[7] != ' ';
        if (is_assertion || text.starts_with(bats_failed)) return start_point{column, 0};
        if (!text.starts_with("# (in test file ") && !text.starts_with("# (from function ")) continue;
        if (std::size_t const back = bats_lines(context, column); back > 0) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_suite_run_grammar() {
    return std::make_unique<suite_run_reader>();
}

}  // namespace task_agent::trace
