#include "task_agent/trace/grammars/dotnet/dotnet_options.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_back = 16;  // from the usage to what is wrong
constexpr int most_lines = 8;
constexpr std::string_view title = "ERROR(S):";
constexpr std::string_view usage = "Usage:";
constexpr std::string_view description = "Description:";

bool is_refusal(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 5> starts = {
        "Option '", "Required argument missing for ", "Required command was not provided.",
        "Unrecognized command or argument '", "Cannot parse argument '"};
    return starts_with_any(line, starts) && line.ends_with('.');
}

class dotnet_options_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        // the help tells nothing of it
        if (!is_titled_ && line.empty()) block_.end_here();
        return block_.note(line, read(line));
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        block_.cut(trace);
        trace.role = trace_role::notice;
        trace.is_often_survived = true;
        trace.cause_line = message_;
        put_exception(trace.exception, "dotnet", "error", std::move(message_), {});
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (++lines_ == 1 && line == title) {
            is_titled_ = true;
            return verdict::continues;
        }
        if (is_titled_ && (is_blank(line) || !line.starts_with("  ") || lines_ > most_lines))
            return message_.empty() ? verdict::no_trace : verdict::ended_before;
        if (!is_titled_ && line == usage && !message_.empty()) return verdict::ends;
        if (!is_titled_ && !is_refusal(line))
            return message_.empty() ? verdict::no_trace : verdict::continues;
        if (message_.empty()) message_ = bounded(trimmed(line));
        return verdict::continues;
    }

    block_bounds block_;
    std::string message_;
    bool is_titled_ = false;
    int lines_ = 0;
};

// How many lines above the usage the first refusal stands, 0 = there is none.
std::size_t refusal_above(start_context const& context, std::size_t column) {
    std::size_t first = 0;
    bool has_description = false;
    for (std::size_t n = 1; n <= most_back; ++n) {
        auto const line = context.back(n, column);
        if (!line) break;
        if (has_description && is_refusal(*line)) {
            first = n;
        } else if (first > 0 || (!is_blank(*line) && !line->starts_with("  ") && *line != description)) {
            break;
        }
        has_description = has_description || *line == description;
    }
    return first;
}

}  // namespace

std::optional<start_point> find_dotnet_options_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text == title) return start_point{column, 0};
        if (text != usage) continue;
        if (std::size_t const back = refusal_above(context, column)) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_dotnet_options_grammar() {
    return std::make_unique<dotnet_options_reader>();
}

}  // namespace task_agent::trace
