#include "task_agent/trace/grammars/words/closing_words.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/words/closing_line.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

using namespace closing;

constexpr std::size_t most_lines_back = 40;
constexpr int most_strangers = 2;
constexpr int most_below = 6;
constexpr std::size_t most_of_usage = 12;  // lines
constexpr std::size_t most_of_tool = 8;
constexpr std::size_t longest_name = 64;

// "+ cp a b", of `set -x`.
bool is_command(std::string_view line) noexcept {
    std::size_t const at = std::min(line.find_first_not_of('+'), line.size());
    return at > 0 && line.substr(at).starts_with(' ');
}

bool is_command_of(std::string_view line, std::string_view tool) noexcept {
    if (!is_command(line)) return false;
    std::string_view command = trimmed(line.substr(line.find(' ')));
    command = command.substr(0, command.find(' '));
    return command.substr(command.find_last_of('/') + 1) == tool;
}

// "at copy (/app/x.sh:10)", as traps print their callers, and "10 copy /app/x.sh", as `caller` does.
std::optional<stack_frame> script_frame(std::string_view text) {
    text = trimmed(text);
    std::string_view file;
    std::string_view function;
    std::string_view number;
    if (text.starts_with("at ") && text.ends_with(')')) {
        std::size_t const open = text.find(" (");
        std::size_t const colon = text.rfind(':');
        if (open == std::string_view::npos || open < 3 || colon == std::string_view::npos || colon < open)
            return std::nullopt;
        function = text.substr(3, open - 3);
        file = text.substr(open + 2, colon - open - 2);
        number = text.substr(colon + 1, text.size() - colon - 2);
    } else if (std::size_t const digits = digits_in(text);
               digits > 0 && text.substr(digits).starts_with(' ')) {
        number = text.substr(0, digits);
        std::string_view const rest = text.substr(digits + 1);
        std::size_t const blank = std::min(rest.find(' '), rest.size());
        function = rest.substr(0, blank);
        file = rest.substr(std::min(blank + 1, rest.size()));
    }
    int const line = number_of(number);
    bool const is_script = file.ends_with("sh") && file.find(' ') == std::string_view::npos;
    if (!is_script || line == 0 || function.empty() || function.find(' ') != std::string_view::npos)
        return std::nullopt;
    return stack_frame{bounded(file), line, bounded(function)};
}

// What is indented below something, behind the name of its program or not.
bool is_below(std::string_view text) noexcept {
    bool const is_aside = text.starts_with('(') && text.ends_with(')');
    return text.starts_with("  ") || text.starts_with('\t') || begins_alike(text, "hint: ") || is_aside ||
           text.starts_with("Try '") || text.find(": hint: ") < longest_name ||
           (text.find(":   ") < longest_name && text.find(":   ") + 1 == text.find("  "));
}

// Whether it may be that, behind a prefix that is not known yet.
bool may_be_below(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    bool const is_first = is_below(line);
    return is_first ||
           std::any_of(prefix.pieces().begin(), prefix.pieces().end(), [&](prefix_piece const& piece) {
               std::string_view const before = line.substr(0, piece.end);
               return is_below(line.substr(piece.end)) || before.ends_with("  ");
           });
}

// A line that wears the tag of another process.
bool is_of_other(std::string_view line, line_prefix const& prefix) {
    return !prefix.tags().empty() && wears_tag(line);
}

// Of the tool at the other end of a connection, that the one whose line stands above did not get.
bool is_aftermath(std::string_view message) noexcept {
    constexpr std::array<std::string_view, 6> starts = {
        "child returned status",  "connection unexpectedly closed",
        "connection closed",      "could not read from remote repository",
        "the remote end hung up", "unexplained error (code 255)"};
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return begins_alike(message, start); });
}

bool points_up(std::string_view message) noexcept {
    return message.find("see previous errors") != std::string_view::npos;
}

// One that was found, and the lines around it that belong to it.
class closing_report {
public:
    explicit closing_report(line_history const& history) : history_(history) {}

    // Lines are counted from the end of the stream, 1 is the last; `usage` is 0 where none stands above.
    found_trace around(std::size_t at, closing_line found, std::size_t last, std::size_t usage,
                       std::vector<stack_frame> frames) {
        auto const line = history_.back(at, {});
        prefix_ = line_prefix(line->text.substr(0, found.column));
        words said = found.said;
        std::string_view told = line->text.substr(found.column);
        std::size_t first = std::max(at, usage);
        for (std::size_t above_at = at + 1; usage == 0 && above_at - at <= most_of_tool; ++above_at) {
            auto const above = text_of(above_at);
            if (!above) {
                auto const other = history_.back(above_at, {});
                if (!other || !is_of_other(other->text, prefix_)) break;
                continue;
            }
            if (said.speaker.empty()) {
                // of a pipeline, as it was traced: who said it is not told
                if (!is_command(*above)) break;
                said.language = "shell";
                said.type = "command failed";
                first = above_at;
                continue;
            }
            auto const earlier = parse(*above);
            bool const is_told_by_other = earlier && !earlier->speaker.empty() && is_aftermath(said.message);
            if (earlier && (earlier->speaker == said.speaker || is_told_by_other)) {
                // the first line of a tool tells
                said = *earlier;
                told = *above;
                first = last = above_at;
                continue;
            }
            if (points_up(said.message)) continue;
            if (is_command_of(*above, said.speaker)) first = above_at;
            break;
        }
        found_trace trace = notice_of(prefix_, told);
        for (std::size_t n = first; n >= last; --n) {
            auto const text = text_of(n);
            // of another process
            if (!text && is_of_other(history_.back(n, {})->text, prefix_)) continue;
            trace.text += to_plain_text(text.value_or(history_.back(n, {})->text)) + "\n";
        }
        trace.first_line = history_.back(first, {})->number;
        trace.last_line = history_.back(last, {})->number;
        put_exception(trace.exception, said.language, std::string(said.type), bounded(said.message),
                      std::move(frames));
        return trace;
    }

private:
    [[nodiscard]] std::optional<std::string_view> text_of(std::size_t n) const {
        auto const line = history_.back(n, {});
        return line ? prefix_.peel(line->text) : std::nullopt;
    }

