#include "task_agent/trace/grammars/node_runner.hpp"

#include "task_agent/trace/grammars/ava.hpp"
#include "task_agent/trace/grammars/node_lines.hpp"

#include "reading.hpp"
#include <algorithm>

namespace task_agent::trace {
namespace {

using namespace node;

constexpr int most_lines = 512;
constexpr int most_title_lines = 6;
constexpr std::size_t innermost_kept = 48;
constexpr std::string_view cross = "\xE2\x9C\x96 ";
constexpr std::string_view dot = "\xE2\x97\x8F ";

constexpr std::string_view pointer = "\xE2\x9D\xAF ";
constexpr std::string_view rule = "\xE2\x8E\xAF";
constexpr std::string_view vitest_title = " FAIL  ";
constexpr std::string_view jasmine_message = "  Message:";
constexpr std::string_view jest_thrown = "thrown: ";

enum class runner { none, spec, tap, mocha, jest, vitest, jasmine, cucumber };

std::size_t indentation(std::string_view line) noexcept {
    return std::min(line.find_first_not_of(' '), line.size());
}

// Wherever it stands.
std::optional<std::string_view> frame_anywhere(std::string_view line) noexcept {
    constexpr std::size_t margin = 4;
    std::size_t const blanks = indentation(line);
    return blanks < margin ? std::nullopt : frame_text(line.substr(blanks - margin));
}

// "1) halves"
bool is_numbered(std::string_view text) noexcept {
    std::size_t const digits = digits_in(text);
    return digits > 0 && digits < 6 && text.substr(digits).starts_with(") ");
}

runner runner_of(std::string_view line) noexcept {
    std::string_view const text = line.substr(indentation(line));
    // a step, and where it is written
    if (indentation(line) == 3 && text.starts_with(cross) && text.find(" # ") != std::string_view::npos)
        return runner::cucumber;
    if (text.starts_with(cross))
        return text.ends_with("ms)") && text.find(" (") != std::string_view::npos ? runner::spec
                                                                                  : runner::none;
    if (text.starts_with("not ok ")) {
        bool const is_excused =
            text.find(" # TODO") != std::string_view::npos || text.find(" # SKIP") != std::string_view::npos;
        return is_digit(text.size() > 7 ? text[7] : 'x') && !is_excused ? runner::tap : runner::none;
    }
    if (line.starts_with(vitest_title)) return runner::vitest;
    bool const is_uncaught = line.find(" Unhandled Rejection ") != std::string_view::npos ||
                             line.find(" Uncaught Exception ") != std::string_view::npos;
    if (line.starts_with(rule) && is_uncaught) return runner::vitest;
    if (indentation(line) != 2) return runner::none;
    // what a test printed has that mark as well
    if (text.starts_with(dot)) return text == "\xE2\x97\x8F Console" ? runner::none : runner::jest;
    if (!is_numbered(text)) return runner::none;
    // Playwright rules a line behind the title, and goes on as jest
    bool const is_ruled =
        text.ends_with("\xE2\x94\x80") && text.find(" \xE2\x80\xBA ") != std::string_view::npos;
    return is_ruled ? runner::jest : runner::mocha;
}

class node_runner_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return ava_ ? ava_->is_complete() : !frames_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict in_spec(std::string_view line);
    verdict in_tap(std::string_view line);
    verdict in_mocha(std::string_view line);
    verdict in_jest(std::string_view line);
    verdict in_vitest(std::string_view line);
    verdict in_jasmine(std::string_view line);
    bool take_frame(std::string_view line);
    void raise(std::string_view text);

