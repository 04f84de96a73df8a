#include "task_agent/trace/grammars/shell/shell.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/shell/shell_lines.hpp"
#include "task_agent/trace/prefix.hpp"

#include <string>

namespace task_agent::trace {
namespace {

using namespace shell;

constexpr std::size_t most_tool_lines = 8;
constexpr std::size_t longest_word = 16;
constexpr int most_behind_usage = 3;

bool is_of_tool(std::string_view line) noexcept {
    return parse_tool(line) && !parse(line) && !parse_trap(line);
}

// A tool may say more than one line: "tar: x: Cannot open", "tar: Error is not recoverable".
bool is_more_of_tool(std::string_view line, std::string_view first) noexcept {
    return line.starts_with(first.substr(0, first.find(": ") + 2)) && is_of_tool(line);
}

// What the command that a trap tells of had said.
std::size_t tool_lines(start_context const& context, std::size_t column) {
    std::size_t n = 0;
    std::string last;
    while (n < most_tool_lines) {
        auto const before = context.back(n + 1, column);
        if (!before || !is_of_tool(*before) || (n > 0 && !is_more_of_tool(*before, last))) break;
        last = *before;
        ++n;
    }
    return n;
}

// Behind "  import | ", which a script puts before what another one prints; 0 = nowhere.
std::size_t behind_reader(std::string_view line) noexcept {
    constexpr std::string_view mark = " | ";
    std::size_t const begin = line.find_first_not_of(' ');
    if (begin == 0 || begin == std::string_view::npos || !is_letter(line[begin])) return 0;
    std::size_t const end = line.find(mark, begin);
    bool const is_name = end != std::string_view::npos && line.find(' ', begin) == end;
    return is_name ? end + mark.size() : 0;
}

class shell_reader final : public grammar {
public:
    verdict feed(std::string_view line) override;
    bool is_complete() const noexcept override { return !is_usage_; }
    bool conclude(found_trace& trace) override;

private:
    verdict first(std::string_view line);
    verdict behind_usage(std::string_view line);
    void complain(complaint const& found, std::string_view line);

    std::string type_;
    std::string message_;
    std::string script_;
    std::string cause_line_;
    trace_role role_ = trace_role::notice;
    stack_frame frame_;
    bool is_tool_ = false;   // the line of a trap follows
    bool is_usage_ = false;  // all that a command said is how to call it
    int behind_ = 0;
};

void shell_reader::complain(complaint const& found, std::string_view line) {
    type_ = found.type;
    message_ = bounded(trimmed(found.message));
    cause_line_ = bounded(trimmed(line));
    role_ = found.role;
    frame_.file = bounded(found.script);
    frame_.line = found.line;
    script_ = bounded(line.substr(0, line.find(':')), 256);
    is_usage_ =
        found.message.find(": Usage: ") < longest_word || found.message.find(": usage: ") < longest_word;
}

verdict shell_reader::first(std::string_view line) {
    if (auto const found = parse(line)) {
        complain(*found, line);
        return verdict::continues;
    }
    if (auto const trap = parse_trap(line)) {
        complain(*trap, line);
        return verdict::ends;
    }
    auto const tool = parse_tool(line);
    if (!tool) return verdict::no_trace;
    complain(*tool, line);
    is_tool_ = true;
    return verdict::continues;
}

// Whoever was called with nothing to do may be meant to: more than a few lines, and it was not the end.
verdict shell_reader::behind_usage(std::string_view line) {
    std::string_view const name = std::string_view(message_).substr(0, message_.find(':'));
    bool const is_more = line.starts_with(name) && line.substr(name.size()).starts_with(" -");
    if (is_more && behind_ == 0) return verdict::continues;
    return is_blank(line) || ++behind_ <= most_behind_usage ? verdict::not_mine : verdict::no_trace;
}

verdict shell_reader::feed(std::string_view line) {
    if (type_.empty()) return first(line);
    if (is_tool_) {
        auto const trap = parse_trap(line);
        if (!trap) return is_more_of_tool(line, cause_line_) ? verdict::continues : verdict::no_trace;
        frame_.file = bounded(trap->script);
        frame_.line = trap->line;
        return verdict::ends;
    }
    if (is_usage_) return behind_usage(line);
    std::string_view const place = line.substr(0, std::min(line.find(": `"), line.size()));
    bool const is_text = place.size() < line.size() && line.ends_with('\'') &&
                         std::string_view(cause_line_).starts_with(place);
    if (type_ == "syntax error") {
        // bash's second line of a syntax error: the text, in quotes; or what the first one led to
        if (is_text) return verdict::ends;
        auto const more = parse(line);
        bool const is_same = more && more->type == "syntax error" && line.starts_with(script_ + ":");
        return is_same ? verdict::continues : verdict::ended_before;
    }
    // "declare: usage: declare [-a] ...", below an option that is not known
    std::size_t const usage = line.find(": usage: ");
    bool const is_usage = usage != std::string_view::npos && message_.starts_with(line.substr(0, usage));
    return is_usage ? verdict::ends : verdict::ended_before;
}

bool shell_reader::conclude(found_trace& trace) {
    if (type_.empty()) return false;
    trace.role = role_;
    trace.cause_line = std::move(cause_line_);
    exception_info& e = trace.exception;
    e.language = "shell";
    e.type = std::move(type_);
    e.message = std::move(message_);
    if (frame_.line > 0) e.frames.push_back(std::move(frame_));
    return true;
}

}  // namespace

std::optional<start_point> find_shell_start(start_context const& context) {
    std::string_view const line = context.line();
    // the shortest text: what stands before it is a prefix
    auto const columns = context.columns();
    // a trap's words are not indented, behind whatever prefix
    bool const may_be_trap = !line.substr(columns.back()).starts_with(' ');
    std::optional<start_point> unplaced;
    for (std::size_t i = columns.size(); i-- > 0;) {
        std::size_t const column = columns[i];
        auto const found = parse(line.substr(column));
        if (!found && !(may_be_trap && parse_trap(line.substr(column)))) continue;
        // a shell does not log: what a record says, or a search found in one, is told, not suffered; but a
        // trap's own words may begin with "ERROR: "
        line_pieces const prefix = find_prefix(line.substr(0, column));
        if (prefix.level != log_level::none) {
            if (found || prefix.count > 1) return std::nullopt;
            continue;
        }
        if (!found) {
            start_point const at{column, tool_lines(context, column)};
            if (parse_trap(line.substr(column))->line > 0) return at;
            // one that names no script is known by what it tells of
            if (at.lines_back > 0 && !unplaced) unplaced = at;
            continue;
        }
        return start_point{column, 0};
    }
    if (unplaced) return unplaced;
    // in the words of a loop that reads what it printed
    for (std::size_t const column : columns) {
        std::size_t const length = behind_reader(line.substr(column));
        if (length > 0 && parse(line.substr(column + length))) return start_point{column + length, 0};
    }
    return std::nullopt;
}

std::unique_ptr<grammar> make_shell_grammar() {
    return std::make_unique<shell_reader>();
}

}  // namespace task_agent::trace
