#include "task_agent/trace/grammars/java/java_tool.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr int most_lines = 400;

constexpr std::string_view spring_title = "APPLICATION FAILED TO START";
constexpr std::string_view gradle_title = "FAILURE: Build ";
constexpr std::string_view maven_title = "Failed to execute goal ";
constexpr std::string_view maven_end = " -> [Help 1]";
constexpr std::string_view maven_compiler_title = "COMPILATION ERROR :";
constexpr std::string_view report_title = "Full report at:";

enum class part { none, description, action, wrong, other };
enum class tool { none, spring, gradle, maven, maven_compiler, clojure };

bool is_stars(std::string_view line) noexcept {
    return line.size() > 10 && line.find_first_not_of('*') == std::string_view::npos;
}

// "Execution error (ArithmeticException) at user/f (a.clj:3).", "Syntax error compiling at (a.clj:3:1)."
struct clojure_line {
    std::string_view type;
    std::string_view function;
    std::string_view file;
    int line = 0;
};
std::optional<clojure_line> parse_clojure(std::string_view text) noexcept {
    if (!text.starts_with("Execution error") && !text.starts_with("Syntax error")) return std::nullopt;
    if (!text.ends_with(").")) return std::nullopt;
    clojure_line found;
    std::size_t const at = text.rfind(" at ");
    std::size_t const open = text.rfind('(');
    if (at == std::string_view::npos || open < at + 4) return std::nullopt;
    found.function = trimmed(text.substr(at + 4, open - at - 4));
    std::string_view const place = text.substr(open + 1, text.size() - open - 3);
    std::size_t const colon = place.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    found.file = place.substr(0, colon);
    found.line = number_of(place.substr(colon + 1, digits_in(place.substr(colon + 1))));
    if (found.line == 0) return std::nullopt;
    std::string_view const what = text.substr(0, at);
    std::size_t const name = what.find(" (");
    if (name != std::string_view::npos) {
        std::size_t const close = what.find(')', name);
        if (close == std::string_view::npos) return std::nullopt;
        found.type = what.substr(name + 2, close - name - 2);
    } else {
        found.type = text.starts_with("S") ? "Syntax error" : "Execution error";
    }
    return found;
}

tool tool_of(std::string_view line) noexcept {
    if (line == spring_title) return tool::spring;
    if (line.starts_with(gradle_title) && line.find(" with ") != std::string_view::npos) return tool::gradle;
    if (line.starts_with(maven_title) && line.find(':') != std::string_view::npos) return tool::maven;
    if (line.ends_with(maven_end)) return tool::maven;
    if (line.starts_with(maven_compiler_title)) return tool::maven_compiler;
    return parse_clojure(line) ? tool::clojure : tool::none;
}

