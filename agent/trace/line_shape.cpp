#include "task_agent/trace/line_shape.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/handling_words.hpp"
#include "task_agent/trace/line_prefix.hpp"
#include "task_agent/trace/prefix.hpp"
#include "task_agent/trace/record_head.hpp"

#include <algorithm>
#include <utility>

namespace task_agent::trace {
namespace {

constexpr std::size_t least_letters = 4;
constexpr std::uint32_t fnv_start = 2166136261u;
constexpr std::uint32_t fnv_prime = 16777619u;

// What is said behind the prefix, where that wears the tags.
std::uint32_t shape_behind(std::string_view line, std::string_view tags) {
    std::size_t const end = find_prefix(line).end();
    bool const is_worn = line_prefix(line.substr(0, end)).tags() == tags;
    return is_worn ? shape_of(line.substr(end)) : 0;
}

template <class Counts>
std::uint64_t count_if_behind(line_history const& history, std::uint64_t number, std::string_view tags,
                              Counts counts) {
    std::uint64_t count = 0;
    history.for_each([&](line_history::seen_line line, bool is_taken) {
        if (is_taken || line.number <= number || tidies_up(line.text)) return;
        std::uint32_t const shape = shape_behind(line.text, tags);
        if (shape != 0 && counts(shape)) ++count;
    });
    return count;
}

}  // namespace

std::uint32_t shape_of(std::string_view line) noexcept {
    if (heads_record(line)) return 0;
    std::uint32_t hash = fnv_start;
    std::size_t letters = 0;
    bool has_blank = false;
    bool in_number = false;
    for (char const c : line) {
        bool const is_of_number = is_digit(c) || (in_number && (c == '.' || c == ','));
        if (!is_of_number || !in_number) {
            hash ^= static_cast<unsigned char>(is_of_number ? '0' : c);
            hash *= fnv_prime;
        }
        in_number = is_of_number;
        if (is_letter(c)) ++letters;
        has_blank = has_blank || c == ' ';
    }
    return letters < least_letters || !has_blank ? 0 : hash;
}

void line_shapes::note_before(line_history const& history, std::size_t n, std::string_view tags) {
    for (std::size_t i = 0; i < most; ++i) {
        auto const line = history.any_back(n + i);
        if (!line) break;
        shapes_[i] = shape_behind(line->text, tags);
    }
}

std::uint64_t line_shapes::count_behind(line_history const& history, std::uint64_t number,
                                        std::string_view tags) const {
    return count_if_behind(history, number, tags, [this](std::uint32_t shape) {
        return std::find(shapes_.begin(), shapes_.end(), shape) != shapes_.end();
    });
}

std::uint64_t count_regular_behind(line_history const& history, std::uint64_t number, std::string_view tags) {
    std::uint32_t last = 0;
    return count_if_behind(history, number, tags,
                           [&](std::uint32_t shape) { return std::exchange(last, shape) == shape; });
}

}  // namespace task_agent::trace
