// The boxes that Terraform draws around what it objects to.
#include "task_agent/trace/grammars/go_boxes.hpp"

#include "line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 256;
constexpr std::string_view top = "\xE2\x95\xB7";
constexpr std::string_view side = "\xE2\x94\x82";
constexpr std::string_view bottom = "\xE2\x95\xB5";

// "on main.tf line 3, in resource "nut" "a":", "on main.tf line 3:"
std::optional<stack_frame> parse_place(std::string_view text) {
    constexpr std::string_view number = " line ";
    text = trimmed(text);
    if (!take(text, "on ") || !text.ends_with(':')) return std::nullopt;
    std::size_t const at = text.find(number);
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    std::string_view rest = text.substr(at + number.size());
    int const line = take_number(rest);
    bool const is_place = line > 0 && (rest.starts_with(',') || rest == ":");
    if (!is_place) return std::nullopt;
    return stack_frame{bounded(text.substr(0, at), longest_name), line, {}};
}

class go_box_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return message_.empty(); }

private:
    std::string message_;
    stack_frame place_;
    bool is_first_ = true;  // box with an error
    int lines_ = 0;
};

verdict go_box_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    // one box below the other
    if (line == top) {
        if (lines_ > 1 && message_.empty()) return verdict::ended_before;
        is_first_ = message_.empty();
        return verdict::continues;
    }
    if (line == bottom) return verdict::continues;
    if (!take(line, side)) return verdict::ended_before;
    std::string_view const text = trimmed(line);
    if (std::string_view said = text; message_.empty() && take(said, "Error: ")) {
        message_ = bounded(said);
    } else if (is_first_ && place_.line == 0) {
        if (auto place = parse_place(text)) place_ = std::move(*place);
    }
    return verdict::continues;
}

bool go_box_reader::conclude(found_trace& trace) {
    if (message_.empty()) return false;
    trace.role = trace_role::notice;
    trace.is_often_survived = true;
    trace.cause_line = "Error: " + message_;
    std::vector<stack_frame> frames;
    if (place_.line > 0) frames.push_back(std::move(place_));
    put_exception(trace.exception, "go", "Error", std::move(message_), std::move(frames));
    return true;
}

}  // namespace

std::optional<start_point> find_go_box_start(start_context const& context) {
    for (std::size_t const column : context.columns())
        if (context.line().substr(column) == top) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_box_grammar() {
    return std::make_unique<go_box_reader>();
}

}  // namespace task_agent::trace
