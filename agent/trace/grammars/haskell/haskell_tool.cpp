#include "task_agent/trace/grammars/haskell/haskell_tool.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 64;

// "Error: [S-4804]": why stands on the next line.
bool is_code(std::string_view line) noexcept {
    if (!line.ends_with(']') || (!take(line, "Error: [Cabal-") && !take(line, "Error: [S-"))) return false;
    return digits_in(line) > 0 && digits_in(line) + 1 == line.size();
}

class haskell_tool_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    void say(std::string_view text);

    bool has_begun_ = false;
    bool is_solver_ = false;  // it tells what it tried
    std::string message_;
    make_end make_;
    int lines_ = 0;
};

void haskell_tool_reader::say(std::string_view text) {
    message_ = bounded(trimmed(text));
    is_solver_ = message_ == "Could not resolve dependencies:";
}

verdict haskell_tool_reader::feed(std::string_view line) {
    if (!std::exchange(has_begun_, true)) {
        if (take(line, "Error: cabal: ")) {
            say(line);
        } else if (!is_code(line)) {
            return verdict::no_trace;
        }
        return verdict::continues;
    }
    if (message_.empty()) {
        if (is_blank(line)) return verdict::no_trace;
        say(line);
        return verdict::continues;
    }
    if (auto const end = make_.read(line)) return *end;
    if (make_.is_seen()) return verdict::ended_before;
    bool const is_tried = line.starts_with("[__") || line.starts_with("After searching ") ||
                          line.starts_with("goals I've had ") || line.starts_with("  ");
    return is_solver_ && is_tried && ++lines_ <= most_lines ? verdict::continues : verdict::ended_before;
}

bool haskell_tool_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    // the compiler, or a test, told why
    bool const is_sum = message_.starts_with("Failed to build ") ||
                        message_.starts_with("Some packages failed ") ||
                        message_.starts_with("Stack failed to execute the build plan") ||
                        message_.starts_with("Tests failed for ");
    trace.role = is_sum ? trace_role::summary : trace_role::notice;
    trace.is_often_survived = true;
    trace.cause_line = "Error: " + message_;
    put_exception(trace.exception, "haskell", "build failed", std::move(message_), {});
    return true;
}

}  // namespace

std::optional<start_point> find_haskell_tool_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with("Error: cabal: ") || is_code(text)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_haskell_tool_grammar() {
    return std::make_unique<haskell_tool_reader>();
}

}  // namespace task_agent::trace
