#include "task_agent/logic/report_text.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/core/end_text.hpp"
#include "task_agent/logic/report_fit.hpp"
#include "task_agent/logic/trace_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace task_agent {
namespace {

constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_hint = 300;

struct layout {
    std::string_view prefix;
    std::size_t bytes;
    std::size_t lines;
};

std::string_view next_word(std::string_view& text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    std::string_view const word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

std::string_view base_name(std::string_view path) noexcept {
    return path.substr(path.rfind('/') + 1);
}

bool is_interpreter(std::string_view name) noexcept {
    static constexpr std::array<std::string_view, 8> names = {"python", "pypy", "bash", "sh",
                                                              "node",   "ruby", "perl", "php"};
    return std::any_of(names.begin(), names.end(), [&](std::string_view known) {
        // "python3.11" is one, "shuffle" is none
        return name.starts_with(known) &&
               name.find_first_not_of("0123456789.", known.size()) == std::string_view::npos;
    });
}

std::string seconds_text(double seconds) {
    std::array<char, 32> buffer{};
    if (seconds < 120) {
        std::snprintf(buffer.data(), buffer.size(), "%.1f s", seconds);
    } else if (seconds < 7200) {
        std::snprintf(buffer.data(), buffer.size(), "%.0f min", std::floor(seconds / 60));
    } else {
        std::snprintf(buffer.data(), buffer.size(), "%.1f h", seconds / 3600);
    }
    return buffer.data();
}

std::string headline(failure_report const& report) {
    std::string const name = short_command(report.command);
    std::string line =
        (name.empty() ? "the workload" : name) + " failed: " + end_text(report.reason, report.exit);
    if (report.usage) line += " after " + seconds_text(report.usage->wall_seconds);
    return line;
}

std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (std::string const& line : lines)
        text += line + "\n";
    return text;
}

// Where the end of the stack does not show the cause with its frames, the frames next to the cause do.
std::string end_of_stack(std::string_view stack, std::string_view cause_line, std::size_t bytes,
                         std::size_t lines) {
    std::string_view const end = last_whole_lines(stack, bytes, lines);
    if (end.size() == stack.size() || cause_line.empty() || shows_cause(end, stack, cause_line))
        return std::string(end);
    return std::string(last_whole_lines(innermost_of(stack, cause_line, bytes), bytes, lines));
}

std::string render(failure_report const& report, std::string const& title, layout const& room) {
    std::string const prefix(room.prefix);
    std::string const top = prefix + title + "\n";
    std::string bottom;
    if (!report.hint.empty())
        bottom += prefix + "hint: " + std::string(utf8_prefix(report.hint, longest_hint)) + "\n";
    bottom += prefix + report.message + "\n";
    std::string const fallback = report.stack.empty() ? joined(report.last_output) : std::string();
    std::string_view const body = report.stack.empty() ? fallback : report.stack;
    auto const own_lines = static_cast<std::size_t>(std::count(bottom.begin(), bottom.end(), '\n')) + 1;
    std::size_t const own_bytes = top.size() + bottom.size() + 1;
    std::size_t const bytes_left = room.bytes > own_bytes ? room.bytes - own_bytes : 0;
    std::string text = top;
    text += end_of_stack(body, report.cause_line, bytes_left, room.lines - own_lines);
    if (!text.ends_with('\n')) text += '\n';
    return text + bottom;
}

}  // namespace

std::string short_command(std::string_view command) {
    std::string_view const program = base_name(next_word(command));
    if (is_interpreter(program)) {
        while (!command.empty()) {
            std::string_view const word = next_word(command);
            if (word == "-c") break;
            if (word == "-m") return std::string(utf8_prefix(next_word(command), longest_name));
            if (!word.empty() && word.front() != '-')
                return std::string(utf8_prefix(base_name(word), longest_name));
        }
    }
    return std::string(utf8_prefix(program, longest_name));
}

std::string report_tail(failure_report const& report, bool is_at_line_start) {
    std::size_t const before = is_at_line_start ? 0 : 1;
    layout const room{"task-agent: ", report_tail_bytes - before, report_tail_lines - before};
    return std::string(before, '\n') + render(report, headline(report), room);
}

std::string termination_summary(failure_report const& report) {
    layout const room{"", termination_log_bytes, termination_log_bytes};
    return render(report, headline(report) + ": " + report.message, room);
}

}  // namespace task_agent
