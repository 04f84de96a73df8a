#include "task_agent/trace/grammars/node/node_uncaught.hpp"

#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

constexpr std::string_view opening = "Uncaught ";
constexpr std::string_view stack_title = "FROM";
constexpr std::size_t most_message_lines = 16;

// "load (/srv/n.js:1:18)", "/srv/n.js:3:1"
std::optional<stack_frame> frame_in(std::string_view line) {
    stack_frame frame;
    std::string_view place = trimmed(line);
    if (place.ends_with(')')) {
        std::size_t const open = place.rfind(" (");
        if (open == std::string_view::npos) return std::nullopt;
        frame.function = bounded(place.substr(0, open));
        place = place.substr(open + 2, place.size() - open - 3);
    }
    std::size_t const column = place.rfind(':');
    if (column == std::string_view::npos || column == 0) return std::nullopt;
    std::size_t const number = place.rfind(':', column - 1);
    if (number == std::string_view::npos) return std::nullopt;
    std::string_view const digits = place.substr(number + 1, column - number - 1);
    bool const is_place =
        digits_in(digits) == digits.size() && !digits.empty() && digits_in(place.substr(column + 1)) > 0;
    if (!is_place) return std::nullopt;
    frame.file = bounded(place.substr(0, number));
    frame.line = number_of(digits);
    return frame;
}

class node_uncaught_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !frames_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    std::string said_;
    bool is_below_title_ = false;
    std::vector<stack_frame> frames_;  // innermost first, as printed
};

verdict node_uncaught_reader::feed(std::string_view line) {
    if (said_.empty()) {
        if (!line.starts_with(opening)) return verdict::no_trace;
        said_ = bounded(trimmed(line.substr(opening.size())));
        // what was thrown has no text
        return said_.empty() ? verdict::no_trace : verdict::continues;
    }
    if (!is_below_title_) {
        is_below_title_ = line == stack_title;
        return verdict::continues;
    }
    auto frame = frame_in(line);
    if (!frame) return verdict::ended_before;
    push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
    return verdict::continues;
}

bool node_uncaught_reader::conclude(found_trace& trace) {
    if (frames_.empty()) return false;
    trace.role = trace_role::raised;
    trace.cause_line = said_;
    std::size_t const colon = said_.find(": ");
    bool const has_type = colon != std::string::npos && said_.find(' ') > colon;
    make_plain(frames_);
    put_exception(trace.exception, "node", has_type ? said_.substr(0, colon) : "Error",
                  has_type ? said_.substr(colon + 2) : said_, outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_node_uncaught_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) != stack_title) continue;
        for (std::size_t n = 1; n <= most_message_lines; ++n) {
            auto const above = context.back(n, column);
            if (!above) break;
            if (above->starts_with(opening)) return start_point{column, n};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_node_uncaught_grammar() {
    return std::make_unique<node_uncaught_reader>();
}

}  // namespace task_agent::trace
