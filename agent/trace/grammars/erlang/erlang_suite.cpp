#include "task_agent/trace/grammars/erlang/erlang_suite.hpp"

#include "task_agent/trace/grammars/erlang/erlang_term.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace erlang;

constexpr int most_lines = 128;
constexpr std::size_t most_back = 32;    // lines of a reason
constexpr std::size_t most_between = 8;  // from a test that failed to the next
constexpr std::string_view lead = "%%% ";
constexpr std::string_view arrow = " ==> ";
constexpr std::string_view failed = ": FAILED";
constexpr std::string_view rule = "- - - - - - - - - - ";
constexpr std::string_view reason_lead = "Reason: ";
constexpr std::string_view eunit_lead = "     Failure/Error: ";
constexpr std::string_view assertion_lead = "Failure/Error: ";

// "%%% shop_SUITE ==> sells: FAILED"
bool is_failed_case(std::string_view line) noexcept {
    return line.starts_with(lead) && line.ends_with(failed) && line.find(arrow) != std::string_view::npos;
}

struct failed_test {
    std::string_view module;
    std::string_view function;
    int line = 0;
};

// "shop_SUITE:sells failed on line 4"
std::optional<failed_test> parse_failed(std::string_view line) noexcept {
    constexpr std::string_view mark = " failed on line ";
    std::size_t const colon = line.find(':');
    std::size_t const at = line.find(mark);
    if (at == std::string_view::npos || at > longest_name || colon > at) return std::nullopt;
    failed_test found{line.substr(0, colon), line.substr(colon + 1, at - colon - 1)};
    std::string_view number = line.substr(at + mark.size());
    found.line = take_number(number);
    bool const is_call = found.module.find(' ') == std::string_view::npos &&
                         found.function.find(' ') == std::string_view::npos;
    return is_call && found.line > 0 ? std::optional(found) : std::nullopt;
}

// "  1) shop_tests:sell_test/0": its number, 0 = it is none
int number_of_eunit(std::string_view line) noexcept {
    line = trimmed(line);
    int const number = take_number(line);
    if (number < 1 || !take(line, ") ") || line.find(':') == std::string_view::npos) return 0;
    std::size_t const slash = line.rfind('/');
    return slash != std::string_view::npos && digits_in(line.substr(slash + 1)) > 0 ? number : 0;
}

class erlang_suite_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !type_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    enum class runner { none, rebar, ct_run, eunit };

    verdict first(std::string_view line);
    verdict in_assertion(std::string_view line);
    verdict gather(std::string_view text);
    void tell(std::string_view term);
    void tell_eunit();
    void assert_failed(std::string_view said) {
        type_ = "test failed";
        message_ = bounded(said);
    }

    runner runner_ = runner::none;
    std::string type_;
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    std::string place_;                // of ct_run, as a stack
    term_gatherer term_;
    bool awaits_assertion_ = false;
    int lines_ = 0;
};

void erlang_suite_reader::tell(std::string_view term) {
    constexpr std::string_view wanted = "{test_case_failed,";
    if (std::string_view said = term; take(said, wanted) && said.ends_with('}')) {
        said.remove_suffix(1);
        if (said.size() > 1 && said.front() == '"' && said.back() == '"')
            said = said.substr(1, said.size() - 2);
        type_ = "test failed";
        message_ = bounded(said);
        return;
    }
    auto reason = reason_of(term);
    type_ = reason.type == "exit" ? "test failed" : std::move(reason.type);
    message_ = std::move(reason.message);
    frames_ = std::move(reason.frames);
}

// "{error,{badmatch,2},Stack}"
void erlang_suite_reader::tell_eunit() {
    auto const parts = elements_of(term_.text());
    if (parts.size() == 3) {
        tell("{" + std::string(parts[1]) + "," + std::string(parts[2]) + "}");
    } else {
        tell(term_.text());
    }
}

verdict erlang_suite_reader::gather(std::string_view text) {
    term_.add(text);
    if (!term_.is_whole()) return verdict::continues;
    if (runner_ == runner::eunit)
        tell_eunit();
    else
        tell(term_.text());
    return verdict::ends;
}

