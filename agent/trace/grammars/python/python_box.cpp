#include "task_agent/trace/grammars/python/python_box.hpp"

#include "task_agent/trace/grammars/python/python_lines.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::string_view title = " Traceback (most recent call last) ";
constexpr std::size_t most_lines = 4096;  // of one box
constexpr int most_message_lines = 24;

// A box has sides of '│', '┃' or, on terminals without Unicode, '|'.
constexpr std::string_view sides[] = {"\u2502", "\u2503", "|"};
constexpr std::string_view top_corners[] = {"\u256D\u2500", "\u250C\u2500", "+-"};
constexpr std::string_view bottom_corners[] = {"\u2570\u2500", "\u2514\u2500", "+-"};

template <std::size_t N>
bool starts_with_any(std::string_view text, std::string_view const (&list)[N]) noexcept {
    for (std::string_view const start : list) {
        if (text.starts_with(start)) return true;
    }
    return false;
}

bool is_top(std::string_view line) noexcept {
    return starts_with_any(line, top_corners) && line.find(title) != std::string_view::npos;
}

std::size_t margin_of(std::string_view line) noexcept {
    return std::min(line.find_first_not_of(' '), line.size());
}

// Columns that it takes, where each character takes one.
std::size_t width_of(std::string_view text) noexcept {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// What stands between the sides, or nothing.
std::optional<std::string_view> inside(std::string_view line) noexcept {
    for (std::string_view const side : sides) {
        if (!line.starts_with(side)) continue;
        line.remove_prefix(side.size());
        std::string_view const body = trimmed(line);
        return trimmed(body.ends_with(side) ? body.substr(0, body.size() - side.size()) : body);
    }
    return std::nullopt;
}

// "/app/main.py:12 in <module>"
std::optional<stack_frame> parse_frame(std::string_view body) {
    constexpr std::string_view before_function = " in ";
    std::size_t const in = body.rfind(before_function);
    if (in == std::string_view::npos) return std::nullopt;
    std::string_view const place = body.substr(0, in);
    std::size_t const colon = place.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || starts_with_any(body, sides)) return std::nullopt;
    std::string_view const digits = place.substr(colon + 1);
    if (digits.empty() || digits_in(digits) != digits.size() || is_digit(place.front())) return std::nullopt;
    bool const is_path = place.find('/') != std::string_view::npos ||
                         place.find('\\') != std::string_view::npos ||
                         place.substr(0, colon).ends_with(".py") || place.front() == '<';
    if (!is_path) return std::nullopt;
    stack_frame frame;
    frame.file = bounded(place.substr(0, colon));
    frame.line = number_of(digits);
    frame.function = bounded(body.substr(in + before_function.size()));
    return frame;
}

class python_box_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return state_ == state::raised || state_ == state::linked; }
    bool conclude(found_trace& trace) override;

private:
    enum class state { fresh, box, closed, raised, linked };

    verdict read(std::string_view line);
    verdict in_box(std::string_view line);
    verdict in_closed(std::string_view line);
    verdict in_raised(std::string_view line);
    verdict open();
    [[nodiscard]] bool is_folded(std::string_view next) const noexcept;

    state state_ = state::fresh;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;
    std::vector<chained_exception> chain_;
    std::size_t lines_ = 0;
    std::size_t margin_ = 0;  // blanks before the box: a logger's columns
    std::size_t box_width_ = 0;
    std::size_t last_width_ = 0;  // of the line that was taken last
    std::string folded_link_;     // what was read of a link that has no room in one line
    int message_lines_ = 0;
    int blanks_ = 0;
};

verdict python_box_reader::open() {
    state_ = state::box;
    type_.clear();
    message_.clear();
    frames_.clear();
    lines_ = 0;
    return verdict::continues;
}

verdict python_box_reader::feed(std::string_view line) {
    if (state_ == state::fresh) {
        margin_ = margin_of(line);
        box_width_ = width_of(trimmed(line));
    }
    if (is_blank(line)) return read({});
    if (margin_of(line) < margin_) return state_ >= state::raised ? verdict::ended_before : verdict::not_mine;
    return read(line.substr(margin_));
}

