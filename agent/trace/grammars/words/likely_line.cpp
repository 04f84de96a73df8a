#include "task_agent/trace/grammars/words/likely_line.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/tools/server_head.hpp"
#include "task_agent/trace/grammars/words/error_form.hpp"
#include "task_agent/trace/grammars/words/likely_signs.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/json_line.hpp"
#include "task_agent/trace/word_starts.hpp"

#include "record_words.hpp"
#include <algorithm>
#include <array>
#include <span>

namespace task_agent::trace {
namespace {

struct said_words {
    std::string_view text;
    log_level level = log_level::none;
};

// Behind the prefix, or in the message of a record.
said_words words_of(std::string_view line) noexcept {
    line_pieces const prefix = find_prefix(line);
    said_words said{behind_server_head(line.substr(prefix.end())), prefix.level};
    if (said.level != log_level::none) return said;
    if (auto const record = closing::parse_logfmt(line))
        return {record->reason.empty() ? record->message : record->reason, record->level};
    if (!trimmed(said.text).starts_with('{')) return said;
    if (is_error_record(said.text)) said.level = log_level::error;
    if (is_calm_record(said.text)) said.level = log_level::info;
    said.text = words_of_record(said.text);
    return said;
}

constexpr int points_of_passing = 15;
constexpr std::size_t least_behind = 2;    // lines, that its program went on with
constexpr std::size_t most_between = 8;    // lines, of two in one form
constexpr std::size_t most_strangers = 1;  // lines, of two that are equally likely

constexpr bool has(likely_signs signs, line_sign sign) noexcept {
    return (signs & bit(sign)) != 0;
}

std::string_view first_two_words(std::string_view text) noexcept {
    text = trimmed(text);
    std::size_t end = 0;
    for (int word = 0; word < 2; ++word) {
        end = text.find(' ', std::min(text.find_first_not_of(' ', end), text.size()));
        if (end == text.npos) return {};
    }
    return text.substr(0, end);
}

bool is_indented(std::string_view text) noexcept {
    return text.starts_with("  ");
}

// "Could not create x" and "Could not change y", "row 3: x" and "row 5: y": the same two words, whatever the
// numbers; or both are of a list.
bool begins_with_the_same(std::string_view a, std::string_view b) noexcept {
    bool const is_same =
        (is_indented(a) && is_indented(b)) || is_same_form(first_two_words(a), first_two_words(b));
    return is_same && likeliness(signs_of(a, log_level::none)) > least_likely;
}

// What calls itself an error does not follow from what does not.
constexpr bool says_as_much(likely_signs above, likely_signs own) noexcept {
    return has(above, line_sign::begins_so) || !has(own, line_sign::begins_so);
}

// The line that `best` follows from: the first of those in its form, or, where it has none, the first that is
// as likely directly above it.
likely_line first_alike(line_history const& history, likely_line best) {
    said_words const own = words_of(history.back(best.at, {})->text);
    std::string_view const form = error_form(own.text);
    likely_signs const own_signs = signs_of(own.text, own.level);
    int const own_points = likeliness(own_signs);
    likely_line first = best;
    for (std::size_t n = best.at + 1; n - first.at <= (form.empty() ? most_strangers + 1 : most_between);
         ++n) {
        auto const line = history.back(n, {});
        if (!line) break;
        said_words const said = words_of(line->text);
        if (is_blank(said.text)) {
            if (form.empty()) break;
            continue;
        }
        likely_signs const signs = signs_of(said.text, said.level);
        bool const is_alike =
            form.empty() ? (likeliness(signs) >= own_points && says_as_much(signs, own_signs)) ||
                               begins_with_the_same(said.text, own.text)
                         : likeliness(signs) > least_likely && is_same_form(error_form(said.text), form);
        if (is_alike) {
            first = likely_line{n, best.points};
        } else if (has(signs, line_sign::goes_on) || has(signs, line_sign::calm_level) ||
                   has(signs, line_sign::is_success)) {
            break;
        }
    }
    return first;
}

// "3 bags are cut off, put aside". That something was expected, may be
// ignored or was tried is said of reasons, too.
bool says_what_instead(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 6> ambiguous = {"expected", "ignor", "recover",
                                                           "attempt",  "try ",  "retr"};
    bool const says_how = line.find(", using ") != line.npos || line.find(" used instead") != line.npos;
    return says_how || (says_to_go_on(line) && !begins_a_word(line, ambiguous));
}

constexpr bool speaks_of_failure(likely_signs signs) noexcept {
    return has(signs, line_sign::complains) || has(signs, line_sign::speaks_of_error) ||
           has(signs, line_sign::is_of_whole) || has(signs, line_sign::error_level);
}

constexpr bool is_calm(likely_signs signs) noexcept {
    return !speaks_of_failure(signs) && !has(signs, line_sign::is_aftermath) &&
           !has(signs, line_sign::warning_level);
}

// What was said before, in the same words but for numbers, with other lines between, and went by once more:
// nothing behind it complains.
bool was_got_over(line_history const& history, std::span<signed_line const> lines, std::size_t index) {
    auto const text_of = [&](std::size_t i) { return words_of(history.back(lines[i].at, {})->text).text; };
    std::string_view const own = text_of(index);
    // of each attempt; what was said when they were over tells, if it does
    if (has(lines[index].signs, line_sign::speaks_of_attempt) &&
        std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(index),
                    [](signed_line const& line) {
                        return !has(line.signs, line_sign::speaks_of_attempt) &&
                               likeliness(line.signs) > least_likely;
                    }))
        return true;
    if (index > 0 && says_what_instead(own)) return true;
    if (index > 0 && says_to_carry_on(text_of(index - 1))) return true;
    if (index < least_behind) return false;
    for (std::size_t behind = 0; behind < index; ++behind) {
        if (speaks_of_failure(lines[behind].signs) && !is_same_form(text_of(behind), own)) return false;
    }
    bool is_first = true;
    std::size_t others = 0;  // between two of them
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_same_form(text_of(i), own)) {
            ++others;
            continue;
        }
        if (!is_first && others > 0) return true;
        is_first = false;
        others = 0;
    }
    return false;
}

}  // namespace

