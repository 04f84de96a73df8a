#include "task_agent/trace/tally.hpp"

#include "task_agent/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace task_agent::trace {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_tally = 200;

// "loaded", "written", "kept".
bool is_done(std::string_view word) noexcept {
    constexpr std::size_t least = 5;
    constexpr std::array others = {"written"sv, "kept"sv, "sent"sv,   "built"sv, "taken"sv,
                                   "put"sv,     "left"sv, "mended"sv, "drawn"sv, "held"sv};
    bool const is_word = !word.empty() && std::all_of(word.begin(), word.end(), is_lower);
    return is_word && ((word.size() >= least && word.ends_with("ed")) ||
                       std::find(others.begin(), others.end(), word) != others.end());
}

std::string_view without_marks(std::string_view word) noexcept {
    while (word.ends_with(',') || word.ends_with('.') || word.ends_with(';'))
        word.remove_suffix(1);
    return word;
}

}  // namespace

bool counts_what_was_done(std::string_view line) noexcept {
    if (line.size() > longest_tally) return false;
    std::string_view before;  // the word
    bool is_counted = false;  // a number and what it counts stand before
    bool is_number_before = false;
    while (!line.empty()) {
        std::size_t const end = std::min(line.find(' '), line.size());
        std::string_view const word = without_marks(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
        if (word.empty()) continue;
        if (is_counted && is_done(word)) return true;
        // "imported 40 parts"
        if (is_number_before && is_lower(word[0]) && is_done(before)) return true;
        is_counted = is_counted || (is_number_before && is_lower(word[0]));
        if (is_number(word)) {
            is_number_before = true;
        } else {
            is_number_before = false;
            before = word;
        }
    }
    return false;
}

}  // namespace task_agent::trace
