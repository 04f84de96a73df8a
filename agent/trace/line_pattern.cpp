#include "task_agent/trace/line_pattern.hpp"

#include "task_agent/base/ascii.hpp"

#include <algorithm>
#include <cstring>

namespace task_agent::trace {
namespace {

// std::string_view::find goes back after a partial match; this does not.
std::size_t position_of(std::string_view piece, std::string_view text) noexcept {
    void const* const found = ::memmem(text.data(), text.size(), piece.data(), piece.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<char const*>(found) - text.data());
}

}  // namespace

std::string folded(std::string_view text) {
    std::string made(text);
    std::ranges::transform(made, made.begin(), lower);
    return made;
}

line_pattern::line_pattern(std::string_view text, bool any_case) : any_case_(any_case) {
    at_start_ = text.starts_with('^');
    if (at_start_) text.remove_prefix(1);
    at_end_ = text.ends_with('$');
    if (at_end_) text.remove_suffix(1);
    read(text);
}

line_pattern line_pattern::whole(std::string_view text, bool any_case) {
    line_pattern made("", any_case);
    made.at_start_ = made.at_end_ = true;
    made.read(text);
    return made;
}

void line_pattern::read(std::string_view text) {
    // a star at an end takes the anchor away
    if (text.starts_with('*')) at_start_ = false;
    if (text.ends_with('*')) at_end_ = false;
    while (!text.empty()) {
        std::size_t const star = text.find('*');
        std::string_view const piece = text.substr(0, star);
        if (!piece.empty()) pieces_.push_back(any_case_ ? folded(piece) : std::string(piece));
        text.remove_prefix(star == std::string_view::npos ? text.size() : star + 1);
    }
}

std::size_t line_pattern::literal_bytes() const noexcept {
    std::size_t sum = 0;
    for (std::string const& piece : pieces_)
        sum += piece.size();
    return sum;
}

bool line_pattern::fits(std::string_view line) const noexcept {
    if (pieces_.empty()) return false;
    std::size_t next = 0;
    std::size_t last = pieces_.size();
    if (at_start_) {
        if (!line.starts_with(pieces_.front())) return false;
        line.remove_prefix(pieces_.front().size());
        next = 1;
        if (at_end_ && pieces_.size() == 1) return line.empty();
    }
    if (at_end_ && next < last) {
        if (!line.ends_with(pieces_.back())) return false;
        line.remove_suffix(pieces_.back().size());
        --last;
    }
    for (; next < last; ++next) {
        std::size_t const at = position_of(pieces_[next], line);
        if (at == std::string_view::npos) return false;
        line.remove_prefix(at + pieces_[next].size());
    }
    return true;
}

}  // namespace task_agent::trace
