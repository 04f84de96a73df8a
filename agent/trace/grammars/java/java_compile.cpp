#include "task_agent/trace/grammars/java/java_compile.hpp"

#include "task_agent/trace/grammars/block_bounds.hpp"
#include "task_agent/trace/grammars/foreign_line.hpp"
#include "task_agent/trace/grammars/make/make_end.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr int most_lines = 1024;
constexpr int most_source_lines = 12;
constexpr std::size_t longest_path = 400;

constexpr std::string_view endings[] = {".java", ".kt", ".kts", ".scala", ".groovy"};
constexpr std::string_view launcher_end = "error: compilation failed";
constexpr std::string_view launcher_errors[] = {
    "error: class found on application class path: ", "error: no class declared in source file",
    "error: can't find main(String[]) method in class: ", "error: warnings found and -Werror specified",
    // of javac's arguments
    "error: file not found: ", "error: invalid flag: ", "error: invalid source release: ",
    "error: invalid target release: ", "error: no source files", "error: release version "};

struct diagnostic {
    std::string_view file;
    int line = 0;
    std::string_view message;
    bool is_error = false;
    bool has_source = false;  // the line itself and a caret follow
};

bool is_source(std::string_view path) noexcept {
    if (path.empty() || path.size() > longest_path) return false;
    if (path.find_first_of(" \t'\"`()<>=,;|") != std::string_view::npos) return false;
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view end) { return path.size() > end.size() && path.ends_with(end); });
}

// Takes a number off the front; 0 = there is none.
int take_line(std::string_view& text) noexcept {
    std::size_t const digits = digits_in(text);
    int const line = number_of(text.substr(0, digits));
    if (line > 0) text.remove_prefix(digits);
    return line;
}

// "Main.java:3: error: msg", "Main.kt:3:5: warning: msg", "Main.java:[3,5] msg", "Main.kt:3:5 msg".
std::optional<diagnostic> parse_diagnostic(std::string_view text) noexcept {
    bool const is_gradle = text.starts_with("e: ");
    if (is_gradle) {
        text.remove_prefix(3);
        if (text.starts_with("file://")) text.remove_prefix(7);
    }
    std::size_t const colon = text.find(':', 1);
    if (colon == std::string_view::npos || !is_source(text.substr(0, colon))) return std::nullopt;
    diagnostic found;
    found.file = text.substr(0, colon);
    text.remove_prefix(colon + 1);
    char const bracket = text.starts_with('[') ? ']' : is_gradle && text.starts_with(" (") ? ')' : '\0';
    if (bracket != '\0') {
        text.remove_prefix(bracket == ']' ? 1 : 2);
        found.line = take_line(text);
        std::size_t const close = text.find(bracket);
        if (found.line == 0 || close == std::string_view::npos || !text.starts_with(',')) return std::nullopt;
        text = text.substr(close + 1);
        if (text.starts_with(':')) text.remove_prefix(1);
        found.message = trimmed(text);
        found.is_error = !found.message.empty() && !found.message.starts_with("warning: ");
        if (found.message.starts_with("error: ")) found.message.remove_prefix(7);
        return found;
    }
    found.line = take_line(text);
    if (found.line == 0) return std::nullopt;
    if (text.starts_with(':') && text.size() > 1 && is_digit(text[1])) {
        text.remove_prefix(1);
        if (take_line(text) == 0) return std::nullopt;
    }
    if (is_gradle) {
        found.message = trimmed(text);
        found.is_error = !found.message.empty();
        return found;
    }
    for (std::string_view const word : {": error: ", ": warning: "}) {
        if (!text.starts_with(word)) continue;
        found.message = trimmed(text.substr(word.size()));
        found.is_error = word[2] == 'e';
        found.has_source = true;
        return found;
    }
    return std::nullopt;
}

// "1 error", "3 warnings".
bool is_count(std::string_view line, std::string_view word) noexcept {
    std::size_t const digits = digits_in(line);
    if (digits == 0 || digits > 9) return false;
    std::string_view const rest = line.substr(digits);
    if (!rest.starts_with(' ')) return false;
    std::string_view name = rest.substr(1);
    if (name.ends_with('s')) name.remove_suffix(1);
    return name == word;
}

