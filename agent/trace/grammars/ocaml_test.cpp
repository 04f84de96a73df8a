#include "task_agent/trace/grammars/ocaml_test.hpp"

#include "task_agent/trace/grammars/ocaml_lines.hpp"

#include "line_reading.hpp"
#include "ocaml_frame.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace ocaml;

constexpr int most_lines = 80;
constexpr std::string_view mark = " (in the log).";
constexpr std::string_view lead = "Error: ";
// "Error: shop:1:sells.", a blank line, the place in the log
constexpr std::size_t lines_above = 3;

class ocaml_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_told_; }
    bool conclude(found_trace& trace) override;

private:
    std::string type_ = "test failed";
    std::string message_;
    frame_list frames_;
    bool is_told_ = false;
    int lines_ = 0;
};

// A blank line, frames, a blank line, what was raised or compared, and a line drawn below it.
verdict ocaml_test_reader::feed(std::string_view line) {
    if (++lines_ > most_lines || line.starts_with("====")) return verdict::ended_before;
    if (lines_ == 1) message_ = bounded(line.substr(lead.size()));
    if (lines_ <= static_cast<int>(lines_above) + 1) return verdict::continues;
    if (line.starts_with("----")) return verdict::ended_before;
    if (is_frame(line)) {
        add_frame(frames_, line);
    } else if (!is_blank(line) && !std::exchange(is_told_, true)) {
        auto const what = find_exception(line);
        bool const is_raised = what && is_surely_exception(*what);
        if (is_raised) type_ = bounded(what->type, longest_name);
        message_ = bounded(is_raised ? what->message : trimmed(line));
    }
    return verdict::continues;
}

bool ocaml_test_reader::conclude(found_trace& trace) {
    trace.role = trace_role::notice;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "ocaml", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

}  // namespace

std::optional<start_point> find_ocaml_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (!text.starts_with(lead) || !text.ends_with(mark)) continue;
        auto const above = context.back(lines_above, column);
        if (above && above->starts_with(lead)) return start_point{column, lines_above};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_test_grammar() {
    return std::make_unique<ocaml_test_reader>();
}

}  // namespace task_agent::trace
