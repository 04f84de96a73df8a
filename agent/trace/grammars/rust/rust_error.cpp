// What main returned: "Error: ..." in Debug's look, and anyhow's and eyre's blocks behind any "Error: ...".
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/rust/rust.hpp"
#include "task_agent/trace/grammars/rust/rust_lines.hpp"

#include "rust_backtrace.hpp"
#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

using namespace rust;

constexpr std::string_view causes_header = "Caused by:";
constexpr std::string_view tool_header = "error: ";  // of cargo and of what prints as it does
constexpr std::string_view backtrace_header = "Stack backtrace:";
constexpr std::string_view location_header = "Location:";
constexpr std::size_t most_lines_back = 10;  // from the header of a block to "Error: "
constexpr int most_strangers = 16;

class rust_error_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return true; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, message, causes, backtrace, location };

    bool take_header(std::string_view line);
    bool take_cause(std::string_view line);
    bool take(std::string_view line);

    state state_ = state::fresh;
    std::string message_;
    std::string cause_line_;
    std::vector<std::string> causes_;  // outermost first
    bool are_numbered_ = false;
    bool is_tool_ = false;
    bool is_next_ = false;  // cause, below a header of its own
    rust_backtrace backtrace_;
    stack_frame place_;  // eyre's
    int blanks_ = 0;
    int strangers_ = 0;
};

verdict rust_error_reader::feed(std::string_view line) {
    if (state_ == state::fresh) {
        is_tool_ = line.starts_with(tool_header);
        if (!is_tool_ && !line.starts_with(error_header)) return verdict::no_trace;
        std::string_view const value = line.substr(error_header.size());
        message_ = bounded(trimmed(value));
        cause_line_ = bounded(trimmed(line));
        if (!is_tool_ && looks_like_debug(value)) return verdict::ends;
        state_ = state::message;
        return verdict::continues;
    }
    if (state_ == state::message) {
        // what find_rust_error_start saw between "Error: " and the header
        take_header(line);
        return verdict::continues;
    }
    if (is_blank(line)) return ++blanks_ > 1 ? verdict::ended_before : verdict::not_mine;
    if (blanks_ > 0) {
        if (!take_header(line)) return verdict::ended_before;
        blanks_ = 0;
        return verdict::continues;
    }
    if (take(line)) return verdict::continues;
    if (!line.starts_with(' ') && !wears_prefix(line)) return verdict::ended_before;
    return ++strangers_ > most_strangers ? verdict::ended_before : verdict::not_mine;
}

bool rust_error_reader::take_header(std::string_view line) {
    if (line == causes_header) {
        is_next_ = state_ == state::causes;
        state_ = state::causes;
    } else if (line == backtrace_header) {
        state_ = state::backtrace;
    } else if (line == location_header) {
        state_ = state::location;
    } else {
        return false;
    }
    return true;
}

bool rust_error_reader::take(std::string_view line) {
    if (state_ == state::causes) return take_cause(line);
    if (state_ == state::backtrace) return backtrace_.take(line, true);
    if (!line.starts_with("    ")) return false;
    if (place_.line == 0) {
        if (auto place = parse_place(trimmed(line))) place_ = std::move(*place);
    }
    return true;
}

// "    0: reading the file", or without a number where there is only one.
bool rust_error_reader::take_cause(std::string_view line) {
    if (!line.starts_with(is_tool_ ? "  " : "   ") || is_blank(line)) return false;
    std::string_view text = trimmed(line);
    std::size_t const digits = digits_in(text);
    bool const has_number = digits > 0 && text.substr(digits).starts_with(": ") &&
                            text.substr(0, digits) == std::to_string(causes_.size()) &&
                            (causes_.empty() || are_numbered_);
    if (has_number) {
        are_numbered_ = true;
        text.remove_prefix(digits + 2);
    } else if (!causes_.empty() && !std::exchange(is_next_, false)) {
        return true;  // more of the one before
    }
    push_bounded(causes_, bounded(text), most_links - 1, most_links);
    return true;
}

bool rust_error_reader::conclude(found_trace& trace) {
    bool const is_line = state_ == state::fresh;
    if (state_ == state::message) return false;
    trace.role = is_line || is_tool_ ? trace_role::notice : trace_role::raised;
    trace.is_often_survived = is_tool_;
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    e.language = "rust";
    e.type = is_tool_ ? "error" : "Error";
    e.message = std::move(message_);
    e.frames = backtrace_.frames();
    if (e.frames.empty() && place_.line > 0) e.frames.push_back(std::move(place_));
    make_plain(e.frames);
    if (!causes_.empty()) trace.root_line = causes_.back();
    std::reverse(causes_.begin(), causes_.end());
    for (std::string& cause : causes_)
        e.chain.push_back({"Error", std::move(cause)});
    return true;
}

// The header of a block needs a blank line before it, and an "Error: " not far from that.
std::size_t lines_to_error(start_context const& context, std::size_t column) {
    auto const blank = context.back(1, column);
    if (!blank || !is_blank(*blank)) return 0;
    for (std::size_t n = 2; n <= most_lines_back; ++n) {
        auto const line = context.back(n, column);
        if (!line || is_blank(*line)) return 0;
        if (line->starts_with(error_header) || line->starts_with(tool_header)) return n;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_rust_error_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with(error_header) && looks_like_debug(text.substr(error_header.size())))
            return start_point{column, 0};
        if (text != causes_header && text != backtrace_header && text != location_header) continue;
        if (std::size_t const back = lines_to_error(context, column); back > 0)
            return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_rust_error_grammar() {
    return std::make_unique<rust_error_reader>();
}

}  // namespace task_agent::trace
