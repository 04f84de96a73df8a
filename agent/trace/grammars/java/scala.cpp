#include "task_agent/trace/grammars/java/scala.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/line_reading.hpp"

namespace task_agent::trace {
namespace {

using namespace reading;

constexpr int most_lines = 200;
constexpr std::string_view level = "[error] ";

struct finding {
    std::string_view file;
    int line = 0;
    std::string_view message;  // or it stands below
};

// "src/Nut.scala:3:4"; what is behind it stays in the text.
std::optional<finding> take_place(std::string_view& text) noexcept {
    std::size_t end = text.find(".scala:");
    std::size_t size = 6;
    if (end == std::string_view::npos) {
        end = text.find(".sbt:");
        size = 4;
    }
    if (end == std::string_view::npos) return std::nullopt;
    finding found;
    found.file = text.substr(0, end + size);
    if (found.file.find(' ') != std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + size + 1);
    found.line = take_number(text);
    if (found.line < 1) return std::nullopt;
    if (take(text, ":") && is_digit(text.empty() ? ' ' : text.front())) take_number(text);
    return found;
}

// "-- [E006] Not Found Error: src/Nut.scala:3:4 -------"
std::optional<finding> parse_ruled(std::string_view line) noexcept {
    constexpr std::string_view word = "Error: ";
    if (!take(line, "-- ") || !line.ends_with("--")) return std::nullopt;
    std::size_t const at = line.find(word);
    if (at == std::string_view::npos) return std::nullopt;
    line.remove_prefix(at + word.size());
    auto const found = take_place(line);
    return found && trimmed(line).find_first_not_of('-') == std::string_view::npos ? found : std::nullopt;
}

// "/app/src/Nut.scala:3:5: not found: value lid" behind a level
std::optional<finding> parse_plain(std::string_view line) noexcept {
    auto found = take_place(line);
    if (!found || !take(line, ": ")) return std::nullopt;
    found->message = trimmed(line);
    return found;
}

std::optional<finding> parse(std::string_view line) noexcept {
    bool const has_level = take(line, level);
    auto const found = parse_ruled(line);
    return found || !has_level ? found : parse_plain(line);
}

class scala_reader final : public grammar {
public:
    verdict feed(std::string_view line) override {
        verdict const answer = read(line);
        return block_.note(line, answer, !is_told_);
    }
    bool is_complete() const noexcept override { return !message_.empty(); }
    bool conclude(found_trace& trace) override {
        if (message_.empty()) return false;
        trace.role = trace_role::notice;
        block_.cut(trace);
        trace.cause_line = frame_.file + ":" + std::to_string(frame_.line) + ": " + message_;
        put_exception(trace.exception, "java", "build failed", std::move(message_), {std::move(frame_)});
        return true;
    }

private:
    verdict read(std::string_view line) {
        if (++lines_ == 1) {
            auto const found = parse(line);
            if (!found) return verdict::no_trace;
            has_level_ = line.starts_with(level);
            message_ = bounded(found->message);
            frame_ = {bounded(found->file, longest_name), found->line, {}};
            return verdict::continues;
        }
        if (lines_ > most_lines) return verdict::ended_before;
        if (has_level_) {
            if (!line.starts_with("[error]")) return verdict::ended_before;
            if (line.starts_with("[error] Total time: ")) return verdict::ended_before;
        }
        std::string_view text = line;
        take(text, level);
        // behind the first one, all of it, others and their number may follow
        is_told_ = is_told_ || parse(line) || is_count(text) || text == "one error found";
        std::size_t const margin = text.find('|');
        bool const is_excerpt =
            margin != std::string_view::npos &&
            text.substr(0, margin).find_first_not_of(" 0123456789") == std::string_view::npos;
        if (is_excerpt) {
            text = trimmed(text.substr(margin + 1));
            if (saw_caret_ && message_.empty()) message_ = bounded(text);
            saw_caret_ =
                saw_caret_ || (!text.empty() && text.find_first_not_of('^') == std::string_view::npos);
            return verdict::continues;
        }
        return has_level_ || parse_ruled(text) || is_count(text) ? verdict::continues : verdict::ended_before;
    }

    // "2 errors found"
    static bool is_count(std::string_view line) noexcept {
        return take_number(line) > 0 && (line == " error found" || line == " errors found");
    }

    std::string message_;
    stack_frame frame_;
    bool has_level_ = false;
    bool saw_caret_ = false;
    bool is_told_ = false;
    block_bounds block_;
    int lines_ = 0;
};

}  // namespace

std::optional<start_point> find_scala_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        if (parse(context.line().substr(column))) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_scala_grammar() {
    return std::make_unique<scala_reader>();
}

}  // namespace task_agent::trace
