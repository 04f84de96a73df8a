// A property of QCheck that does not hold, or that raised.
#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_frame.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_lines.hpp"
#include "task_agent/trace/grammars/ocaml/ocaml_test.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace ocaml;

constexpr int most_lines = 80;
constexpr int most_others = 256;  // lines of the properties that failed later

bool is_head(std::string_view line) noexcept {
    return (line.starts_with("--- Failure -") || line.starts_with("--- Error -")) && line.ends_with("-----");
}

class ocaml_property_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !test_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);

    block_bounds block_;  // the first one
    std::string type_ = "test failed";
    std::string test_;
    std::string message_;  // of what was raised
    frame_list frames_;
    int lines_ = 0;
};

verdict ocaml_property_reader::feed(std::string_view line) {
    if (!test_.empty() && is_head(line)) block_.end_here();
    if (!block_.has_ended()) return block_.note(line, read(line));
    bool const is_end = line.starts_with("====") || ++lines_ > most_others;
    return block_.note(line, is_end ? verdict::ended_before : verdict::continues);
}

// A blank line, "Test x failed (3 shrink steps):", a blank line, the values, a line drawn below them.
verdict ocaml_property_reader::read(std::string_view line) {
    if (++lines_ == 1) return is_head(line) ? verdict::continues : verdict::no_trace;
    if (lines_ > most_lines || line.starts_with("====") || (lines_ > 2 && line.starts_with("--- ")))
        return verdict::ended_before;
    if (is_blank(line)) return verdict::continues;
    if (test_.empty()) {
        bool const is_test = line.starts_with("Test ") && (line.find(" failed") != std::string_view::npos ||
                                                           line.find(" errored") != std::string_view::npos);
        if (!is_test) return verdict::no_trace;
        test_ = bounded(trimmed(line));
        return verdict::continues;
    }
    if (is_frame(line)) {
        add_frame(frames_, line);
    } else if (std::string_view text = line; take(text, "exception ") && message_.empty()) {
        if (auto const what = find_exception(text)) {
            type_ = bounded(what->type, longest_name);
            message_ = bounded(what->message);
        }
    }
    return verdict::continues;
}

bool ocaml_property_reader::conclude(found_trace& trace) {
    if (test_.empty()) return false;
    block_.cut(trace);
    trace.role = trace_role::notice;
    if (message_.empty()) message_ = std::move(test_);
    trace.cause_line = type_ + ": " + message_;
    put_exception(trace.exception, "ocaml", std::move(type_), std::move(message_), frames_.outermost_first());
    return true;
}

}  // namespace

std::optional<start_point> find_ocaml_property_start(start_context const& context) {
    for (std::size_t const column : context.columns())
        if (is_head(context.line().substr(column))) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_ocaml_property_grammar() {
    return std::make_unique<ocaml_property_reader>();
}

}  // namespace task_agent::trace
