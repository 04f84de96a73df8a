#include "task_agent/trace/grammars/suites/test_run.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/native/cpp_lines.hpp"
#include "task_agent/trace/grammars/native/native_report.hpp"

namespace task_agent::trace {
namespace {

using reading::take;

constexpr int most_lines = 256;
constexpr int most_detail_lines = 16;
constexpr int most_strangers = 48;
constexpr std::string_view google_failed = "[  FAILED  ] ";

struct failed_check {
    cpp::place where;
    std::string_view message;  // empty where the next line tells
};

// GoogleTest: "a.cpp:12: Failure"; Catch2: "a.cpp:12: FAILED:"; doctest: "a.cpp:12: ERROR: CHECK( x ) is NOT
// correct!"; Boost.Test: `a.cpp(12): error: in "suite/case": check x has failed`
std::optional<failed_check> parse_failed(std::string_view line) noexcept {
    // of what a test threw
    if (line == "unknown file: Failure") return failed_check{};
    for (std::string_view const end : {": Failure", ": FAILED:"}) {
        if (!line.ends_with(end)) continue;
        auto const where = cpp::parse_place(line.substr(0, line.size() - end.size()));
        return where ? std::optional(failed_check{*where, {}}) : std::nullopt;
    }
    // what both have, rarely found elsewhere
    if (line.find("rror: in \"") == std::string_view::npos && line.find("ERROR: ") == std::string_view::npos)
        return std::nullopt;
    for (std::string_view const level : {": error: in \"", ": fatal error: in \""}) {
        std::size_t const at = line.find(level);
        if (at == std::string_view::npos) continue;
        bool const is_nowhere = line.starts_with("unknown location(0)");
        auto const where = is_nowhere ? cpp::place{} : cpp::parse_place(line.substr(0, at));
        std::size_t const quote = line.find("\": ", at + level.size());
        if (!where || quote == std::string_view::npos) return std::nullopt;
        return failed_check{*where, line.substr(quote + 3)};
    }
    for (std::string_view const level : {": ERROR: ", ": FATAL ERROR: "}) {
        std::size_t const at = line.find(level);
        if (at == std::string_view::npos) continue;
        auto const where = cpp::parse_place(line.substr(0, at));
        std::string_view const rest = line.substr(at + level.size());
        bool const is_doctest = rest.ends_with(" is NOT correct!") ||
                                rest.starts_with("test case THREW exception") ||
                                rest.find("threw a DIFFERENT exception") != std::string_view::npos;
        return where && is_doctest ? std::optional(failed_check{*where, rest}) : std::nullopt;
    }
    return std::nullopt;
}

// "[  FAILED  ] 2 tests, listed below:", "test cases: 3 | 2 passed | 1 failed", "*** 1 failure is detected
// ..."
bool counts_failures(std::string_view line) noexcept {
    if (take(line, "[doctest] ")) {
        std::size_t const at = line.find(" failed");
        return line.starts_with("test cases:") && at != std::string_view::npos && at > 0 &&
               !line.substr(0, at).ends_with(" 0");
    }
    if (line.starts_with("*** "))
        return line.find(" failure") < 12 && line.find(" detected") != std::string_view::npos;
    if (line.starts_with("test cases: ") || line.starts_with("assertions: "))
        return line.find(" failed") != std::string_view::npos;
    if (!take(line, google_failed)) return false;
    return digits_in(line) > 0 && line.find(" test") == digits_in(line);
}

// What ends a run without a failure, or says that one was wanted.
bool is_calm_end(std::string_view line) noexcept {
    return line.starts_with("[  PASSED  ]") || line == "*** No errors detected" ||
           line.starts_with("All tests passed");
}

class test_run_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return false; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    [[nodiscard]] bool is_of_first(std::string_view line) noexcept;

    native_report report_;
    block_bounds block_;
    bool is_boosts_ = false;
    bool in_first_ = true;      // of what failed
    bool is_whole_ = false;     // what it says, but for where it was
    bool is_own_word_ = false;  // of a test, which said itself that it failed
    bool has_failed_ = false;   // as the framework counts
    bool wants_message_ = false;
    int details_ = 0;
    int lines_ = 0;
    int strangers_ = 0;
};

verdict test_run_reader::feed(std::string_view line) {
    bool const is_first = report_.type.empty();
    verdict const answer = read(line);
    in_first_ = in_first_ && (is_first || is_of_first(line));
    return block_.note(line, answer, in_first_);
}

// A blank line ends it, or what the framework says of the test. Boost.Test tells the rest in words of its
// own.
bool test_run_reader::is_of_first(std::string_view line) noexcept {
    if (is_blank(line) || line.starts_with("[ ") || line.starts_with("[--") || counts_failures(line) ||
        parse_failed(line))
        return false;
    if (is_boosts_)
        return line.starts_with(' ') || line.starts_with("Mismatch at ") ||
               line.starts_with("Collections size mismatch") || line.starts_with("Failure occurred in ") ||
               line.find(": last checkpoint") != std::string_view::npos;
    // FAIL() has one line as a rule, and what a test prints follows at once
    if (line.starts_with("Google Test trace:")) is_own_word_ = false;
    if (is_own_word_ && is_whole_) return false;
    is_whole_ = !wants_message_;
    return true;
}

verdict test_run_reader::read(std::string_view line) {
    if (report_.type.empty()) {
        auto const found = parse_failed(line);
        if (!found) return verdict::no_trace;
        report_.type = "test failed";
        report_.cause_line = bounded(trimmed(line));
        report_.message = bounded(found->message);
        wants_message_ = found->message.empty();
        is_boosts_ = line.find("rror: in \"") != std::string_view::npos;
        if (found->where.line > 0) report_.add({bounded(found->where.file), found->where.line, {}});
        return verdict::continues;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    if (counts_failures(line)) {
        has_failed_ = true;
        return verdict::continues;
    }
    if (line.starts_with(google_failed) || parse_failed(line)) {
        details_ = 0;
        return verdict::continues;
    }
    if (has_failed_) {
        if (is_blank(line)) return verdict::not_mine;
        return line.find("FAILED TEST") != std::string_view::npos ? verdict::ends : verdict::ended_before;
    }
    if (is_calm_end(line)) return line.starts_with("[  PASSED  ]") ? verdict::not_mine : verdict::no_trace;
    if (is_blank(line)) return verdict::not_mine;
    if (++details_ <= most_detail_lines && !line.starts_with("[ ") && !line.starts_with("[--")) {
        if (wants_message_) {
            report_.message = bounded(trimmed(line));
            is_own_word_ = is_own_word_ || report_.message == "Failed";
            // of GoogleTest's FAIL(), and of what Catch2 caught: the words follow
            wants_message_ = report_.message == "Failed" ||
                             report_.message == "due to unexpected exception with message:" ||
                             report_.message == "due to a fatal error condition:";
            if (!wants_message_) report_.cause_line += " " + report_.message;
        }
        return verdict::continues;
    }
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool test_run_reader::conclude(found_trace& trace) {
    if (!has_failed_) return false;
    // the other tests go on
    report_.role = trace_role::detached;
    block_.cut(trace);
    return report_.write_to(trace);
}

}  // namespace

std::optional<start_point> find_test_run_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse_failed(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_test_run_grammar() {
    return std::make_unique<test_run_reader>();
}

}  // namespace task_agent::trace
