#include "task_agent/trace/grammars/php/php_tools.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/handling_words.hpp"

#include "php_tool_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace php_tools;

constexpr int most_lines = 64;
constexpr int most_of_testdox = 4096;  // tests are named that went well
constexpr std::string_view bar = "   \xE2\x94\x82";
constexpr std::size_t most_box_lines = 16;

// How many lines above the lower border of a box its message begins, 0 = it is none. All are filled up with
// blanks to the same width, in columns of a terminal: more bytes where letters are not ASCII.
std::size_t box_above(start_context const& context, std::size_t column, std::size_t width) {
    for (std::size_t n = 1; n <= most_box_lines; ++n) {
        auto const line = context.back(n, column);
        if (!line || line->size() < width || !line->starts_with("  ") || !line->ends_with("  ")) return 0;
        if (is_box_border(*line)) return line->size() == width ? n - 1 : 0;
        bool const is_calm = n == 1 && (says_success(*line) || says_to_go_on(*line));
        if (is_calm) return 0;
    }
    return 0;
}

class php_tools_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        block_.note(line, answer);
        return answer;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict in_box(std::string_view line);
    verdict behind_box(std::string_view line);
    verdict in_test(std::string_view line);
    verdict in_testdox(std::string_view line);
    verdict in_problems(std::string_view line);
    void say(std::string_view line);

    trace_role role_ = trace_role::notice;
    std::string type_ = "error";
    std::string message_;
    std::vector<stack_frame> frames_;  // innermost first
    bool has_begun_ = false;
    bool is_test_ = false;
    bool is_testdox_ = false;
    bool is_counted_ = false;
    bool is_unresolved_ = false;
    std::string root_line_;
    std::vector<chained_exception> causes_;  // outermost first
    chained_exception cause_{"error", {}};
    bool awaits_cause_ = false;
    bool is_closed_ = false;  // the box is
    std::size_t blanks_ = 0;  // lines, behind what tells of the failure
    bool has_stack_ = false;  // behind it
    bool is_listed_ = false;  // the test has been named
    bool has_place_ = false;  // and where it failed
    bool in_cause_ = false;   // of what it raised
    block_bounds block_;
    int lines_ = 0;
};

// "  [App\NoStock (3)]" when it is asked to be verbose, then the message between padded lines
verdict php_tools_reader::in_box(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (text.empty()) {
        is_closed_ = !message_.empty() && !awaits_cause_;
        if (is_closed_) ++blanks_;
        return verdict::continues;
    }
    if (is_closed_) return behind_box(line);
    std::string& said = awaits_cause_ ? cause_.message : message_;
    if (!line.starts_with("  ")) return message_.empty() ? verdict::no_trace : verdict::ended_before;
    if (said.empty() && text.front() == '[' && text.back() == ']') {
        std::string_view const type = text.substr(1, text.size() - 2);
        (awaits_cause_ ? cause_.type : type_) = bounded(type.substr(0, type.find(" (")), longest_name);
    } else if (said.empty()) {
        said = bounded(text);
        if (std::exchange(awaits_cause_, false)) {
            root_line_ = cause_.type + ": " + cause_.message;
            push_bounded(causes_, std::exchange(cause_, {"error", {}}), 1, most_links);
        }
    }
    return verdict::continues;
}

// Of one that was asked to be verbose: " C->sell() at /app/C.php:3", until a blank line. How the command is
// called is no part of it, but options such as "--ignore-weight" say nothing of what was done about it.
verdict php_tools_reader::behind_box(std::string_view line) {
    if (is_synopsis(line)) {
        block_.end_here();
        return verdict::ends;
    }
    // what it was caused by has a box of its own
    std::string_view file;
    if (!frames_.empty() && box_line(line, file) > 0) {
        awaits_cause_ = true;
        is_closed_ = has_stack_ = false;
        blanks_ = 0;
        return verdict::continues;
    }
    bool const is_part = has_stack_ ? blanks_ == 0 && line.starts_with(' ') : line == "Exception trace:";
    if (!is_part) return verdict::ended_before;
    has_stack_ = true;
    blanks_ = 0;
    return verdict::continues;
}

// "RuntimeException: no nut" or "Failed asserting that ...", "/app/tests/ShopTest.php:12", what caused it;
// the next test, or the count
verdict php_tools_reader::in_test(std::string_view line) {
    bool const is_next = is_failed_test(line) || is_codeception(line);
    if (is_next && !is_listed_) {
        is_listed_ = true;
        block_.begin_here();
        return verdict::continues;
    }
    bool const is_count = line.starts_with("Tests: ") && is_listed_;
    auto place = parse_place(line);
    bool const is_place = place.has_value();
    if (is_place && !in_cause_ && frames_.size() < most_frames) frames_.push_back(std::move(*place));
    if (line == "Caused by") in_cause_ = true;
    // behind its frames
    if (is_next || is_count || (has_place_ && !is_place && !line.empty() && !in_cause_)) block_.end_here();
    has_place_ = has_place_ || is_place;
    if (is_place) in_cause_ = false;
    if (is_count) return verdict::ends;
    bool const is_name = line.starts_with(" Test  ");  // of Codeception
    if (line.empty() || is_place || is_name || !message_.empty()) return verdict::continues;
    say(line);
    return verdict::continues;
}

