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

// What runs a script that a person calls by its own name.
struct interpreter {
    std::string_view name;
    std::string_view of_code;     // options behind which a program stands instead of a script's name
    std::string_view with_value;  // options whose next word is no script
};

constexpr std::string_view options_of_shells = " -o -O +o +O --rcfile --init-file ";
constexpr std::array<interpreter, 12> interpreters = {{
    {"python", " -c ", " -W -X -Q "},
    {"pypy", " -c ", " -W -X "},
    {"bash", {}, options_of_shells},
    {"dash", {}, options_of_shells},
    {"zsh", {}, options_of_shells},
    {"ksh", {}, options_of_shells},
    {"sh", {}, options_of_shells},
    {"node", " -e -p -pe --eval --print ", " -r --require --import --loader -C --env-file "},
    {"ruby", " -e ", " -I -r -C -E "},
    {"perl", " -e -E ", " -I "},
    {"php", " -r -R ", " -d -c -z "},
    {"Rscript", " -e ", {}},
}};

interpreter const* interpreter_of(std::string_view name) noexcept {
    auto const* const found = std::find_if(interpreters.begin(), interpreters.end(), [&](auto const& known) {
        // "python3.11" is one, "shuffle" is none
        return name.starts_with(known.name) &&
               name.find_first_not_of("0123456789.", known.name.size()) == std::string_view::npos;
    });
    return found == interpreters.end() ? nullptr : found;
}

bool is_among(std::string_view options, std::string_view word) {
    return options.find(" " + std::string(word) + " ") != std::string_view::npos;
}

bool takes_value(interpreter const& program, std::string_view word) {
    // "-eo pipefail" of a shell
    bool const ends_in_one = program.of_code.empty() && !word.starts_with("--") && word.ends_with('o');
    return ends_in_one || is_among(program.with_value, word);
}

bool takes_code(interpreter const& program, std::string_view word) {
    // "-lc" of a shell
    if (program.of_code.empty()) return !word.starts_with("--") && word.find('c') != std::string_view::npos;
    return is_among(program.of_code, word);
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
    if (auto const* const known = interpreter_of(program)) {
        while (!command.empty()) {
            std::string_view const word = next_word(command);
            if (word.empty()) break;
            bool const is_option = word.front() == '-' || word.front() == '+';
            if (!is_option) return std::string(utf8_prefix(base_name(word), longest_name));
            bool const is_python = known->name.starts_with("py");
            if (is_python && word == "-m") return std::string(utf8_prefix(next_word(command), longest_name));
            if (takes_code(*known, word)) break;
            if (takes_value(*known, word)) next_word(command);
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
