#include "task_agent/trace/grammars/ruby/ruby_rake.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"
#include "task_agent/trace/grammars/ruby/ruby_lines.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr std::size_t most_back = 64;
constexpr std::size_t most_words_back = 24;  // that are no frames
constexpr int most_lines = 256;
constexpr int most_shown = 3;  // lines of source
constexpr std::string_view last_line = "(See full trace by running task with --trace)";
constexpr std::string_view tasks = "Tasks: TOP => ";

// "ShopError: no nut", "Errno::ENOENT: No such file or directory"; a RuntimeError has no class before it
ruby::told parse_told(std::string_view line) noexcept {
    std::size_t const colon = line.find(": ");
    if (colon == std::string_view::npos || !ruby::is_error_class(line.substr(0, colon)))
        return {"error", line};
    return {line.substr(0, colon), trimmed(line.substr(colon + 2))};
}

class ruby_rake_reader final : public grammar {
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
    void raise(std::string_view line);

    std::string type_;
    std::string message_;
    std::string root_line_;
    frame_list frames_;
    std::vector<chained_exception> causes_;  // outermost first
    block_bounds block_;
    bool awaits_words_ = false;  // of what was raised
    int shown_ = 0;
    int lines_ = 0;
};

void ruby_rake_reader::raise(std::string_view line) {
    awaits_words_ = false;
    ruby::told const told = parse_told(trimmed(line));
    if (!type_.empty()) {
        add_link(causes_, told.type, told.message);
        root_line_ = bounded(trimmed(line));
        return;
    }
    block_.begin_here();
    type_ = bounded(told.type, longest_name);
    message_ = bounded(told.message);
}

verdict ruby_rake_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (lines_ == 1) {
        awaits_words_ = ruby::is_rake_header(line);
        return awaits_words_ ? verdict::continues : verdict::no_trace;
    }
    if (awaits_words_) {
        if (is_blank(line)) return verdict::no_trace;
        raise(line);
        return verdict::continues;
    }
    if (line == "Caused by:") {
        awaits_words_ = true;
        block_.go_on();
        return verdict::continues;
    }
    if (line.empty() || line == last_line || line.starts_with(tasks)) {
        block_.end_here();
        return line == last_line ? verdict::ends : verdict::continues;
    }
    if (auto const where = ruby::parse_shown(line)) {
        if (frames_.empty()) block_.go_on();
        if (causes_.empty()) frames_.add(where->file, where->line, where->function);
        return verdict::continues;
    }
    // the line of source where it was raised, and what is marked of it, as Ruby shows them since 3.1
    if (frames_.empty() && block_.has_ended() && ++shown_ <= most_shown) return verdict::continues;
    // further lines of a message
    return frames_.empty() && !block_.has_ended() ? verdict::continues : verdict::ended_before;
}

bool ruby_rake_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role =
        ruby::tells_of_command(message_) && !frames_.empty() ? trace_role::summary : trace_role::raised;
    block_.cut(trace);
    trace.cause_line = type_ + ": " + message_;
    trace.root_line = std::move(root_line_);
    put_exception(trace.exception, "ruby", std::move(type_), std::move(message_), frames_.outermost_first());
    std::reverse(causes_.begin(), causes_.end());
    trace.exception.chain = std::move(causes_);
    return true;
}

// How many lines above it rake says that it gives up, 0 = it does not.
std::size_t header_above(start_context const& context, std::size_t column) {
    std::size_t words = 0;
    for (std::size_t n = 1; n <= most_back && words <= most_words_back; ++n) {
        auto const above = context.back(n, column);
        if (!above) return 0;
        if (ruby::is_rake_header(*above)) return n;
        if (!ruby::parse_shown(*above)) ++words;
    }
    return 0;
}

}  // namespace

std::optional<start_point> find_ruby_rake_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text != last_line && !ruby::parse_shown(text)) continue;
        if (std::size_t const back = header_above(context, column)) return start_point{column, back};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ruby_rake_grammar() {
    return std::make_unique<ruby_rake_reader>();
}

}  // namespace task_agent::trace
