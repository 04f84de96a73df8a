#include "task_agent/trace/grammars/words/likely_line.hpp"

#include "task_agent/base/ascii.hpp"

#include "first_alike.hpp"
#include "got_over.hpp"
#include "said_words.hpp"

namespace task_agent::trace {
namespace {

constexpr int points_of_passing = 15;

constexpr bool is_calm(likely_signs signs) noexcept {
    return !speaks_of_failure(signs) && !has(signs, line_sign::is_aftermath) &&
           !has(signs, line_sign::warning_level);
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
