#include "task_agent/trace/grammars/words/late_words.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/words/closing_line.hpp"
#include "task_agent/trace/grammars/words/guess_words.hpp"
#include "task_agent/trace/grammars/words/likely_line.hpp"
#include "task_agent/trace/grammars/words/likely_signs.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/word_starts.hpp"

#include "record_words.hpp"
#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

using namespace closing;

constexpr std::size_t most_lines_back = 24;
constexpr std::size_t most_of_usage = 60;  // lines, with a description of each option
constexpr std::size_t most_in_run = 4;     // records of errors, one behind the other
constexpr int most_behind_fatal = 6;       // calm lines
constexpr int most_behind_usage = 2;
constexpr int least_above_count = 80;  // points, above a line that tells how much failed
constexpr int most_calm = 30;          // points
constexpr std::size_t most_below = 16;
constexpr std::size_t longest_line = 400;
constexpr std::size_t least_told = 10;     // bytes of a message that nobody says twice by chance
constexpr std::size_t most_tidying = 100;  // lines between two tellings
constexpr std::size_t most_between_tellings = 2;
constexpr std::size_t least_more = 3;  // "a: "

// What is said of arguments above a usage; others describe the program there.
constexpr std::array<std::string_view, 14> starts_above_usage = {
    "error: ",          "unknown option",      "unrecognized option", "invalid option",    "illegal option",
    "invalid value ",   "flag provided but ",  "flag needs an ",      "missing ",          "unknown command",
    "unknown argument", "unexpected argument", "too few arguments",   "too many arguments"};

// Behind a name: "load: cannot read x".
std::string_view behind_name(std::string_view text) noexcept {
    std::size_t const colon = text.find(": ");
    bool const is_name = colon != std::string_view::npos && text.find(' ') > colon;
    return is_name ? trimmed(text.substr(colon + 2)) : text;
}

// A record at a level above ERROR: its program ends.
bool is_fatal_record(std::string_view prefix) noexcept {
    constexpr std::array<std::string_view, 6> levels = {"fatal", "critical", "crit", "emerg", "panic", "ftl"};
    for (std::size_t i = 0; i < prefix.size(); ++i) {
        if (i > 0 && is_letter(prefix[i - 1])) continue;
        if (begins_with_any(prefix.substr(i), levels)) return true;
    }
    return false;
}

bool is_usage(std::string_view text) noexcept {
    text = trimmed(text);
    return begins_alike(text, "usage:") || begins_alike(text, "usage of ");
}

struct said_line {
    std::size_t at = 0;  // from the end, 1 is the last
    std::string_view text;
    log_level level = log_level::none;
    bool is_fatal = false;
    bool has_head = false;  // a time or a name beside the level
    bool has_prefix = false;
    bool is_indented = false;
};

class end_of_log {
public:
    explicit end_of_log(line_history const& history) : history_(history) {}

    [[nodiscard]] std::optional<said_line> line(std::size_t n) const {
        auto const found = history_.back(n, {});
        if (!found) return std::nullopt;
        line_pieces const prefix = find_prefix(found->text);
        bool const has_head =
            std::any_of(prefix.pieces().begin(), prefix.pieces().end(), [](prefix_piece const& piece) {
                return piece.kind == piece_kind::time || piece.kind == piece_kind::name;
            });
        if (auto const record = parse_logfmt(found->text); record && prefix.level == log_level::none)
            return said_line{n, trimmed(record->message), record->level, record->is_fatal, true, true};
        std::string_view text = trimmed(found->text.substr(prefix.end()));
        if (prefix.level == log_level::error) text = behind_place(text);
        return said_line{n,
                         text,
                         prefix.level,
                         is_fatal_record(found->text.substr(0, prefix.end())),
                         has_head,
                         prefix.end() > 0,
                         found->text.substr(prefix.end()).starts_with("  ")};
    }
    [[nodiscard]] bool is_error_record(std::size_t n) const {
        auto const found = line(n);
        return found && found->level == log_level::error && !found->text.empty() &&
               history_.back(n, {})->text.find("context cancel") == std::string_view::npos;
    }

