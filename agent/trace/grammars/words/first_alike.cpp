#include "first_alike.hpp"

#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/grammars/words/error_form.hpp"

#include "said_words.hpp"
#include <algorithm>
#include <string_view>

namespace task_agent::trace {
namespace {

constexpr std::size_t most_between = 8;    // lines, of two in one form
constexpr std::size_t most_strangers = 1;  // lines, of two that are equally likely

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

}  // namespace

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

}  // namespace task_agent::trace