    line_history const& history_;
    line_prefix prefix_;
};

// The last line (counted from the end) of what stands below a program's own words; 0 where more was said
// behind them.
std::size_t last_below(line_history const& history, std::size_t n, closing_line const& found) {
    std::string_view const own = history.back(n, {})->text;
    line_prefix const prefix(own.substr(0, std::min(own_column(find_prefix(own)), found.column)));
    std::size_t last = n;
    for (std::size_t back = n - 1; back > 0; --back) {
        auto const line = history.back(back, {});
        auto const text = prefix.peel(line->text);
        if (!text && is_of_other(line->text, prefix)) continue;
        std::string_view const body = text.value_or(line->text);
        if (is_blank(body) || tidies_up(body) || script_frame(trimmed(body))) continue;
        if (!is_below(body)) return 0;
        last = back;
    }
    return last;
}

// The usage above "NAME: error: x" of the same program, counted from the end; 0 where there is none, nothing
// where a text between them shows that the error is quoted by a help.
std::optional<std::size_t> usage_above(line_history const& history, std::size_t n) {
    constexpr std::string_view mark = ": error: ";
    constexpr std::string_view start = "usage: ";
    std::string_view const line = history.back(n, {})->text;
    std::size_t const end = line.find(mark);
    if (end == std::string_view::npos) return 0;
    std::size_t const begin =
        std::max(own_column(find_prefix(line)), line.substr(0, end).find_last_of(' ') + 1);  // npos + 1 = 0
    if (begin >= end) return 0;
    std::string_view const name = line.substr(begin, end - begin);
    bool is_between = false;
    for (std::size_t back = n + 1; back <= n + most_of_usage; ++back) {
        auto const above = history.back(back, {});
        if (!above) break;
        std::size_t const at = above->text.find(start);
        if (at <= begin && above->text.substr(at + start.size()).starts_with(name))
            return is_between ? std::nullopt : std::optional(back);
        // a usage of several lines is indented
        is_between = is_between || !above->text.substr(std::min(begin, above->text.size())).starts_with(' ');
    }
    return 0;
}

struct own_line {
    closing_line line;
    bool is_told_twice = false;  // by the record above it, as programs do that log their last words as well
};

// What the program itself said last; nothing for a list, which tells of no end.
std::optional<own_line> own_words(line_history const& history, std::size_t n) {
    auto const line = history.back(n, {});
    auto found = read_own(line->text);
    if (!found) return std::nullopt;
    auto const above = history.back(n + 1, {});
    auto const earlier = above ? read_own(above->text) : std::nullopt;
    // a record of the same is no list
    if (earlier && earlier->said.message != found->said.message) return std::nullopt;
    return own_line{*found, earlier.has_value()};
}

}  // namespace

std::optional<found_trace> closing_words(line_history const& history) {
    int strangers = 0;
    int below = 0;  // lines indented below what is looked for
    std::size_t last = 0;
    std::size_t usage = 0;
    std::vector<stack_frame> frames;  // outermost first: from the end
    for (std::size_t n = 1; n <= most_lines_back; ++n) {
        auto const line = history.back(n, {});
        if (!line) return std::nullopt;
        std::string_view const text = line->text.substr(find_prefix(line->text).end());
        if (is_blank(text)) continue;
        if (auto frame = script_frame(text); frame && frames.size() < most_frames) {
            if (frames.empty()) last = n;
            frames.push_back(std::move(*frame));
            continue;
        }
        auto found = read(history, n);
        if (!found && !may_be_below(line->text)) {
            auto const own = own_words(history, n);
            if (own) found = own->line;
            auto const above = found ? usage_above(history, n) : 0;
            if (!above) found.reset();
            usage = above.value_or(0);
            bool const is_twice = found && usage == 0 && own->is_told_twice;
            std::size_t const end = usage > 0 ? n : found ? last_below(history, n, *found) : 0;
            if (end == 0) found.reset();
            if (is_twice) usage = n + 1;
            if (found && frames.empty()) last = end;
        }
        if (!found) {
            if (below < most_below && may_be_below(line->text)) {
                ++below;
                continue;
            }
            if (says_success(line->text) || says_none_failed(line->text)) return std::nullopt;
            if (!tidies_up(line->text) && ++strangers > most_strangers) return std::nullopt;
            continue;
        }
        // a list of errors tells of none that happened
        auto const above = history.back(n + 1, {});
        if (found->said.language.empty() && !found->said.is_own && above && read(history, n + 1))
            return std::nullopt;
        if (frames.empty()) {
            if (!found->said.is_own) last = n;
            if (found->said.line > 0) frames.push_back({bounded(found->said.script), found->said.line, {}});
        }
        return closing_report(history).around(n, *found, last, usage, std::move(frames));
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