    // The one line, as what was raised.
    [[nodiscard]] found_trace told(std::size_t n, std::string_view message, bool is_guess) const {
        auto const own = history_.back(n, {});
        std::size_t const column = own_column(find_prefix(own->text));
        std::string_view const said = own->text.substr(column);
        found_trace trace = notice_of(line_prefix(own->text.substr(0, column)), said);
        trace.text = to_plain_text(said) + "\n";
        trace.first_line = trace.last_line = own->number;
        trace.is_guess = is_guess;
        bool const is_capital = trace.cause_line.starts_with("Error: ");
        put_exception(trace.exception, {}, is_capital ? "Error" : "error", bounded(message), {});
        return trace;
    }

private:
    line_history const& history_;
};

// "Unknown option: x" above "usage: ...", which goes on to the end.
std::optional<found_trace> above_usage(end_of_log const& end) {
    int behind = 0;  // lines of others
    for (std::size_t n = 1; n <= most_of_usage; ++n) {
        auto const line = end.line(n);
        if (!line) return std::nullopt;
        if (is_usage(line->text)) {
            auto above = end.line(n + 1);
            if (above && is_blank(above->text)) above = end.line(n + 2);
            if (!above || above->text.size() > longest_line) return std::nullopt;
            std::string_view const body =
                begins_with_any(above->text, starts_above_usage) ? above->text : behind_name(above->text);
            if (!begins_with_any(body, starts_above_usage)) return std::nullopt;
            constexpr std::string_view error = "error: ";
            std::string_view const said =
                begins_alike(body, error) ? trimmed(body.substr(error.size())) : body;
            // a measure: "error: 0.5"
            if (said.find(' ') == std::string_view::npos) return std::nullopt;
            return end.told(above->at, said, false);
        }
        bool const is_of_usage = is_blank(line->text) || line->text.ends_with(':') ||
                                 line->text.starts_with('-') || line->is_indented;
        if (!is_of_usage && !line->has_prefix && !begins_alike(line->text, "use ")) ++behind;
        if (behind > most_behind_usage) return std::nullopt;
    }
    return std::nullopt;
}

// The first of several records of errors, one behind the other. What ended its program and says of what was
// none of those that did not.
std::size_t first_of_run(end_of_log const& end, std::size_t n) {
    std::size_t first = n;
    if (!end.is_error_record(n)) return n;
    auto const own = end.line(n);
    if (own->is_fatal && !names_nothing(own->text)) return n;
    while (first - n + 1 < most_in_run && end.is_error_record(first + 1) &&
           !says_to_go_on(end.line(first + 1)->text))
        ++first;
    return first;
}

// "billing failed" says only that: the nearest record of an error above it, past calm ones, else itself.
std::size_t summed_up_by(end_of_log const& end, std::size_t n) {
    if (!end.line(n)->text.ends_with("failed")) return n;
    for (std::size_t above = n + 1; above <= n + most_behind_fatal; ++above) {
        auto const line = end.line(above);
        if (!line || line->level == log_level::none || line->level == log_level::warning) return n;
        if (line->level == log_level::error) return above;
    }
    return n;
}

// A record of its highest level, with a few calm lines behind it.
std::optional<found_trace> fatal_record(end_of_log const& end) {
    int behind = 0;
    bool is_above_record = false;
    for (std::size_t n = 1; n <= most_lines_back; ++n) {
        auto const line = end.line(n);
        if (!line) return std::nullopt;
        if (is_blank(line->text)) continue;
        // gunicorn's master lives on, and a new worker says so, or it is asked to stop later
        bool const is_replaced = says_restart(line->text) || line->text.starts_with("Booting worker ") ||
                                 line->text.starts_with("Handling signal: ");
        if (is_replaced) return std::nullopt;
        if (line->is_indented && !line->has_prefix) continue;  // below what is told
        // a level alone may be the first word of anything
        bool const is_record = behind == 0 || line->has_head || is_above_record;
        is_above_record = line->level != log_level::none;
        if (line->is_fatal && is_record && line->text.size() <= longest_line) {
            std::size_t const first = first_of_run(end, summed_up_by(end, n));
            return end.told(first, end.line(first)->text, false);
        }
        if (says_success(line->text) || says_none_failed(line->text)) return std::nullopt;
        if (!tidies_up(line->text) && ++behind > most_behind_fatal) return std::nullopt;
    }
    return std::nullopt;
}