// The test and, behind bars, what is wrong and where; the others, which are told once more at the end, and
// the count.
verdict php_tools_reader::in_testdox(std::string_view line) {
    std::string_view text = line;
    bool const is_inside = take(text, bar);
    text = trimmed(text);
    if (!is_inside && message_.empty()) return verdict::no_trace;
    if (!block_.has_ended()) {
        auto place = parse_place(text);
        if (place) {
            frames_.push_back(std::move(*place));
        } else if (!is_inside || (text.empty() && !frames_.empty())) {
            block_.end_here();
        } else if (message_.empty() && !text.empty()) {
            say(text);
        }
    }
    is_counted_ = line.starts_with("Tests: ");
    if (is_counted_) return verdict::ends;
    return is_inside || is_testdox(line) ? verdict::continues : verdict::not_mine;
}

// "RuntimeException: no nut", or what PHPUnit says itself
void php_tools_reader::say(std::string_view line) {
    std::size_t const colon = line.find(": ");
    std::string_view const type = line.substr(0, std::min(colon, line.size()));
    bool const is_class =
        colon != std::string_view::npos && is_upper(type.front()) &&
        std::all_of(type.begin(), type.end(), [](char c) { return reading::is_name(c) || c == '\\'; });
    if (is_class) type_ = bounded(type, longest_name);
    message_ = bounded(is_class ? line.substr(colon + 2) : line);
}

// "  Problem 1", "    - Root composer.json requires ..."
verdict php_tools_reader::in_problems(std::string_view line) {
    if (!line.empty() && !line.starts_with("  ")) return verdict::ended_before;
    constexpr std::string_view item = "    - ";
    if (root_line_.empty() && line.starts_with(item)) root_line_ = bounded(line.substr(item.size()));
    return verdict::continues;
}

verdict php_tools_reader::read(std::string_view line) {
    if (++lines_ > (is_testdox_ ? most_of_testdox : most_lines)) return verdict::ended_before;
    if (is_unresolved_) return in_problems(line);
    if (is_testdox_) return in_testdox(line);
    if (std::exchange(has_begun_, true)) return is_test_ ? in_test(line) : in_box(line);
    std::string_view file;
    if (int const number = box_line(line, file)) {
        role_ = trace_role::raised;
        frames_.push_back({bounded(file, longest_name), number, {}});
        return verdict::continues;
    }
    if (std::string_view const said = styled_error(line); !said.empty()) {
        message_ = bounded(said);
        return verdict::ends;
    }
    if (is_failed_script(line)) {
        role_ = trace_role::summary;
        message_ = bounded(line);
        return verdict::ends;
    }
    if (is_unresolved(line)) {
        is_unresolved_ = true;
        role_ = trace_role::raised;
        message_ = bounded(line);
        return verdict::continues;
    }
    // a box without a place
    if (line.starts_with("  ") && line.ends_with("  ")) return in_box(line);
    is_testdox_ = is_testdox(line);
    is_test_ = is_count(line) || is_testdox_;
    type_ = "test failed";
    return is_test_ ? verdict::continues : verdict::no_trace;
}

bool php_tools_reader::conclude(found_trace& trace) {
    if (message_.empty() || (is_testdox_ && frames_.empty())) return false;
    trace.role = role_;
    // it is shown among tests that passed, and is none of theirs
    if (is_counted_) trace.handled = handling::none;
    block_.cut(trace);
    trace.cause_line = is_unresolved_ ? message_ : type_ + ": " + message_;
    trace.root_line = std::move(root_line_);
    exception_info& e = trace.exception;
    e.language = "php";
    e.type = std::move(type_);
    e.message = std::move(message_);
    if (!frames_.empty()) e.frames.push_back(std::move(frames_.front()));
    std::reverse(causes_.begin(), causes_.end());
    e.chain = std::move(causes_);
    return true;
}

}  // namespace

std::optional<start_point> find_php_tools_start(start_context const& context) {
    std::string_view file;
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (box_line(text, file) > 0 || is_testdox(text) || is_unresolved(text) || is_failed_script(text))
            return start_point{column, 0};
        if (std::string_view const said = styled_error(text); !said.empty() && !says_to_go_on(said))
            return start_point{column, 0};
        if (is_box_border(text)) {
            std::size_t const back = box_above(context, column, text.size());
            if (back > 0) return start_point{column, back};
        }
        if (!text.starts_with("1) ") || !(is_failed_test(text) || is_codeception(text))) continue;
        for (std::size_t n = 1; n <= 2; ++n) {
            auto const above = context.back(n, column);
            if (above && is_count(*above)) return start_point{column, n};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_php_tools_grammar() {
    return std::make_unique<php_tools_reader>();
}

}  // namespace task_agent::trace
