// What the crate regex says of a pattern: tools that search print it as it is.
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/rust/rust_reports.hpp"

namespace task_agent::trace {
namespace {

using reading::take;

constexpr std::string_view header = "regex parse error:";
constexpr std::string_view error = "error: ";
constexpr std::size_t most_lines_back = 24;  // a pattern may have several lines

// "rg: regex parse error:", "Error: regex parse error:"
bool is_header(std::string_view line) noexcept {
    return line.ends_with(header) && line.size() < header.size() + 64;
}

class rust_regex_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    bool has_begun_ = false;
    std::string message_;
};

verdict rust_regex_reader::feed(std::string_view line) {
    if (!std::exchange(has_begun_, true)) return is_header(line) ? verdict::continues : verdict::no_trace;
    if (!take(line, error)) return verdict::continues;
    message_ = bounded(trimmed(line));
    return verdict::ends;
}

bool rust_regex_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    trace.cause_line = "regex parse error: " + message_;
    put_exception(trace.exception, "rust", "error", std::move(message_), {});
    return true;
}

}  // namespace

std::optional<start_point> find_rust_regex_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (!context.line().substr(column).starts_with(error)) continue;
        for (std::size_t n = 1; n <= most_lines_back; ++n) {
            auto const above = context.back(n, column);
            if (!above) break;
            if (n > 1 && is_header(*above)) return start_point{column, n};
            // the pattern is indented, a line is drawn around one of several
            if (!above->starts_with("  ") && !above->starts_with("~~~~")) break;
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_rust_regex_grammar() {
    return std::make_unique<rust_regex_reader>();
}

}  // namespace task_agent::trace