verdict python_box_reader::read(std::string_view line) {
    switch (state_) {
        case state::fresh:
            return is_top(line) ? open() : verdict::no_trace;
        case state::box:
            return in_box(line);
        case state::closed:
            return in_closed(line);
        case state::raised:
            return in_raised(line);
        case state::linked:
            if (is_blank(line)) return ++blanks_ > 2 ? verdict::ended_before : verdict::continues;
            return is_top(line) ? open() : verdict::ended_before;
    }
    return verdict::no_trace;
}

verdict python_box_reader::in_box(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (auto const body = inside(line)) {
        if (auto frame = parse_frame(*body))
            push_bounded(frames_, std::move(*frame), first_frames, most_frames);
        return verdict::continues;
    }
    if (is_top(line)) return verdict::ended_before;
    if (!starts_with_any(line, bottom_corners)) return verdict::not_mine;
    state_ = state::closed;
    return verdict::continues;
}

verdict python_box_reader::in_closed(std::string_view line) {
    // the place of a SyntaxError has a box of its own
    if (starts_with_any(line, top_corners) && !is_top(line)) {
        state_ = state::box;
        return verdict::continues;
    }
    auto const raised = python::parse_raised(trimmed(line));
    if (!raised || !python::is_usual_type(raised->type)) return verdict::ended_before;
    type_ = bounded(raised->type);
    message_ = bounded(trimmed(raised->message));
    cause_line_ = bounded(trimmed(line));
    state_ = state::raised;
    last_width_ = width_of(trimmed(line));
    blanks_ = message_lines_ = 0;
    return verdict::continues;
}

verdict python_box_reader::in_raised(std::string_view line) {
    if (is_blank(line)) return ++blanks_ > 1 ? verdict::ended_before : verdict::continues;
    bool const goes_on = !folded_link_.empty();
    if (goes_on) folded_link_ += ' ';
    folded_link_ += trimmed(line);
    bool const is_whole = python::is_link(folded_link_);
    if (!is_whole && python::begins_link(folded_link_)) {
        blanks_ = 0;
        return verdict::continues;
    }
    folded_link_.clear();
    if (is_whole) {
        push_bounded(chain_, {type_, message_}, 1, most_links);
        state_ = state::linked;
        blanks_ = 0;
        return verdict::continues;
    }
    if (blanks_ == 0 && message_.empty() && cause_line_.ends_with(':') && ++message_lines_ == 1) {
        message_ = bounded(trimmed(line));
        cause_line_ += " " + message_;
        last_width_ = width_of(trimmed(line));
        return verdict::continues;
    }
    if (blanks_ == 0 && is_folded(line) && ++message_lines_ <= most_message_lines) {
        last_width_ = width_of(trimmed(line));
        return verdict::continues;
    }
    return verdict::ended_before;
}

// rich folds a long message between words at the width of the terminal, which is that of the box: the first
// word of a folded line had no room on the line before.
bool python_box_reader::is_folded(std::string_view next) const noexcept {
    std::string_view const word = next.substr(0, next.find(' '));
    return !word.empty() && last_width_ <= box_width_ && last_width_ + 1 + width_of(word) > box_width_;
}

bool python_box_reader::conclude(found_trace& trace) {
    if (type_.empty() || state_ == state::linked) {
        if (chain_.empty()) {
            if (frames_.empty()) return false;
        } else {
            // broke off behind a link: the exception before it is the last one known
            type_ = std::move(chain_.back().type);
            message_ = std::move(chain_.back().message);
            cause_line_ = message_.empty() ? type_ : type_ + ": " + message_;
            chain_.pop_back();
        }
    }
    trace.role = type_.empty() ? trace_role::incomplete : trace_role::raised;
    trace.is_often_survived = true;
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    put_exception(e, "python", std::move(type_), std::move(message_), std::move(frames_));
    e.chain = std::move(chain_);
    return true;
}

}  // namespace

std::optional<start_point> find_python_box_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        // RichHandler's boxes stand in its column for messages: the blanks are the reader's business
        std::size_t const margin = column == 0 ? margin_of(text) : 0;
        if (is_top(text.substr(margin))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_python_box_grammar() {
    return std::make_unique<python_box_reader>();
}

}  // namespace task_agent::trace
