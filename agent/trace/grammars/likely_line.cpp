#include "task_agent/trace/grammars/likely_line.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/error_form.hpp"
#include "task_agent/trace/grammars/likely_signs.hpp"
#include "task_agent/trace/json_line.hpp"

#include "reading.hpp"
#include "record_words.hpp"
#include "server_head.hpp"

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

constexpr std::size_t most_between = 8;    // lines, of two in one form
constexpr std::size_t most_strangers = 1;  // lines, of two that are equally likely

constexpr bool has(likely_signs signs, line_sign sign) noexcept {
    return (signs & bit(sign)) != 0;
}

// "Could not create x" and "Could not change y": the same two words.
bool begins_with_the_same(std::string_view a, std::string_view b) noexcept {
    std::size_t const second = a.find(' ', std::min(a.find(' '), a.size() - 1) + 1);
    return second != a.npos && b.starts_with(a.substr(0, second + 1)) &&
           likeliness(signs_of(a, log_level::none)) > least_likely;
}

// The line that `best` follows from: the first of those in its form, or, where it has none, the first that is
// as likely directly above it.
likely_line first_alike(line_history const& history, likely_line best) {
    said_words const own = words_of(history.back(best.at, {})->text);
    std::string_view const form = error_form(own.text);
    int const own_points = likeliness(signs_of(own.text, own.level));
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
            form.empty() ? likeliness(signs) >= own_points || begins_with_the_same(said.text, own.text)
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
    for (signed_line const& line : signs_at_end(history)) {
        if (int const points = likeliness(line.signs); points > most) {
            most = points;
            best = likely_line{line.at, points};
        }
    }
    return best ? std::optional(first_alike(history, *best)) : std::nullopt;
}

}  // namespace task_agent::trace