class java_tool_reader final : public grammar {
public:
    verdict feed(std::string_view line) override { return block_.note(line, read(line)); }
    bool is_complete() const noexcept override { return !message_.empty() || tool_ == tool::maven; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    verdict in_spring(std::string_view line);
    verdict in_gradle(std::string_view line);
    verdict in_maven(std::string_view line);
    verdict in_maven_compiler(std::string_view line);
    void take_place(std::string_view text);
    verdict in_clojure(std::string_view line);

    tool tool_ = tool::none;
    std::string type_;
    std::string message_;
    std::string cause_line_;
    std::string root_line_;
    std::vector<stack_frame> frames_;
    part part_ = part::none;   // of the block: what the heading that was read last says
    bool had_text_ = false;    // below it
    bool has_failed_ = false;  // Maven said of what
    bool is_told_ = false;     // what its compiler found first, all of it
    int lines_ = 0;
    block_bounds block_;
};

verdict java_tool_reader::read(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    if (tool_ != tool::none) {
        switch (tool_) {
            case tool::spring:
                return in_spring(line);
            case tool::gradle:
                return in_gradle(line);
            case tool::maven:
                return in_maven(line);
            case tool::maven_compiler:
                return in_maven_compiler(line);
            case tool::clojure:
                return in_clojure(line);
            case tool::none:
                break;
        }
    }
    if (is_stars(line)) return verdict::continues;
    tool_ = tool_of(line);
    cause_line_ = bounded(line);
    type_ = "build failed";
    if (tool_ == tool::spring) type_ = spring_title;
    if (tool_ == tool::maven) message_ = cause_line_;
    if (auto const clojure = parse_clojure(line)) {
        type_ = bounded(clojure->type);
        frames_.push_back({bounded(clojure->file), clojure->line, bounded(clojure->function)});
    }
    return tool_ == tool::none ? verdict::no_trace : verdict::continues;
}

verdict java_tool_reader::in_spring(std::string_view line) {
    bool const is_heading = line == "Description:" || line == "Action:";
    if (is_heading) {
        part_ = line == "Action:" ? part::action : part::description;
        had_text_ = false;
        return verdict::continues;
    }
    if (is_blank(line)) {
        // behind the advice
        return part_ == part::action && had_text_ ? verdict::ended_before : verdict::continues;
    }
    if (wears_prefix(line)) return verdict::ended_before;
    if (part_ == part::none) return is_stars(line) ? verdict::continues : verdict::ended_before;
    had_text_ = true;
    if (message_.empty()) {
        message_ = bounded(trimmed(line));
        cause_line_ += ": " + message_;
    }
    return verdict::continues;
}

verdict java_tool_reader::in_gradle(std::string_view line) {
    if (line.starts_with("BUILD FAILED")) return verdict::ends;
    if (line.starts_with("* ")) {
        part_ = line.starts_with("* What went wrong") ? part::wrong : part::other;
    } else if (part_ == part::wrong && !is_blank(line)) {
        if (message_.empty()) {
            message_ = bounded(trimmed(line));
            cause_line_ = message_;
        } else if (trimmed(line).starts_with("> ")) {
            // each below the one it caused
            root_line_ = bounded(trimmed(line).substr(2));
        }
    }
    return verdict::continues;
}

verdict java_tool_reader::in_maven(std::string_view line) {
    if (line.starts_with("[Help 1] http")) return verdict::ends;
    for (std::string_view const start :
         {"-> ", "[Help", "To see ", "Re-run ", "For more ", "After ", "  mvn "}) {
        if (line.starts_with(start)) return verdict::continues;
    }
    // of the message: places in sources, folders of reports
    if (is_blank(line) || line.starts_with("/") || line.starts_with("  ") || line.starts_with("Please ") ||
        line.starts_with("See "))
        return verdict::continues;
    return verdict::not_mine;
}

// From the compiler's errors to what Maven makes of them, each line with its own level.
verdict java_tool_reader::in_maven_compiler(std::string_view line) {
    constexpr std::string_view error = "[ERROR] ";
    bool const is_error = line.starts_with(error);
    std::string_view text = line;
    for (std::string_view const level : {error, std::string_view("[INFO] "), std::string_view("[WARNING] ")})
        if (line.starts_with(level)) text.remove_prefix(level.size());
    if (is_error && text.starts_with("[Help 1] http")) return verdict::ends;
    if (has_failed_ && !is_error) return line == "[ERROR]" ? verdict::continues : verdict::ended_before;
    has_failed_ = has_failed_ || (is_error && text.starts_with(maven_title));
    if (is_error && message_.empty()) {
        block_.begin_here();
        message_ = cause_line_ = bounded(trimmed(text));
        take_place(text);
        return verdict::continues;
    }
    bool const is_part = text.size() < line.size() || line.starts_with("[") || line.starts_with("  ");
    if (!is_part) return verdict::not_mine;
    if (message_.empty()) return verdict::continues;
    is_told_ = is_told_ || !line.starts_with("  ");
    if (is_told_) block_.end_here();
    return verdict::continues;
}

// "/app/Car.java:[7,12] ';' expected"
void java_tool_reader::take_place(std::string_view text) {
    std::size_t const open = text.find(":[");
    if (open == std::string_view::npos) return;
    std::string_view const place = text.substr(open + 2);
    std::size_t const close = place.find("] ");
    int const number = number_of(place.substr(0, digits_in(place)));
    if (number == 0 || close == std::string_view::npos) return;
    frames_.push_back({bounded(text.substr(0, open)), number, {}});
    message_ = bounded(trimmed(place.substr(close + 2)));
}

verdict java_tool_reader::in_clojure(std::string_view line) {
    // where the rest of it was written tells nothing of it
    if (line == report_title) return verdict::ended_before;
    if (is_blank(line)) {
        had_text_ = true;
        return verdict::continues;
    }
    if (had_text_ || wears_prefix(line)) return verdict::ended_before;
    if (message_.empty()) {
        message_ = bounded(trimmed(line));
        cause_line_ += " " + message_;
    }
    return verdict::continues;
}

bool java_tool_reader::conclude(found_trace& trace) {
    if (tool_ == tool::none || (message_.empty() && tool_ != tool::clojure)) return false;
    bool const is_build = tool_ == tool::gradle || tool_ == tool::maven || tool_ == tool::maven_compiler;
    trace.role = is_build ? trace_role::summary : trace_role::raised;
    block_.cut(trace);
    trace.cause_line = std::move(cause_line_);
    trace.root_line = std::move(root_line_);
    trace.exception.language = "java";
    trace.exception.type = std::move(type_);
    trace.exception.message = std::move(message_);
    trace.exception.frames = std::move(frames_);
    return true;
}

}  // namespace

std::optional<start_point> find_java_tool_start(start_context const& context) {
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        switch (tool_of(text)) {
            case tool::none:
                break;
            case tool::spring: {
                auto const above = context.back(1, column);
                return start_point{column, above && is_stars(*above) ? 1u : 0u};
            }
            case tool::maven:
            case tool::maven_compiler:
                // Maven writes it as an error; others may speak of it
                if (!context.line().substr(0, column).ends_with("[ERROR] ")) break;
                return start_point{column, 0};
            case tool::gradle:
            case tool::clojure:
                return start_point{column, 0};
        }
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_java_tool_grammar() {
    return std::make_unique<java_tool_reader>();
}

}  // namespace task_agent::trace
