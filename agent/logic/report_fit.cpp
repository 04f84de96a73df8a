#include "task_agent/logic/report_fit.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/logic/trace_fit.hpp"

#include <algorithm>

namespace task_agent {
namespace {

constexpr std::size_t longest_note = 80;
constexpr std::string_view recap_title = "\nOnce more, where it was raised:\n";

bool is_blank(std::string_view text) noexcept {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string_view first_whole_lines(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text;
    std::size_t const stop = limit == 0 ? std::string_view::npos : text.rfind('\n', limit - 1);
    return stop == std::string_view::npos ? std::string_view() : text.substr(0, stop + 1);
}

std::string cut_note(std::string_view cut) {
    auto const lines = std::count(cut.begin(), cut.end(), '\n');
    std::string const size = std::to_string((cut.size() + 1023) / 1024) + " KB";
    // the beginning of one line
    if (lines == 0) return "  ... " + size + " cut by task-agent ...\n";
    return "  ... " + std::to_string(lines) + " lines (" + size + ") cut by task-agent ...\n";
}

// Frames of libraries go first, then lines from between. When the message goes on for pages, a group's
// members follow it, or frames stand below it, the line that says what was raised is far from the end: it is
// said again there, with the frames next to it.
std::string with_recap(std::string_view trace, std::string_view cause_line, std::size_t limit) {
    std::string fitted = fit_lines(without_library_frames(trace, cause_line, limit), limit);
    std::string_view const shown = utf8_suffix(fitted, shown_tail);
    if (cause_line.empty() || shows_cause(shown, trace, cause_line)) return fitted;
    std::string const recap =
        std::string(recap_title) + innermost_of(trace, cause_line, shown_tail - recap_title.size());
    if (recap.size() > limit) return innermost_of(trace, cause_line, limit);
    if (fitted.size() + recap.size() <= limit) return fitted + recap;
    std::size_t const room = limit - recap.size();
    return fit_lines(without_library_frames(trace, cause_line, room), room) + recap;
}

}  // namespace

std::string_view last_whole_lines(std::string_view text, std::size_t limit, std::size_t most_lines) noexcept {
    std::size_t start = text.size();
    for (std::size_t lines = 0; lines < most_lines && start > 0; ++lines) {
        std::size_t const stop = start >= 2 ? text.rfind('\n', start - 2) : std::string_view::npos;
        std::size_t const line = stop == std::string_view::npos ? 0 : stop + 1;
        if (text.size() - line > limit) break;
        start = line;
    }
    return text.substr(start);
}

std::string fit_lines(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    std::size_t const room = limit > longest_note ? limit - longest_note : 0;
    std::string_view const head = first_whole_lines(text, room / 4);
    std::string_view const rest = text.substr(head.size());
    std::string_view tail = last_whole_lines(rest, room - head.size(), rest.size());
    // A last line longer than all the room: its end is better than nothing.
    if (tail.empty()) return std::string(utf8_suffix(text, limit));
    return std::string(head) + cut_note(rest.substr(0, rest.size() - tail.size())) + std::string(tail);
}

namespace {

// The last whole lines. A line that is longer than all the room is said, and its end is shown.
std::string end_of_output(std::string_view output, std::size_t limit) {
    std::string_view const lines = last_whole_lines(output, limit, output.size());
    if (lines.size() == output.size() || lines.size() > limit / 2) return std::string(lines);
    std::size_t const room = limit > longest_note ? limit - longest_note : 0;
    std::string_view const tail = utf8_suffix(output, room);
    if (tail.empty()) return std::string(utf8_suffix(output, limit));
    return cut_note(output.substr(0, output.size() - tail.size())) + std::string(tail);
}

}  // namespace

std::string fit_stack(stack_sources const& sources, std::size_t limit) {
    if (sources.traces.empty()) {
        std::string_view const output = is_blank(sources.err_tail) ? sources.out_tail : sources.err_tail;
        return end_of_output(output, limit);
    }
    std::string stack = with_recap(sources.traces.back(), sources.cause_line, limit);
    // Earlier traces only whole: half a trace of something else helps nobody.
    for (std::size_t i = sources.traces.size() - 1; i-- > 0;) {
        std::string_view const earlier = sources.traces[i];
        if (earlier.size() + 1 + stack.size() > limit) break;
        stack.insert(0, std::string(earlier) + "\n");
    }
    return stack;
}

}  // namespace task_agent
