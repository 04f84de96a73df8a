#include "task_agent/trace/start_signs.hpp"

#include "task_agent/base/ascii.hpp"

#include <algorithm>
#include <bit>

namespace task_agent::trace {

namespace {

// Words are looked at further than signs, behind which grammars take more than they name.
std::size_t size_of_edge(std::string_view opening) noexcept {
    constexpr std::size_t of_word = 4;
    bool const is_word = is_letter(opening[0]) && is_letter(opening[1]);
    return std::min(opening.size(), is_word ? of_word : std::size_t{2});
}

}  // namespace

start_signs::start_signs(std::span<grammar_entry const> grammars) {
    for (std::size_t i = 0; i < std::min(grammars.size(), grammar_set::most); ++i) {
        grammar_set const bit = grammar_set::of(i);
        line_signs const& signs = grammars[i].signs;
        for (std::string_view const opening : signs.openings) {
            first_[byte(opening[0])] |= bit;
            second_[byte(opening[1])] |= bit;
            add_edge(openings_[byte(opening[0])], opening.substr(0, size_of_edge(opening)), bit);
        }
        for (std::string_view const ending : signs.endings) {
            before_last_[byte(ending[ending.size() - 2])] |= bit;
            last_[byte(ending.back())] |= bit;
            add_edge(endings_[byte(ending.back())], ending.substr(ending.size() - 2), bit);
        }
        for (std::string_view const text : signs.inner)
            add_inner(text, bit);
    }
}

void start_signs::add_edge(std::vector<edge>& known, std::string_view text, grammar_set const& bit) {
    auto const one = std::find_if(known.begin(), known.end(), [&](edge const& e) { return e.text == text; });
    if (one == known.end()) {
        known.push_back({text, bit});
    } else {
        one->owners |= bit;
    }
}

void start_signs::add_inner(std::string_view whole, grammar_set const& bit) {
    std::string_view const text = whole.substr(0, inner_size);
    auto const end = texts_.begin() + static_cast<std::ptrdiff_t>(inner_count_);
    auto const known = static_cast<std::size_t>(std::find(texts_.begin(), end, text) - texts_.begin());
    if (known == most_inner) {
        always_ |= bit;
        return;
    }
    // a '9' stands for any digit, which no search for a text knows
    if (whole.size() > inner_size && whole.find('9') == std::string_view::npos) {
        longer_[known].push_back({whole, bit});
    } else {
        owners_[known] |= bit;
    }
    if (known < inner_count_) return;
    texts_[inner_count_++] = text;
    for (std::size_t i = 0; i < inner_size; ++i) {
        // behind a short text anything may stand
        unsigned const first = i >= text.size() ? 0 : text[i] == '9' ? '0' : byte(text[i]);
        unsigned const last = i >= text.size() ? 255 : byte(text[i]);
        for (unsigned c = first; c <= last; ++c)
            inner_[c][i] |= std::uint64_t{1} << known;
    }
}

grammar_set start_signs::told_by(std::string_view line) const noexcept {
    std::uint64_t found = 0;
    // texts of which one, two and three bytes stand before the byte that is looked at
    std::uint64_t one = 0;
    std::uint64_t two = 0;
    std::uint64_t three = 0;
    auto const look = [&](char c) {
        auto const& fits = inner_[byte(c)];
        found |= three & fits[3];
        three = two & fits[2];
        two = one & fits[1];
        one = fits[0];
    };
    for (char const c : line)
        look(c);
    // a shorter text may stand at the end, and zeros are part of none
    for (std::size_t i = 1; i < inner_size; ++i)
        look('\0');
    grammar_set told = always_;
    for (; found != 0; found &= found - 1) {
        auto const known = static_cast<std::size_t>(std::countr_zero(found));
        told |= owners_[known];
        for (longer const& next : longer_[known]) {
            if (line.find(next.text) != std::string_view::npos) told |= next.owners;
        }
    }
    return told;
}

}  // namespace task_agent::trace
