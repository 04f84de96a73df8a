// A spec of Ginkgo that failed. It is read up to the go tool's own word about the suite, which tells nothing
// new.
#include "task_agent/trace/grammars/go/go_spec.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 256;
constexpr int most_strangers = 64;  // down to the end of the suite
constexpr std::string_view head = "\xE2\x80\xA2 [FAILED] ";
constexpr std::string_view mark = "[FAILED] ";

// "In [It] at: /app/shop_test.go:14 @ 11/26/26 10:00:00.000"
std::optional<stack_frame> parse_place(std::string_view text) {
    constexpr std::string_view at = "] at: ";
    std::size_t const found = text.find(at);
    if (!text.starts_with("In [") || found == std::string_view::npos) return std::nullopt;
    text = text.substr(found + at.size());
    text = text.substr(0, text.find(" @ "));
    std::size_t const colon = text.rfind(':');
    if (colon == std::string_view::npos) return std::nullopt;
    int const line = number_of(text.substr(colon + 1));
    if (line == 0) return std::nullopt;
    return stack_frame{bounded(text.substr(0, colon), longest_name), line, {}};
}

class go_spec_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return place_.line > 0; }
    bool conclude(found_trace& trace) override;
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    verdict read(std::string_view line);

    block_bounds block_;
    std::string message_;
    stack_frame place_;
    bool is_said_ = false;  // the message has begun
    int lines_ = 0;
    int strangers_ = 0;
};

verdict go_spec_reader::feed(std::string_view line) {
    block_.end_here();
    return block_.note(line, read(line));
}

verdict go_spec_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (lines_ == 1) {
        block_.begin_here();
        return line.starts_with(head) ? verdict::continues : verdict::no_trace;
    }
    if (place_.line > 0) {
        // the test that runs all specs says no more
        if (line.starts_with("--- FAIL: ")) return verdict::ends;
        return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
    }
    if (line.starts_with("----------")) return verdict::no_trace;
    std::string_view text = trimmed(line);
    if (auto place = parse_place(text)) {
        place_ = std::move(*place);
        block_.go_on();
        return verdict::continues;
    }
    if (!is_said_ && take(text, mark)) {
        is_said_ = true;
        message_ = bounded(text);
    } else if (is_said_ && !is_blank(line)) {
        message_ = bounded(message_ + '\n' + std::string(text));
    }
    return verdict::continues;
}

bool go_spec_reader::conclude(found_trace& trace) {
    if (place_.line == 0 || message_.empty()) return false;
    block_.cut(trace);
    // other specs go on
    trace.role = trace_role::detached;
    trace.cause_line = "test failed: " + message_;
    put_exception(trace.exception, "go", "test failed", std::move(message_), {std::move(place_)});
    return true;
}

}  // namespace

std::optional<start_point> find_go_spec_start(start_context const& context) {
    for (std::size_t const column : context.columns())
        if (context.line().substr(column).starts_with(head)) return start_point{column, 0};
    return std::nullopt;
}

std::unique_ptr<grammar> make_go_spec_grammar() {
    return std::make_unique<go_spec_reader>();
}

}  // namespace task_agent::trace
