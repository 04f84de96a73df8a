#include "task_agent/trace/grammars/r.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_lines_back = 12;
constexpr std::string_view last_line = "Execution halted";

bool is_error(std::string_view line) noexcept {
    return line.starts_with("Error: ") || line.starts_with("Error in ");
}

class r_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    std::string message_;
    std::string call_;
    bool has_begun_ = false;
};

verdict r_reader::feed(std::string_view line) {
    if (!has_begun_) {
        if (!is_error(line)) return verdict::no_trace;
        has_begun_ = true;
        if (!take(line, "Error: ")) {
            take(line, "Error in ");
            std::size_t const colon = line.find(" : ");
            call_ = bounded(line.substr(0, colon), longest_name);
            line = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 3);
        }
        message_ = bounded(trimmed(line));
        return verdict::continues;
    }
    if (line == last_line) return verdict::ends;
    if (message_.empty()) message_ = bounded(trimmed(line));
    return verdict::continues;
}

bool r_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::raised;
    trace.cause_line = std::string("error: ").append(message_);
    exception_info& e = trace.exception;
    e.language = std::string("r");
    e.type = "error";
    e.message = std::move(message_);
    if (!call_.empty()) e.frames.push_back({{}, 0, std::move(call_)});
    return true;
}

}  // namespace

std::optional<start_point> find_r_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) != last_line) continue;
        for (std::size_t n = 1; n <= most_lines_back; ++n) {
            auto const earlier = context.back(n, column);
            if (!earlier) break;
            if (is_error(*earlier)) return start_point{column, n};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_r_grammar() {
    return std::make_unique<r_reader>();
}

}  // namespace task_agent::trace
