#include "task_agent/trace/grammars/java/junit_console.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/java/java_lines.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::string_view arrow = "    => ";
constexpr std::string_view margin = "       ";  // of what belongs to it
constexpr std::string_view link_margin = "     ";
constexpr int most_further_lines = 4096;
constexpr int most_message_lines = 30;
constexpr std::size_t most_between = 4;

class junit_console_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !frames_.empty(); }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict further(std::string_view line);

    std::string type_;
    std::string message_;
    std::string root_line_;
    std::vector<stack_frame> frames_;  // innermost first
    std::vector<chained_exception> causes_;
    bool is_own_ = true;  // not of a cause
    bool is_told_ = false;
    bool in_further_ = false;
    int further_lines_ = 0;
    block_bounds block_;  // to the last frame, before it says that there are more
    int message_lines_ = 0;
};

// Of several tests that failed the first tells.
verdict junit_console_reader::feed(std::string_view line) {
    block_.end_here();
    if (!is_told_) {
        verdict const answer = read(line);
        is_told_ = answer == verdict::ended_before && !frames_.empty();
        if (!is_told_) return block_.note(line, answer);
    }
    return block_.note(line, further(line));
}

verdict junit_console_reader::further(std::string_view line) {
    if (++further_lines_ > most_further_lines) return verdict::ended_before;
    in_further_ = line.starts_with(arrow) || (in_further_ && line.starts_with(link_margin));
    return in_further_ ? verdict::continues : verdict::not_mine;
}

verdict junit_console_reader::read(std::string_view line) {
    if (type_.empty()) {
        if (!take(line, arrow)) return verdict::no_trace;
        auto const thrown = java::parse_thrown(line, true);
        if (!thrown) return verdict::no_trace;
        type_ = to_plain_text(thrown->type);
        message_ = bounded(trimmed(thrown->message));
        return verdict::continues;
    }
    if (take(line, margin)) {
        if (line == "[...]") return verdict::continues;
        if (auto frame = java::parse_frame("\tat " + std::string(line))) {
            block_.go_on();
            if (is_own_) push_bounded(frames_, std::move(*frame), most_frames / 2, most_frames);
            return verdict::continues;
        }
    }
    if (take(line, link_margin)) {
        auto const link = java::parse_link(line);
        auto const thrown = link ? java::parse_thrown(link->thrown, true) : std::nullopt;
        if (thrown) {
            is_own_ = false;
            if (link->is_cause) root_line_ = bounded(trimmed(link->thrown));
            push_bounded(causes_, {to_plain_text(thrown->type), bounded(trimmed(thrown->message))}, 1,
                         most_links);
            return verdict::continues;
        }
    }
    // the rest of the message
    bool const may_go_on = frames_.empty() && ++message_lines_ <= most_message_lines && !is_blank(line);
    return may_go_on ? verdict::continues : verdict::ended_before;
}

bool junit_console_reader::conclude(found_trace& trace) {
    if (type_.empty() || frames_.empty()) return false;
    block_.cut(trace);
    trace.role = trace_role::detached;
    trace.cause_line = message_.empty() ? type_ : type_ + ": " + message_;
    trace.root_line = std::move(root_line_);
    make_plain(frames_);
    put_exception(trace.exception, "java", std::move(type_), std::move(message_),
                  outermost_first(std::move(frames_)));
    trace.exception.chain = std::move(causes_);
    return true;
}

}  // namespace

std::optional<start_point> find_junit_console_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view text = context.line().substr(column);
        // what others print may stand between
        bool is_source = false;
        for (std::size_t n = 1; !is_source && n <= most_between; ++n) {
            auto const above = context.back(n, column);
            is_source = above && above->find("Source [") != std::string_view::npos;
        }
        if (is_source && take(text, arrow) && java::parse_thrown(text, true)) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_junit_console_grammar() {
    return std::make_unique<junit_console_reader>();
}

}  // namespace task_agent::trace