std::size_t indent_of(std::string_view text) noexcept {
    return std::min(text.find_first_not_of(" \t"), text.size());
}

// What is drawn or indented below a line belongs to it.
void add_below(found_trace& trace, line_history const& history, std::size_t n) {
    std::string_view const own = history.back(n, {})->text;
    std::size_t const column = own_column(find_prefix(own));
    line_prefix const prefix(own.substr(0, column));
    std::size_t const indent = indent_of(own.substr(column));
    for (std::size_t back = n - 1; back > 0 && n - back <= most_below; --back) {
        auto const line = history.back(back, {});
        auto text = prefix.peel(line->text);
        // a mark of the first line only: "ERROR: [055]: no bag:"
        if (!text && line->text.starts_with(' ')) text = line->text;
        if (!text || is_blank(*text)) return;
        bool const is_drawn = text->starts_with('|') || text->starts_with('^');
        if (!is_drawn && indent_of(*text) <= indent) return;
        trace.text += to_plain_text(*text) + "\n";
        trace.last_line = line->number;
        auto const place = trace.exception.frames.empty() ? place_below(*text) : std::nullopt;
        if (place) trace.exception.frames.push_back(*place);
    }
}

line_history lines_before(line_history const& history, std::uint64_t number) {
    line_history above;
    history.for_each([&](line_history::seen_line line, bool is_taken) {
        if (line.number >= number) return;
        above.push(line.text, line.number);
        if (is_taken) above.take_newest();
    });
    return above;
}

// "part 2: connection refused" above "app: connection refused": whether the first says more of the same.
bool says_more(std::string_view line, std::string_view message) {
    if (!line.ends_with(message)) return false;
    std::string_view const what = words_of_guess(line).message;
    return what.size() > message.size() + least_more && what.ends_with(message) &&
           what.substr(0, what.size() - message.size()).ends_with(": ");
}

std::optional<std::string_view> line_of(line_history const& history, std::uint64_t number) {
    std::optional<std::string_view> found;
    history.for_each([&](line_history::seen_line line, bool) {
        if (line.number == number) found = line.text;
    });
    return found;
}

// "the disk is full" of "2 parts failed: the disk is full"; empty where nothing is counted, or no more is
// said.
std::string_view reason_behind_count(std::string_view line) noexcept {
    std::size_t const colon = line.find(": ", find_prefix(line).end());
    if (colon == line.npos || !counts_failures(line.substr(0, colon))) return {};
    std::string_view const reason = trimmed(line.substr(colon + 2));
    return reason.find(' ') != reason.npos ? reason : std::string_view();
}

// Of "the last: file too large": the first of the lines in a row, nearest above it, that say of what that
// was; 0 where there are none.
std::size_t first_with_reason(end_of_log const& end, std::string_view reason) {
    while (reason.size() >= least_told && reason.find(' ') != reason.npos) {
        std::size_t first = 0;
        for (std::size_t n = 1; n <= most_tidying; ++n) {
            auto const above = end.line(n);
            if (!above) break;
            bool const tells = above->text.ends_with(reason) &&
                               above->text.size() > reason.size() + least_more &&
                               !counts_failures(above->text);
            if (!tells && first > 0) break;
            if (tells) first = n;
        }
        if (first > 0) return first;
        std::size_t const colon = reason.find(": ");
        reason = colon == reason.npos ? std::string_view() : trimmed(reason.substr(colon + 2));
    }
    return 0;
}

