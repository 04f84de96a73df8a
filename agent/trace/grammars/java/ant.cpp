#include "task_agent/trace/grammars/java/ant.hpp"

#include "task_agent/trace/grammars/line_reading.hpp"

#include <array>

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 32;
constexpr std::string_view title = "BUILD FAILED";
constexpr std::string_view below = "The following error occurred while executing this line:";

struct place {
    std::string_view file;
    int line = 0;
    std::string_view message;
};

// "/app/build.xml:12: no lid", "/app/build.xml:12:23: no lid"
std::optional<place> parse_place(std::string_view line) noexcept {
    constexpr std::string_view end = ".xml:";
    std::size_t const at = line.find(end);
    if (at == std::string_view::npos) return std::nullopt;
    place found;
    found.file = line.substr(0, at + end.size() - 1);
    line.remove_prefix(at + end.size());
    found.line = take_number(line);
    if (found.line < 1 || !take(line, ":")) return std::nullopt;
    if (take_number(line) >= 0) take(line, ":");
    found.message = trimmed(line);
    return found;
}

// Somebody else said why: "Compile failed; see the compiler error output for details.", "exec returned: 3".
bool is_of_another(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 3> words = {" returned: ", " see the ",
                                                       "Execution of the target "};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return message.find(word) != std::string_view::npos; });
}

class ant_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        if (++lines_ == 1) return line == title ? verdict::continues : verdict::no_trace;
        // the time that it took is no word of success
        if (!message_.empty() && line.empty()) return verdict::continues;
        if (!message_.empty() && line.starts_with("Total time: ")) return verdict::ends;
        auto const found = parse_place(line);
        if (!found || lines_ > most_lines)
            return message_.empty() ? verdict::no_trace : verdict::ended_before;
        if (found->message == below) return verdict::continues;
        if (is_of_another(found->message) || found->message.empty()) return verdict::no_trace;
        message_ = bounded(found->message);
        frame_ = {bounded(found->file, longest_name), found->line, {}};
        return verdict::continues;
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        trace.cause_line = message_;
        put_exception(trace.exception, "java", "build failed", std::move(message_), {std::move(frame_)});
        return true;
    }
    bool may_be_words_of_others() const noexcept override { return true; }

private:
    std::string message_;
    stack_frame frame_;
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_ant_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (context.line().substr(column) == title) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_ant_grammar() {
    return std::make_unique<ant_reader>();
}

}  // namespace task_agent::trace
