#include "cause_place.hpp"

#include <algorithm>

namespace task_agent {
namespace {

constexpr std::size_t most_between = 40;  // lines between a cause line and the frames below it

std::string_view without_blanks(std::string_view line) noexcept {
    return line.substr(std::min(line.find_first_not_of(" \t\r\n|"), line.size()));
}

bool tells_cause(stack_piece const& piece) noexcept {
    if (piece.is_frame) return false;
    // the causes of what was suppressed stand below a margin
    if (piece.text.starts_with("Caused by: ")) return true;
    std::string_view const text = without_blanks(piece.text);
    return text.starts_with("---> ") || text.starts_with("[cause]: ");
}

// Behind it the frames are another stack's.
bool begins_other_stack(stack_piece const& piece) noexcept {
    if (piece.is_frame) return false;
    std::string_view const text = without_blanks(piece.text);
    bool const is_python = text.find("Traceback (most recent call last):") != std::string_view::npos;
    return text.empty() || is_python || text.starts_with("Caused by: ") || text.starts_with("Suppressed: ") ||
           text.starts_with("--- End of inner exception stack trace");
}

}  // namespace

std::size_t cause_in(std::vector<stack_piece> const& pieces, std::string_view sought) noexcept {
    if (sought.empty()) return pieces.size();
    for (std::size_t i = pieces.size(); i-- > 0;) {
        if (!pieces[i].is_frame && pieces[i].text.find(sought) != std::string_view::npos) return i;
    }
    return pieces.size();
}

both_ways frames_around(std::vector<stack_piece> const& pieces, std::size_t cause) {
    both_ways found;
    for (std::size_t i = std::min(cause, pieces.size()); i-- > 0;) {
        if (pieces[i].is_frame) found.above.push_back(i);
    }
    for (std::size_t i = cause; i < pieces.size(); ++i) {
        if (pieces[i].is_frame) found.below.push_back(i);
    }
    return found;
}

frames_of_cause frames_next_to(std::vector<stack_piece> const& pieces, std::size_t cause) {
    frames_of_cause found{cause, {}, true};
    auto const around = frames_around(pieces, cause);
    bool const is_directly_above = !around.above.empty() && around.above.front() + 1 == cause;
    bool const are_below = !around.below.empty() && around.below.front() - cause <= most_between;
    found.are_above = is_directly_above || !are_below;
    auto const& frames = found.are_above ? around.above : around.below;
    if (!found.are_above) {
        // it was printed without its own
        auto const from = pieces.begin() + static_cast<std::ptrdiff_t>(cause) + 1;
        auto const to = pieces.begin() + static_cast<std::ptrdiff_t>(frames.front());
        if (from < to && std::any_of(from, to, tells_cause)) return found;
    }
    // a message may hold blank lines: the end of a stack is looked for from its first frame on
    for (std::size_t const i : frames) {
        std::size_t const last = found.frames.empty() ? i : found.frames.back();
        auto const from = pieces.begin() + static_cast<std::ptrdiff_t>(std::min(i, last));
        auto const to = pieces.begin() + static_cast<std::ptrdiff_t>(std::max(i, last));
        if (std::any_of(from, to, begins_other_stack)) break;
        found.frames.push_back(i);
    }
    return found;
}

std::vector<std::size_t> causes_below(std::vector<stack_piece> const& pieces, std::size_t cause) {
    std::vector<std::size_t> found;
    for (std::size_t i = cause + 1; i < pieces.size(); ++i) {
        if (tells_cause(pieces[i])) found.push_back(i);
    }
    return found;
}

}  // namespace task_agent