    std::unique_ptr<grammar> ava_;  // reads what is AVA's
    runner runner_ = runner::none;
    std::size_t margin_ = 0;  // of the line that names the test
    std::size_t key_margin_ = 0;
    std::string title_;  // of TAP
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;  // innermost first, as printed
    std::string_view key_;             // of YAML: what the lines below belong to
    int lines_ = 0;
    bool is_over_ = false;  // the properties behind the frames have begun
};

void node_runner_reader::raise(std::string_view text) {
    auto const what = parse_thrown(text);
    cause_line_ = bounded(text);
    type_ = what ? bounded(what->type) : "test failed";
    message_ = what ? bounded(what->message) : cause_line_;
}

bool node_runner_reader::take_frame(std::string_view line) {
    auto const frame = frame_anywhere(line);
    if (!frame) return false;
    if (!is_over_) push_bounded(frames_, frame_of(*frame), innermost_kept, most_frames);
    is_over_ = is_over_ || line.ends_with(" {");
    return true;
}

verdict node_runner_reader::feed(std::string_view line) {
    if (ava_) return ava_->feed(line);
    if (++lines_ > most_lines) return verdict::ended_before;
    switch (runner_) {
        case runner::spec:
        case runner::cucumber:
            return in_spec(line);
        case runner::tap:
            return in_tap(line);
        case runner::mocha:
            return in_mocha(line);
        case runner::jest:
            return in_jest(line);
        case runner::vitest:
            return in_vitest(line);
        case runner::jasmine:
            return in_jasmine(line);
        case runner::none:
            break;
    }
    runner_ = runner_of(line);
    if (runner_ == runner::none && is_numbered(line)) runner_ = runner::jasmine;
    margin_ = indentation(line);
    if (runner_ == runner::tap) {
        std::string_view title = trimmed(line).substr(7);
        title = trimmed(title.substr(digits_in(title)));
        title_ = bounded(title.substr(title.starts_with("- ") ? 2 : 0));
    }
    if (runner_ != runner::none) return verdict::continues;
    // found from its first frame, its title may be any
    ava_ = make_ava_grammar();
    return ava_->feed(line);
}

verdict node_runner_reader::in_spec(std::string_view line) {
    if (line.empty() && runner_ == runner::cucumber && lines_ > 2) return verdict::continues;
    // its blank lines are indented too
    if (indentation(line) < margin_ + 2) return lines_ == 2 ? verdict::no_trace : verdict::ended_before;
    if (take_frame(line)) return verdict::continues;
    if (cause_line_.empty()) raise(trimmed(line));
    return verdict::continues;
}

verdict node_runner_reader::in_tap(std::string_view line) {
    std::string_view const text = trimmed(line);
    if (lines_ == 2) return text == "---" ? verdict::continues : verdict::no_trace;
    // tape's stand further in than its marks
    if (lines_ == 3) key_margin_ = indentation(line);
    if (text == "..." && indentation(line) == margin_ + 2) return verdict::ends;
    if (!text.empty() && indentation(line) < margin_ + 2) return verdict::ended_before;
    if (indentation(line) > key_margin_ || text.empty()) {
        if (key_ == "stack") {
            std::string const margin = text.starts_with("at ") ? "    " : "    at ";
            take_frame(margin + std::string(text));
        } else if (key_ == "error" && message_.empty()) {
            message_ = bounded(text);
        }
        return verdict::continues;
    }
    key_ = text.starts_with("stack:") ? "stack" : text.starts_with("error:") ? "error" : "other";
    std::string_view value = trimmed(text.substr(std::min(text.find(':') + 1, text.size())));
    if (value.size() > 1 && (value[0] == '\'' || value[0] == '"') && value.back() == value[0])
        value = value.substr(1, value.size() - 2);
    if (key_ == "error" && !value.starts_with("|")) message_ = bounded(value);
    if (text.starts_with("name:")) type_ = bounded(value);
    return verdict::continues;
}

verdict node_runner_reader::in_mocha(std::string_view line) {
    constexpr std::size_t title = 7;
    constexpr std::size_t error = 6;  // or one less, where no difference is shown
    if (take_frame(line)) return verdict::continues;
    if (!cause_line_.empty()) {
        if (!frames_.empty() && !is_over_ && !line.starts_with("   ")) return verdict::ended_before;
        return is_over_ && line.empty() ? verdict::ended_before : verdict::continues;
    }
    // the mark in the list of tests has no title below
    if (lines_ == 2 && indentation(line) < title) return verdict::no_trace;
    if (lines_ > most_title_lines) return verdict::no_trace;
    if (indentation(line) == error || indentation(line) + 1 == error) raise(trimmed(line));
    return verdict::continues;
}

verdict node_runner_reader::in_jest(std::string_view line) {
    if (lines_ == 2) return is_blank(line) ? verdict::continues : verdict::no_trace;
    if (take_frame(line)) return verdict::continues;
    if (!frames_.empty()) {
        if (is_blank(line)) return verdict::continues;
        is_over_ = is_over_ || line == "    Cause:";
        return is_over_ && line.starts_with("    ") ? verdict::continues : verdict::ended_before;
    }
    if (!is_blank(line) && !line.starts_with("    ")) return verdict::no_trace;
    if (!cause_line_.empty() || is_blank(line)) return verdict::continues;
    std::string_view text = trimmed(line);
    if (!text.starts_with(jest_thrown)) {
        raise(text);
        return verdict::continues;
    }
    // no error was thrown but a text, in quotes
    text.remove_prefix(jest_thrown.size());
    if (text.starts_with('"')) text.remove_prefix(1);
    if (text.ends_with('"')) text.remove_suffix(1);
    type_ = "test failed";
    message_ = cause_line_ = bounded(text);
    return verdict::continues;
}

// " > sum.test.ts:5:21" and " > total src/sum.ts:2:5", each behind a pointer, an excerpt below the first.
verdict node_runner_reader::in_vitest(std::string_view line) {
    if (lines_ == 2) {
        if (!parse_thrown(line)) return verdict::no_trace;
        raise(trimmed(line));
        return verdict::continues;
    }
    if (line.starts_with(rule) || line.starts_with(vitest_title)) return verdict::ended_before;
    std::string_view text = line.substr(indentation(line));
    if (!text.starts_with(pointer)) return verdict::continues;
    text.remove_prefix(pointer.size());
    // in the form of V8
    std::size_t const blank = text.rfind(' ');
    std::string frame = blank == std::string_view::npos ? std::string(text)
                                                        : std::string(text.substr(0, blank)) + " (" +
                                                              std::string(text.substr(blank + 1)) + ")";
    push_bounded(frames_, frame_of(frame), innermost_kept, most_frames);
    return verdict::continues;
}

// "  Message:", what was expected, "  Stack:", the frames.
verdict node_runner_reader::in_jasmine(std::string_view line) {
    if (take_frame(line) || line == jasmine_message || line == "  Stack:") return verdict::continues;
    if (!line.starts_with("    ")) return verdict::ended_before;
    if (cause_line_.empty()) raise(trimmed(line));
    return verdict::continues;
}

bool node_runner_reader::conclude(found_trace& trace) {
    if (ava_) return ava_->conclude(trace);
    if (message_.empty()) message_ = std::move(title_);
    if (message_.empty() || (frames_.empty() && runner_ != runner::spec)) return false;
    if (type_.empty()) type_ = "test failed";
    if (cause_line_.empty()) cause_line_ = type_ + ": " + message_;
    trace.role = trace_role::detached;
    trace.cause_line = std::move(cause_line_);
    put_exception(trace.exception, "node", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    return true;
}

}  // namespace

std::optional<start_point> find_node_runner_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (runner_of(text) != runner::none) return start_point{column, 0};
        auto const title = text == jasmine_message ? context.back(1, column) : std::nullopt;
        if (title && is_numbered(*title)) return start_point{column, 1};
    }
    return find_ava_start(context);
}

std::unique_ptr<grammar> make_node_runner_grammar() {
    return std::make_unique<node_runner_reader>();
}

}  // namespace task_agent::trace