int points_of(std::string_view line) noexcept {
    said_words const said = words_of(line);
    return likeliness(signs_of(said.text, said.level));
}

std::vector<signed_line> signs_at_end(line_history const& history) {
    auto const said_at = [&](std::size_t n) -> std::optional<said_words> {
        auto const line = history.back(n, {});
        return line ? std::optional(words_of(line->text)) : std::nullopt;
    };
    std::vector<signed_line> lines;
    auto above = said_at(1);
    for (std::size_t n = 1; above; ++n) {
        auto const said = above;
        above = said_at(n + 1);
        if (is_blank(said->text)) continue;
        likely_signs signs = signs_of(said->text, said->level);
        if (lines.empty()) signs |= bit(line_sign::is_last);
        if (above && is_blank(above->text)) signs |= bit(line_sign::is_below_blank);
        lines.push_back({n, signs});
    }
    return lines;
}

std::optional<likely_line> likeliest_line(line_history const& history) {
    std::optional<likely_line> best;
    int most = least_likely;
    bool is_behind_calm = false;  // a calm line stands below, and below that the best so far
    auto const lines = signs_at_end(history);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        int const points = likeliness(lines[i].signs);
        if (best && is_calm(lines[i].signs)) is_behind_calm = true;
        int const passed = is_behind_calm ? points_of_passing : 0;
        if (points <= least_likely || points - passed <= most || was_got_over(history, lines, i)) continue;
        most = points;
        best = likely_line{lines[i].at, points};
        is_behind_calm = false;
    }
    return best ? std::optional(first_alike(history, *best)) : std::nullopt;
}

}  // namespace task_agent::trace
