#include "task_agent/trace/start_signs.hpp"

#include <algorithm>
#include <bit>

namespace task_agent::trace {

start_signs::start_signs(std::span<grammar_entry const> grammars) noexcept {
    for (std::size_t i = 0; i < std::min(grammars.size(), most_grammars); ++i) {
        grammar_set const bit = grammar_set{1} << i;
        line_signs const& signs = grammars[i].signs;
        for (std::string_view const opening : signs.openings) {
            first_[byte(opening[0])] |= bit;
            second_[byte(opening[1])] |= bit;
        }
        for (std::string_view const ending : signs.endings) {
            before_last_[byte(ending[ending.size() - 2])] |= bit;
            last_[byte(ending.back())] |= bit;
        }
        for (std::string_view const text : signs.inner)
            add_inner(text.substr(0, inner_size), bit);
    }
}

void start_signs::add_inner(std::string_view text, grammar_set bit) noexcept {
    auto const end = texts_.begin() + static_cast<std::ptrdiff_t>(inner_count_);
    auto const known = static_cast<std::size_t>(std::find(texts_.begin(), end, text) - texts_.begin());
    if (known == most_inner) {
        always_ |= bit;
        return;
    }
    owners_[known] |= bit;
    if (known < inner_count_) return;
    texts_[inner_count_++] = text;
    for (std::size_t i = 0; i < inner_size; ++i) {
        for (unsigned c = 0; c < 256; ++c) {
            bool const is_digit = c >= '0' && c <= '9';
            bool const fits = i >= text.size() || byte(text[i]) == c || (text[i] == '9' && is_digit);
            if (fits) inner_[i][c] |= std::uint64_t{1} << known;
        }
    }
}

start_signs::grammar_set start_signs::told_by(std::string_view line) const noexcept {
    std::uint64_t found = 0;
    auto const look = [&](char const* p) {
        found |=
            inner_[0][byte(p[0])] & inner_[1][byte(p[1])] & inner_[2][byte(p[2])] & inner_[3][byte(p[3])];
    };
    std::size_t i = 0;
    for (; i + inner_size <= line.size(); ++i)
        look(line.data() + i);
    // texts are of two bytes or more: zeros behind the end are part of none
    std::array<char, 2 * inner_size> rest{};
    std::copy(line.begin() + static_cast<std::ptrdiff_t>(i), line.end(), rest.begin());
    for (std::size_t n = 0; i + n + 1 < line.size(); ++n)
        look(rest.data() + n);
    grammar_set told = always_;
    for (; found != 0; found &= found - 1)
        told |= owners_[static_cast<std::size_t>(std::countr_zero(found))];
    return told;
}

}  // namespace task_agent::trace
