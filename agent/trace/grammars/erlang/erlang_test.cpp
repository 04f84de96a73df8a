#include "task_agent/trace/grammars/erlang/erlang_test.hpp"

#include "task_agent/trace/grammars/erlang/erlang_lines.hpp"
#include "task_agent/trace/grammars/erlang/erlang_term.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;
using namespace erlang;

constexpr int most_lines = 128;
constexpr std::size_t most_back = 64;
constexpr std::string_view mark = "...*failed*";

class erlang_test_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_told_; }
    bool conclude(found_trace& trace) override;

private:
    void tell();

    std::string type_ = "test failed";
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    term_gatherer term_;
    bool is_told_ = false;
    int lines_ = 0;
};

void erlang_test_reader::tell() {
    is_told_ = true;
    // what assertions raise is told by the name of the test
    if (term_.text().starts_with("{assert")) return;
    auto reason = reason_of(term_.text());
    type_ = reason.type == "exit" ? "error" : std::move(reason.type);
    message_ = std::move(reason.message);
}

// "shop: sell_test...*failed*", frames, "**error:{badmatch,3}" over several lines, "  output:<<"">>"
verdict erlang_test_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    std::string_view text = trimmed(line);
    if (lines_ == 1) {
        message_ = bounded(text.substr(0, text.size() - mark.size()));
        return verdict::continues;
    }
    if (text.empty()) return verdict::ended_before;
    if (is_told_) return text.starts_with("output:") ? verdict::ends : verdict::continues;
    if (term_.is_begun()) {
        term_.add(line);
        if (term_.is_whole()) tell();
        return verdict::continues;
    }
    if (auto frame = parse_frame(text)) {
        push_bounded(frames_, std::move(*frame), most_frames - first_frames, most_frames);
        return verdict::continues;
    }
    for (std::string_view const kind : {"**error:", "**exit:", "**throw:"}) {
        if (!take(text, kind)) continue;
        term_.add(text);
        if (term_.is_whole()) tell();
        break;
    }
    return verdict::continues;
}

bool erlang_test_reader::conclude(found_trace& trace) {
    if (!is_told_) return false;
    trace.role = trace_role::raised;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    put_exception(trace.exception, "erlang", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

// Another one above the blank line, which was read or itself not the first.
bool is_failed_above(start_context const& context, std::size_t column) {
    for (std::size_t n = 2; n <= most_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) return n == 2;
        if (is_blank(*above)) return false;
        if (above->ends_with(mark)) return true;
    }
    return false;
}

}  // namespace

std::optional<start_point> find_erlang_test_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (!text.ends_with(mark) || text.size() == mark.size()) continue;
        // the first one that failed tells: one directly behind another does not
        auto const blank = context.back(1, column);
        bool const is_next = blank && is_blank(*blank) && is_failed_above(context, column);
        if (!is_next) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_erlang_test_grammar() {
    return std::make_unique<erlang_test_reader>();
}

}  // namespace task_agent::trace