bool is_launcher_error(std::string_view line) noexcept {
    return line == launcher_end ||
           std::any_of(std::begin(launcher_errors), std::end(launcher_errors),
                       [&](std::string_view start) { return line.starts_with(start); });
}

bool is_caret(std::string_view line) noexcept {
    return trimmed(line) == "^";
}

class java_compile_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return is_counted_ || !is_in_source_; }
    bool conclude(found_trace& trace) override;

private:
    verdict read(std::string_view line);
    void take(diagnostic const& d, std::string_view line);

    std::string message_;
    std::string cause_line_;
    std::vector<stack_frame> frames_;
    make_end make_;
    bool is_counted_ = false;
    bool is_in_source_ = false;
    bool is_told_ = false;  // the first one, all of it
    block_bounds block_;
    int source_lines_ = 0;
    int lines_ = 0;
};

void java_compile_reader::take(diagnostic const& d, std::string_view line) {
    is_in_source_ = d.has_source;
    source_lines_ = 0;
    if (!cause_line_.empty()) return;
    message_ = bounded(d.message);
    cause_line_ = bounded(trimmed(line));
    stack_frame frame;
    frame.file = bounded(d.file);
    frame.line = d.line;
    frames_.push_back(std::move(frame));
}

verdict java_compile_reader::feed(std::string_view line) {
    if (++lines_ > most_lines) return verdict::ended_before;
    verdict const answer = read(line);
    return block_.note(line, answer, !is_told_ || make_.is_seen());
}

verdict java_compile_reader::read(std::string_view line) {
    if (auto const d = parse_diagnostic(line); d && !is_counted_) {
        is_told_ = !cause_line_.empty();
        take(*d, line);
        return verdict::continues;
    }
    if (lines_ == 1) {
        message_ = bounded(line.substr(7));
        cause_line_ = bounded(line);
        is_counted_ = line == launcher_end;
        return is_counted_ ? verdict::ends : verdict::continues;
    }
    if (auto const end = make_.read(line)) return *end;
    if (make_.is_seen()) return verdict::ended_before;
    if (line == launcher_end) {
        is_counted_ = is_told_ = true;
        return verdict::ends;
    }
    if (is_count(line, "error")) {
        is_counted_ = is_told_ = true;
        is_in_source_ = false;
        return verdict::continues;
    }
    if (line.starts_with("Note: ") || is_count(line, "warning") ||
        line.starts_with("only showing the first ")) {
        is_told_ = true;
        return verdict::continues;
    }
    if (is_counted_ || wears_prefix(line) || starts_another(line)) return verdict::ended_before;
    if (is_in_source_) {
        is_in_source_ = !is_caret(line);
        return ++source_lines_ > most_source_lines ? verdict::ended_before : verdict::continues;
    }
    // what was required, what was found, where the name was looked for
    return line.starts_with("  ") && !is_blank(line) ? verdict::continues : verdict::ended_before;
}

bool java_compile_reader::conclude(found_trace& trace) {
    trace.role = is_counted_ ? trace_role::raised : trace_role::notice;
    block_.cut(trace);
    trace.cause_line = std::move(cause_line_);
    trace.exception.language = "java";
    trace.exception.type = "build failed";
    trace.exception.message = std::move(message_);
    trace.exception.frames = std::move(frames_);
    return true;
}

}  // namespace

std::optional<start_point> find_java_compile_start(start_context const& context) {
    // Ant shows its tasks' lines so, further in
    if (constexpr std::string_view ant = "    [javac] "; context.line().starts_with(ant)) {
        auto const d = parse_diagnostic(context.line().substr(ant.size()));
        if (d && d->is_error) return start_point{ant.size(), 0};
    }
    for (std::size_t const column : context.columns()) {
        std::string_view const text = context.line().substr(column);
        if (text.starts_with("error: ")) {
            if (is_launcher_error(text)) return start_point{column, 0};
            continue;
        }
        auto const d = parse_diagnostic(text);
        if (d && d->is_error) return start_point{column, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_java_compile_grammar() {
    return std::make_unique<java_compile_reader>();
}

}  // namespace task_agent::trace
