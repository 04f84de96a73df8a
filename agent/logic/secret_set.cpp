#include "task_agent/logic/secret_set.hpp"

#include "task_agent/logic/secret_forms.hpp"
#include "task_agent/logic/secret_names.hpp"

#include <algorithm>
#include <utility>

namespace task_agent {
namespace {

constexpr std::size_t shortest_line = 8;
constexpr std::string_view blanks = " \t\r\n";

std::size_t byte_at(std::string_view text, std::size_t at) noexcept {
    return static_cast<unsigned char>(text[at]);
}

std::size_t first_two(std::string_view text, std::size_t at) noexcept {
    return byte_at(text, at) << 8 | byte_at(text, at + 1);
}

// Without the newline that a file ends with: the program that reads it hardly prints it.
std::string_view trimmed(std::string_view value) noexcept {
    auto const first = value.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return value.substr(first, value.find_last_not_of(blanks) - first + 1);
}

void add_forms(std::vector<std::string>& patterns, std::string_view value) {
    for (auto& form : forms_of_secret(value)) {
        // with its control characters taken out it may be too short to tell from other words
        if (form == value || is_maskable(form)) patterns.push_back(std::move(form));
    }
}

void add_lines(std::vector<std::string>& patterns, std::string_view value) {
    if (value.find('\n') == std::string_view::npos) return;
    while (!value.empty()) {
        auto const end = value.find('\n');
        auto const line = trimmed(value.substr(0, end));
        if (line.size() >= shortest_line) add_forms(patterns, line);
        value.remove_prefix(end == std::string_view::npos ? value.size() : end + 1);
    }
}

}  // namespace

secret_set::secret_set(std::span<std::string const> values) {
    for (std::string_view const whole : values) {
        auto const value = trimmed(whole);
        if (!is_maskable(value)) continue;
        add_forms(patterns_, value);
        add_lines(patterns_, value);
    }
    std::sort(patterns_.begin(), patterns_.end());
    patterns_.erase(std::unique(patterns_.begin(), patterns_.end()), patterns_.end());
    for (auto const& pattern : patterns_) {
        starts_[byte_at(pattern, 0)] = true;
        starts_of_two_.set(first_two(pattern, 0));
    }
}

secret_set::match secret_set::at(std::string_view text) const noexcept {
    match found;
    auto const less_at_two = [](std::string_view a, std::string_view b) {
        return a.substr(0, 2) < b.substr(0, 2);
    };
    auto const start = text.substr(0, 2);
    // of a single byte all that begin with it are looked at
    auto const [first, last] = start.size() == 2
                                   ? std::equal_range(patterns_.begin(), patterns_.end(), start, less_at_two)
                                   : std::pair(patterns_.begin(), patterns_.end());
    for (auto it = first; it != last; ++it) {
        if (text.starts_with(*it)) {
            found.length = std::max(found.length, it->size());
        } else if (it->starts_with(text)) {
            found.may_go_on = true;
        }
    }
    return found;
}

std::size_t secret_set::candidate(std::string_view text, std::size_t from) const noexcept {
    if (text.empty()) return 0;
    std::size_t const last = text.size() - 1;
    for (std::size_t i = from; i < last; ++i) {
        if (starts_[byte_at(text, i)] && starts_of_two_.test(first_two(text, i))) return i;
    }
    return from <= last && starts_[byte_at(text, last)] ? last : text.size();
}

std::vector<std::string> secrets_in(std::span<std::string const> environment) {
    std::vector<std::string> values;
    for (std::string_view const entry : environment) {
        auto const end = entry.find('=');
        if (end == std::string_view::npos || !is_secret_name(entry.substr(0, end))) continue;
        values.emplace_back(entry.substr(end + 1));
    }
    return values;
}

}  // namespace task_agent
