#include "got_over.hpp"

#include "task_agent/trace/grammars/words/error_form.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/word_starts.hpp"

#include "said_words.hpp"
#include <algorithm>
#include <array>
#include <string_view>

namespace task_agent::trace {
namespace {

constexpr std::size_t least_behind = 2;  // lines, that its program went on with

class last_lines_said {
public:
    last_lines_said(line_history const& history, std::span<signed_line const> lines) noexcept
        : history_(history), lines_(lines) {}

    std::string_view text(std::size_t index) const noexcept {
        return words_of(history_.back(lines_[index].at, {})->text).text;
    }
    likely_signs signs(std::size_t index) const noexcept { return lines_[index].signs; }
    std::size_t size() const noexcept { return lines_.size(); }

private:
    line_history const& history_;
    std::span<signed_line const> lines_;
};

// What was said when the attempts were over tells, if it does.
bool is_of_an_attempt(last_lines_said const& said, std::size_t index) noexcept {
    if (!has(said.signs(index), line_sign::speaks_of_attempt)) return false;
    for (std::size_t behind = 0; behind < index; ++behind) {
        likely_signs const signs = said.signs(behind);
        if (!has(signs, line_sign::speaks_of_attempt) && likeliness(signs) > least_likely) return true;
    }
    return false;
}

// "3 bags are cut off, put aside". That something was expected, may be
// ignored or was tried is said of reasons, too.
bool says_what_instead(std::string_view line) noexcept {
    constexpr std::array<std::string_view, 6> ambiguous = {"expected", "ignor", "recover",
                                                           "attempt",  "try ",  "retr"};
    bool const says_how = line.find(", using ") != line.npos || line.find(" used instead") != line.npos;
    return says_how || (says_to_go_on(line) && !begins_a_word(line, ambiguous));
}

bool something_else_failed_behind(last_lines_said const& said, std::size_t index) noexcept {
    std::string_view const own = said.text(index);
    for (std::size_t behind = 0; behind < index; ++behind) {
        if (speaks_of_failure(said.signs(behind)) && !is_same_form(said.text(behind), own)) return true;
    }
    return false;
}

// In the same words but for numbers, with other lines between.
bool is_said_again(last_lines_said const& said, std::size_t index) noexcept {
    std::string_view const own = said.text(index);
    bool is_first = true;
    std::size_t others = 0;  // between two of them
    for (std::size_t i = 0; i < said.size(); ++i) {
        if (!is_same_form(said.text(i), own)) {
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

bool was_got_over(line_history const& history, std::span<signed_line const> lines, std::size_t index) {
    last_lines_said const said(history, lines);
    if (is_of_an_attempt(said, index)) return true;
    if (index > 0 && (says_what_instead(said.text(index)) || says_to_carry_on(said.text(index - 1))))
        return true;
    return index >= least_behind && !something_else_failed_behind(said, index) && is_said_again(said, index);
}

}  // namespace task_agent::trace