found_trace guess_of(line_history const& history, std::size_t first) {
    end_of_log const end(history);
    if (auto const tool = read(history, first)) {
        found_trace trace = end.told(first, tool->said.message, true);
        trace.exception.language = tool->said.language;
        trace.exception.type = tool->said.type;
        return trace;
    }
    guess_words const words = words_of_guess(end.line(first)->text);
    found_trace trace = end.told(first, words.message, true);
    if (!words.type.empty()) trace.exception.type = words.type;
    if (words.where) trace.exception.frames.push_back(*words.where);
    add_below(trace, history, first);
    return trace;
}

// The first line of a tool tells, not its last word.
std::size_t first_of_tool(line_history const& history, std::size_t n) {
    auto const own = read(history, n);
    if (!own || own->said.speaker.empty()) return n;
    while (history.back(n + 1, {})) {
        auto const above = read(history, n + 1);
        if (!above || above->said.speaker != own->said.speaker) break;
        ++n;
    }
    return n;
}

found_trace guess_at(line_history const& history, std::size_t n) {
    return guess_of(history, first_of_tool(history, first_of_run(end_of_log(history), n)));
}

}  // namespace

std::optional<found_trace> late_words(line_history const& history) {
    end_of_log const end(history);
    if (auto found = above_usage(end)) return found;
    if (auto found = fatal_record(end)) {
        auto above = names_nothing(found->exception.message) ? words_above(history, found->first_line)
                                                             : std::optional<found_trace>();
        if (above) above->is_guess = false;
        return above ? above : found;
    }
    auto const likely = likeliest_line(history);
    return likely ? std::optional(guess_at(history, likely->at)) : std::nullopt;
}

std::optional<found_trace> words_above(line_history const& history, std::uint64_t number) {
    line_history const above = lines_before(history, number);
    int least = clearly_likely;
    if (auto const own = line_of(history, number)) {
        std::string_view const reason = reason_behind_count(*own);
        if (std::size_t const n = first_with_reason(end_of_log(above), reason); n > 0)
            return guess_of(above, n);
        if (!reason.empty()) return std::nullopt;
        if (counts_failures(*own)) least = least_above_count;
    }
    auto const likely = likeliest_line(above);
    if (!likely || likely->points < least) return std::nullopt;
    return guess_at(above, likely->at);
}

bool is_fatal_behind(line_history const& history, std::uint64_t number) {
    auto const found = fatal_record(end_of_log(history));
    return found && found->first_line > number && !names_nothing(found->exception.message);
}

bool is_fatal_behind_calm(line_history const& history, std::uint64_t number) {
    auto const found = fatal_record(end_of_log(history));
    if (!found || found->first_line <= number || names_nothing(found->exception.message)) return false;
    bool is_calm = false;
    history.for_each([&](line_history::seen_line line, bool is_taken) {
        bool const is_between = line.number > number && line.number < found->first_line && !is_taken;
        if (is_between && !is_blank(line.text) && !tidies_up(line.text))
            is_calm = is_calm || points_of(line.text) <= most_calm;
    });
    return is_calm;
}

bool complains_behind(line_history const& history, std::uint64_t number) {
    bool complains = false;
    history.for_each([&](line_history::seen_line line, bool is_taken) {
        if (line.number > number && !is_taken)
            complains = complains || points_of(line.text) >= clearly_likely;
    });
    return complains;
}

std::optional<found_trace> told_before(line_history const& history, std::string_view message,
                                       std::uint64_t number) {
    if (message.size() < least_told || message.find(' ') == message.npos) return std::nullopt;
    line_history const above = lines_before(history, number);
    end_of_log const end(above);
    std::size_t found = 0;
    for (std::size_t n = 1; n <= most_tidying; ++n) {
        auto const line = end.line(n);
        if (!line) break;
        bool const is_low = line->level != log_level::none && line->level != log_level::error;
        // logged, and printed by the program's end
        bool const is_same = n <= most_between_tellings && line->level == log_level::error &&
                             words_of_guess(line->text).message == message;
        bool const is_it = is_same || says_more(line->text, message);
        if (!is_it) continue;
        // of each attempt, or got over
        if (found > 0 || is_low || says_to_go_on(line->text)) return std::nullopt;
        found = n;
    }
    return found > 0 ? std::optional(guess_at(above, found)) : std::nullopt;
}

}  // namespace task_agent::trace
