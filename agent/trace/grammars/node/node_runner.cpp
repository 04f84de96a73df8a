#include "task_agent/trace/grammars/node/node_runner.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/node/ava.hpp"

#include "node_runner_lines.hpp"
#include <algorithm>

namespace task_agent::trace {
namespace {

using namespace node;

constexpr int most_lines = 512;
constexpr int most_further_lines = 4096;
constexpr int most_title_lines = 6;
constexpr std::size_t innermost_kept = 48;

constexpr std::string_view pointer = "\xE2\x9D\xAF ";
constexpr std::string_view jasmine_message = "  Message:";
constexpr std::string_view jest_thrown = "thrown: ";

class node_runner_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return ava_ ? ava_->is_complete() : !frames_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict further(std::string_view line);
    bool has_failed() const noexcept {
        bool const is_said = !message_.empty() || !title_.empty();
        return is_said && (!frames_.empty() || runner_ == runner::spec);
    }
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
    int further_lines_ = 0;
    block_bounds block_;       // from the error, below its test's name, to the last frame, before an excerpt
    bool is_told_ = false;     // the first test that failed
    bool in_further_ = false;  // another one
    bool is_over_ = false;     // the properties behind the frames have begun
};

void node_runner_reader::raise(std::string_view text) {
    auto const what = parse_thrown(text);
    bool const tells_from_error = runner_ == runner::mocha || runner_ == runner::vitest;
    if (what && tells_from_error) block_.begin_here();
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
    if (!is_told_) {
        verdict const answer = read(line);
        is_told_ = !ava_ && lines_ <= most_lines && has_failed() &&
                   (answer == verdict::ends || answer == verdict::ended_before);
        if (!is_told_) return block_.note(line, answer);
        if (answer == verdict::ends) return block_.note(line, verdict::continues);
    }
    return block_.note(line, further(line), false);
}

// Of several tests that failed the first tells; what the others say is not looked at, nor the same once more.
verdict node_runner_reader::further(std::string_view line) {
    if (++further_lines_ > most_further_lines) return verdict::ended_before;
    bool const is_next = runner_of(line) == runner_ || (runner_ == runner::jasmine && is_numbered(line));
    if (is_next) {
        in_further_ = true;
        return verdict::continues;
    }
    if (!in_further_) return verdict::not_mine;
    // those of Vitest are ruled off, those of others stand further in
    in_further_ =
        runner_ == runner::vitest ? !line.starts_with(rule) : is_blank(line) || line.starts_with("  ");
    return in_further_ ? verdict::continues : verdict::not_mine;
}

verdict node_runner_reader::read(std::string_view line) {
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
    bool const is_frame = text.starts_with(pointer);
    if (!frames_.empty()) is_frame ? block_.go_on() : block_.end_here();
    if (!is_frame) return verdict::continues;
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
    if (!has_failed()) return false;
    if (message_.empty()) message_ = std::move(title_);
    if (type_.empty()) type_ = "test failed";
    if (cause_line_.empty()) cause_line_ = type_ + ": " + message_;
    block_.cut(trace);
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
