#include "task_agent/trace/grammars/haskell/haskell_test.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 64;
constexpr int most_others = 256;  // lines of the tests that failed later
constexpr std::string_view property = "*** Failed! ";
constexpr std::string_view expression = ": failure in expression `";

enum class runner { none, hunit, doctest, quickcheck, tasty };

// "test/Spec.hs:12", "test/Spec.hs:12:", "test/Spec.hs:12: failure in ..."
std::optional<stack_frame> parse_place(std::string_view line) {
    std::size_t const end = line.find("hs:");
    if (end == std::string_view::npos || end == 0 || line.substr(0, end).find(' ') != std::string_view::npos)
        return std::nullopt;
    std::string_view rest = line.substr(end + 3);
    int const number = take_number(rest);
    if (number <= 0) return std::nullopt;
    return stack_frame{bounded(line.substr(0, end + 2), longest_name), number, {}};
}

// "  sells:   FAIL", "  sells:   FAIL (0.02s)"
bool is_of_tasty(std::string_view line) noexcept {
    if (line.ends_with("s)")) {
        std::size_t const open = line.rfind(" (");
        if (open == std::string_view::npos) return false;
        std::string_view const seconds = line.substr(open + 2, line.size() - open - 4);
        if (seconds.find_first_not_of("0123456789.") != std::string_view::npos) return false;
        line = line.substr(0, open);
    }
    constexpr std::string_view failed = "FAIL";
    if (!line.ends_with(failed)) return false;
    line.remove_suffix(failed.size());
    return line.ends_with(' ') && trimmed(line).ends_with(':') && trimmed(line).size() > 1;
}

runner runner_of(std::string_view line) noexcept {
    if (line.starts_with("### Failure in: ") || line.starts_with("### Error in: ")) return runner::hunit;
    if (line.starts_with(property)) return runner::quickcheck;
    if (line.find(expression) != std::string_view::npos && line.ends_with('\'')) return runner::doctest;
    return is_of_tasty(line) ? runner::tasty : runner::none;
}

std::size_t indent_of(std::string_view line) noexcept {
    return std::min(line.find_first_not_of(' '), line.size());
}

class haskell_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_proven_; }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return !is_proven_; }

private:
    verdict read(std::string_view line);
    verdict read_others(std::string_view line);
    verdict first(std::string_view line);
    verdict in_tasty(std::string_view line);
    void say(std::string_view text);

    runner runner_ = runner::none;
    block_bounds block_;  // the first test that failed
    bool in_other_ = false;
    int others_ = 0;
    std::string message_;
    stack_frame place_;
    std::size_t indent_ = 0;
    bool is_proven_ = false;  // what only tasty prints stands below
    int lines_ = 0;
};

// "Falsified (after 3 tests):", "expected: 3"
void haskell_test_reader::say(std::string_view text) {
    text = trimmed(text);
    take(text, property);
    if (message_.empty()) message_ = bounded(text);
}

verdict haskell_test_reader::first(std::string_view line) {
    runner_ = runner_of(line);
    indent_ = indent_of(line);
    is_proven_ = runner_ != runner::none && runner_ != runner::tasty;
    if (runner_ == runner::quickcheck) say(line);
    if (runner_ == runner::doctest) {
        if (auto place = parse_place(line)) place_ = std::move(*place);
    }
    return runner_ == runner::none ? verdict::no_trace : verdict::continues;
}

verdict haskell_test_reader::in_tasty(std::string_view line) {
    if (is_blank(line)) return verdict::continues;
    if (indent_of(line) <= indent_) return is_proven_ ? verdict::ended_before : verdict::no_trace;
    std::string_view text = trimmed(line);
    if (text.starts_with("Use -p '") || text.starts_with("Use --quickcheck-replay=")) {
        is_proven_ = true;
        return verdict::continues;
    }
    if (auto place = message_.empty() && text.ends_with(':') ? parse_place(text) : std::nullopt) {
        place_ = std::move(*place);
        is_proven_ = true;
        return verdict::continues;
    }
    if (text.starts_with(property)) is_proven_ = true;
    take(text, "Exception: ");
    say(text);
    return verdict::continues;
}

verdict haskell_test_reader::feed(std::string_view line) {
    if (!block_.has_ended()) {
        verdict const answer = read(line);
        if (answer != verdict::ended_before || !is_proven_) return block_.note(line, answer);
        block_.end_here();
    }
    return block_.note(line, read_others(line));
}

// The first one tells: nobody is to begin with another.
verdict haskell_test_reader::read_others(std::string_view line) {
    if (++others_ > most_others) return verdict::ended_before;
    if (runner_of(line) == runner_) {
        in_other_ = true;
    } else if (is_blank(line) || line.starts_with("Cases: ")) {
        in_other_ = in_other_ && runner_ == runner::tasty && is_blank(line);
    } else if (runner_ == runner::tasty && !line.starts_with(' ')) {
        in_other_ = false;
    }
    return in_other_ ? verdict::continues : verdict::not_mine;
}

verdict haskell_test_reader::read(std::string_view line) {
    if (++lines_ == 1) return first(line);
    if (lines_ > most_lines) return verdict::ended_before;
    if (runner_ == runner::tasty) return in_tasty(line);
    bool const is_next = line.starts_with("### ") || line.starts_with("Cases: ") ||
                         line.starts_with("*** ") || line.starts_with("+++ ");
    if (is_blank(line) || is_next || runner_of(line) != runner::none) return verdict::ended_before;
    auto place = runner_ == runner::hunit && message_.empty() ? parse_place(line) : std::nullopt;
    if (place) {
        place_ = std::move(*place);
    } else {
        say(line);
    }
    return verdict::continues;
}

bool haskell_test_reader::conclude(found_trace& trace) {
    if (!is_proven_) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    block_.cut(trace);
    std::string type = "test failed";
    trace.cause_line = message_.empty() ? type : type + ": " + message_;
    std::vector<stack_frame> frames;
    if (!place_.file.empty()) frames.push_back(std::move(place_));
    put_exception(trace.exception, "haskell", std::move(type), std::move(message_), std::move(frames));
    return true;
}

}  // namespace

std::optional<start_point> find_haskell_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (runner_of(text) != runner::none) return start_point{column, 0};
        if (!text.starts_with("expected: ")) continue;
        auto const above = context.back(1, column);
        if (above && runner_of(*above) == runner::doctest) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_haskell_test_grammar() {
    return std::make_unique<haskell_test_reader>();
}

}  // namespace task_agent::trace
