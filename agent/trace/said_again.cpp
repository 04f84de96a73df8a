#include "task_agent/trace/said_again.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/words/error_form.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::size_t first_words = 2;
constexpr std::size_t least_words = 3;

std::string_view said(std::string_view line) noexcept {
    line.remove_prefix(find_prefix(line).end());
    return is_blank(line) ? std::string_view() : line;
}

std::string_view take_word(std::string_view& text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    std::string_view const word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    return word;
}

}  // namespace

bool is_said_alike(std::string_view a, std::string_view b) noexcept {
    // two errors: a name before all lines of a program is no beginning of a sentence
    bool const are_errors = !error_form(a).empty() && !error_form(b).empty();
    std::size_t count = 0;
    std::size_t alike = 0;
    bool is_start_alike = true;
    for (;;) {
        std::string_view const left = take_word(a);
        std::string_view const right = take_word(b);
        if (left.empty() || right.empty()) {
            bool const is_as_long = left.empty() && right.empty();
            if (count < least_words) return is_as_long && alike == count && count > 0;
            return (is_start_alike && are_errors) || (is_as_long && 2 * alike > count);
        }
        bool const is_alike = left == right || is_same_form(left, right);
        ++count;
        if (is_alike) ++alike;
        if (count <= first_words) is_start_alike = is_start_alike && is_alike;
    }
}

std::size_t times_said(line_history const& own, std::uint64_t number) {
    std::string_view text;
    own.for_each([&](line_history::seen_line line, bool) {
        if (line.number == number) text = said(line.text);
    });
    if (text.empty()) return 0;
    std::size_t count = 0;
    bool is_apart = false;
    std::size_t others = 0;  // behind the last one alike
    own.for_each([&](line_history::seen_line line, bool) {
        std::string_view const other = said(line.text);
        if (other.empty()) return;
        if (!is_said_alike(other, text)) {
            ++others;
            return;
        }
        is_apart = is_apart || (count > 0 && others > 0);
        ++count;
        others = 0;
    });
    return is_apart && others > 0 ? count : 0;
}

}  // namespace task_agent::trace
