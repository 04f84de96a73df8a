#include "task_agent/trace/grammars/java/maven_pom.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_problem_lines = 24;
constexpr int most_lines = 200;
constexpr std::string_view error = "[ERROR] ";
constexpr std::string_view title = "Some problems were encountered while processing the POMs:";
constexpr std::string_view unread = "The build could not read ";

// What a problem says that stops the build; nothing of any other line.
std::string_view problem(std::string_view line) noexcept {
    if (!take(line, error) && !take(line, "[FATAL] ")) return {};
    return line.ends_with(title) ? std::string_view() : trimmed(line);
}

class maven_pom_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        // the same problems again, by project, and where to read about them
        if (!message_.empty()) block_.end_here();
        return block_.note(line, read(line));
    }
    bool is_complete() const noexcept override { return is_listed_; }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        block_.cut(trace);
        trace.role = trace_role::raised;
        trace.cause_line = message_;
        put_exception(trace.exception, "java", "build failed", std::move(message_), {});
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (message_.empty()) {
            message_ = bounded(problem(line));
            return message_.empty() ? verdict::no_trace : verdict::continues;
        }
        if (++lines_ > most_lines) return verdict::ended_before;
        if (!line.starts_with("[ERROR]")) return is_listed_ ? verdict::ended_before : verdict::continues;
        is_listed_ = is_listed_ || line.substr(error.size()).starts_with(unread);
        return line.starts_with("[ERROR] [Help 1] http") ? verdict::ends : verdict::continues;
    }

    block_bounds block_;
    std::string message_;
    bool is_listed_ = false;
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_maven_pom_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (!text.starts_with(error) || !text.substr(error.size()).starts_with(unread)) continue;
        std::size_t first = 0;
        for (std::size_t n = 1; n <= most_problem_lines; ++n) {
            auto const line = context.back(n, column);
            if (!line) break;
            if (line->ends_with(title))
                return first > 0 ? std::optional(start_point{column, first}) : std::nullopt;
            if (!problem(*line).empty()) first = n;
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_maven_pom_grammar() {
    return std::make_unique<maven_pom_reader>();
}

}  // namespace task_agent::trace
