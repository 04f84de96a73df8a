#include "task_agent/trace/grammars/node/ava.hpp"

#include "task_agent/trace/grammars/node/node_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

namespace task_agent::trace {
namespace {

using namespace node;

constexpr std::size_t most_lines_above = 100;  // a first frame
constexpr std::size_t innermost_kept = 48;
constexpr std::string_view pointer = "\xE2\x80\xBA ";

std::size_t indentation(std::string_view line) noexcept {
    return std::min(line.find_first_not_of(' '), line.size());
}

// "  test.js:11", an excerpt of it below.
bool is_place(start_context const& context, std::size_t column, std::size_t n) {
    auto const place = context.back(n, column);
    auto const blank = context.back(n - 1, column);
    auto const excerpt = context.back(n - 2, column);
    if (!place || !blank || !excerpt || !is_blank(*blank) || indentation(*place) != 2) return false;
    std::string_view const text = trimmed(*place);
    std::size_t const colon = text.rfind(':');
    if (colon == std::string_view::npos || text.find(' ') != std::string_view::npos) return false;
    if (number_of(text.substr(colon + 1)) == 0) return false;
    std::string_view const source = trimmed(*excerpt);
    std::size_t const digits = digits_in(source);
    return digits > 0 && source.substr(digits).starts_with(':');
}

// How many lines above the first frame AVA names the test, 0 = it does not.
std::size_t title_above(start_context const& context, std::size_t column) {
    auto const above = context.back(1, column);
    if (!above || !is_blank(*above)) return 0;
    for (std::size_t n = 4; n <= most_lines_above; ++n) {
        if (!context.back(n, column)) return 0;
        if (!is_place(context, column, n)) continue;
        for (std::size_t up = n + 1; up <= n + 2; ++up) {
            auto const title = context.back(up, column);
            if (title && !is_blank(*title)) return indentation(*title) == 2 ? up : 0;
        }
        return 0;
    }
    return 0;
}

class ava_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !frames_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    enum class part { excerpt, error, properties, told };

    part part_ = part::excerpt;
    std::string type_ = "test failed";
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first, as printed
};

verdict ava_reader::feed(std::string_view line) {
    if (message_.empty()) {
        message_ = cause_line_ = bounded(trimmed(line));
        return message_.empty() ? verdict::no_trace : verdict::continues;
    }
    std::string_view text = trimmed(line);
    if (text.starts_with(pointer)) {
        push_bounded(frames_, frame_of(text.substr(pointer.size())), innermost_kept, most_frames);
        return verdict::continues;
    }
    if (!frames_.empty()) return verdict::ended_before;
    if (text.starts_with("Error thrown in ") || text.starts_with("Rejected promise returned by ")) {
        part_ = part::error;
    } else if (part_ == part::error && text.ends_with(" {")) {
        type_ = bounded(text.substr(0, text.find(' ')));
        part_ = part::properties;
    } else if (part_ == part::properties && text.starts_with("message: ")) {
        text = trimmed(text.substr(text.find(' ')));
        if (text.ends_with(',')) text.remove_suffix(1);
        message_ =
            bounded(text.size() > 1 && text.front() == text.back() ? text.substr(1, text.size() - 2) : text);
        cause_line_ = type_ + ": " + message_;
        part_ = part::told;
    }
    return verdict::continues;
}

bool ava_reader::conclude(found_trace& trace) {
    if (frames_.empty()) return false;
    trace.role = trace_role::detached;
    trace.cause_line = std::move(cause_line_);
    put_exception(trace.exception, "node", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_ava_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (!text.starts_with("  ") || !text.substr(2).starts_with(pointer)) continue;
        if (std::size_t const back = title_above(context, column)) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ava_grammar() {
    return std::make_unique<ava_reader>();
}

}  // namespace task_agent::trace
