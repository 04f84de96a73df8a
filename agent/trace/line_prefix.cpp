#include "task_agent/trace/line_prefix.hpp"

#include <cstring>

namespace task_agent::trace {
namespace {

constexpr bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

constexpr bool is_of_time(char c) noexcept {
    return is_digit(c) || c == ':' || c == '.' || c == ',' || c == '-' || c == '/' || c == 'T' || c == 'Z' ||
           c == ' ' || c == '+';
}

// "12:34" somewhere: what tells a time of day from a rank, a port or a line number.
bool has_clock(std::string_view run) noexcept {
    for (std::size_t i = 2; i + 2 < run.size(); ++i) {
        if (run[i] == ':' && is_digit(run[i - 2]) && is_digit(run[i - 1]) && is_digit(run[i + 1]) &&
            is_digit(run[i + 2]))
            return true;
    }
    return false;
}

}  // namespace

line_prefix::line_prefix(std::string_view text) : text_(text), may_differ_(text.size(), 0) {
    for (std::size_t i = 0; i < text_.size();) {
        std::size_t stop = i;
        while (stop < text_.size() && is_of_time(text_[stop]))
            ++stop;
        if (has_clock(text.substr(i, stop - i))) {
            for (std::size_t k = i; k < stop; ++k)
                may_differ_[k] = is_digit(text_[k]) ? 1 : 0;
        }
        i = stop + 1;
    }
    solid_ = text_.find_last_not_of(" \t");
    solid_ = solid_ == std::string::npos ? 0 : solid_ + 1;
}

bool line_prefix::matches(std::string_view line, std::size_t size) const noexcept {
    for (std::size_t i = 0; i < size; ++i) {
        if (line[i] != text_[i] && !(may_differ_[i] != 0 && is_digit(line[i]))) return false;
    }
    return true;
}

std::optional<std::string_view> line_prefix::peel(std::string_view line) const noexcept {
    if (text_.empty()) return line;
    if (line.size() >= text_.size() && matches(line, text_.size())) return line.substr(text_.size());
    if (line.size() >= solid_ && line.find_last_not_of(" \t") + 1 == solid_ && matches(line, solid_)) {
        return std::string_view();
    }
    if (line.empty()) return line;
    return std::nullopt;
}

}  // namespace task_agent::trace