verdict erlang_suite_reader::first(std::string_view line) {
    if (is_failed_case(line)) {
        runner_ = runner::rebar;
    } else if (auto const test = parse_failed(line)) {
        runner_ = runner::ct_run;
        std::string const module(test->module);
        place_ = "[{" + module + "," + std::string(test->function) + ",0,[{file,\"" + module +
                 ".erl\"},{line," + std::to_string(test->line) + "}]}]";
    } else if (number_of_eunit(line) == 1) {
        runner_ = runner::eunit;
    }
    return runner_ == runner::none ? verdict::no_trace : verdict::continues;
}

// "Failure/Error: ?assertEqual(3, sell(2))", "expected: 3", "got: 2"
verdict erlang_suite_reader::in_assertion(std::string_view line) {
    std::string_view text = trimmed(line);
    if (take(text, assertion_lead) && lines_ == 3) {
        assert_failed(text);
        return verdict::continues;
    }
    bool const is_detail =
        line.starts_with("  ") && number_of_eunit(line) == 0 && text.find(':') != std::string_view::npos;
    if (!type_.empty()) return is_detail ? verdict::continues : verdict::ended_before;
    if (text.empty()) return verdict::no_trace;
    assert_failed(text);
    return verdict::continues;
}

verdict erlang_suite_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (runner_ == runner::none) return first(line);
    if (awaits_assertion_) return in_assertion(line);
    if (runner_ == runner::ct_run) {
        if (line.starts_with(rule)) {
            std::string const term = "{" + term_.text() + "," + place_ + "}";
            tell(term_.text().starts_with("{test_case_failed,") ? term_.text() : term);
            return verdict::ends;
        }
        take(line, reason_lead);
        term_.add(line);
        return verdict::continues;
    }
    if (runner_ == runner::eunit && lines_ == 2) {
        awaits_assertion_ = !take(line, eunit_lead) || !line.starts_with('{');
        if (awaits_assertion_) assert_failed(trimmed(line));
        return awaits_assertion_ ? verdict::continues : gather(line);
    }
    if (runner_ == runner::rebar && !term_.is_begun()) {
        std::size_t const at = line.find(arrow.substr(0, arrow.size() - 1));
        if (!line.starts_with(lead) || at == std::string_view::npos) return verdict::no_trace;
        std::string_view const text = trimmed(line.substr(at + arrow.size() - 1));
        awaits_assertion_ = text.empty();
        return text.empty() ? verdict::continues : gather(text);
    }
    return gather(line);
}

bool erlang_suite_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = trace_role::raised;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "erlang", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

// Whether one that failed stands directly above, read or not.
bool is_behind_failed(start_context const& context, std::size_t column) {
    auto const blank = context.back(1, column);
    if (!blank || !is_blank(*blank)) return false;
    for (std::size_t n = 2; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) return n == 2;
        if (is_blank(*above)) return false;
        if (is_failed_case(*above)) return true;
    }
    return false;
}

// How far above the closing rule of ct_run the test is named; 0 = it is none, or not the first.
std::size_t failed_above(start_context const& context, std::size_t column) {
    bool has_reason = false;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above || above->starts_with(rule)) return 0;
        if (above->starts_with(reason_lead)) has_reason = true;
        if (!has_reason || !parse_failed(*above)) continue;
        for (std::size_t more = 1; more <= most_between; ++more) {
            auto const earlier = context.back(n + more, column);
            if (earlier && earlier->find(": *** FAILED test case ") != std::string_view::npos) return 0;
        }
        return n;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_erlang_suite_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (is_failed_case(text) && !is_behind_failed(context, column)) return start_point{column, 0};
        if (text.starts_with(rule)) {
            std::size_t const back = failed_above(context, column);
            if (back > 0) return start_point{column, back};
        }
        if (text.starts_with(eunit_lead)) {
            auto const name = context.back(1, column);
            if (name && number_of_eunit(*name) == 1) return start_point{column, 1};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_erlang_suite_grammar() {
    return std::make_unique<erlang_suite_reader>();
}

}  // namespace task_agent::trace
