#include "task_agent/trace/grammars/python/python_doctest.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr int most_lines = 4096;
constexpr std::string_view ruler = "**********";
constexpr std::string_view example = "Failed example:";
constexpr std::string_view raised_below = "Exception raised:";
constexpr std::string_view margin = "    ";

// `File "/shop/nuts.py", line 3, in nuts.sell`
std::optional<stack_frame> parse_place(std::string_view line) {
    return line.starts_with("File \"") ? python::parse_frame("  " + std::string(line)) : std::nullopt;
}

class python_doctest_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);

    std::vector<stack_frame> frames_;
    block_bounds block_;
    std::string type_ = "test failed";
    std::string message_;
    bool has_example_ = false;
    bool has_raised_ = false;
    int lines_ = 0;
};

verdict python_doctest_reader::read(std::string_view line) {
    if (frames_.empty()) {
        auto place = parse_place(line);
        if (!place) return verdict::no_trace;
        frames_.push_back(std::move(*place));
        return verdict::continues;
    }
    if (!has_example_) {
        has_example_ = line == example;
        return has_example_ ? verdict::continues : verdict::no_trace;
    }
    if (++lines_ > most_lines) return verdict::ended_before;
    // the next example that failed, below a ruler, or how many did
    if (line.starts_with(ruler)) block_.end_here();
    if (block_.has_ended()) {
        bool const is_count = digits_in(line) > 0;
        return is_count ? verdict::ended_before : verdict::continues;
    }
    if (line.starts_with(margin)) {
        line.remove_prefix(margin.size());
        if (message_.empty()) message_ = bounded(trimmed(line));
        auto const raised = has_raised_ ? python::parse_raised(line) : std::nullopt;
        if (raised) {
            type_ = bounded(raised->type);
            message_ = bounded(trimmed(raised->message));
        }
        return verdict::continues;
    }
    has_raised_ = has_raised_ || line == raised_below;
    bool const belongs = has_raised_ || line == "Expected:" || line == "Expected nothing" || line == "Got:" ||
                         line == "Got nothing" || line.starts_with("Differences (");
    return belongs && (line.ends_with(':') || line.ends_with("nothing")) ? verdict::continues
                                                                         : verdict::ended_before;
}

bool python_doctest_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    block_.cut(trace);
    trace.cause_line = type_ + ": " + message_;
    put_exception(trace.exception, "python", std::move(type_), std::move(message_), std::move(frames_));
    return true;
}

}  // namespace

std::optional<start_point> find_python_doctest_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) != example) continue;
        auto const above = context.back(1, column);
        if (above && parse_place(*above)) return start_point{column, 1};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_python_doctest_grammar() {
    return std::make_unique<python_doctest_reader>();
}

}  // namespace task_agent::trace
