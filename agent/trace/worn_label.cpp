#include "task_agent/trace/worn_label.hpp"

#include <algorithm>

namespace task_agent::trace {
namespace {

constexpr std::size_t wearers =
    2;  // lines directly before, if there are so many, each with a label of the same form
constexpr std::size_t longest_look = 48;  // lines in which the same label stands once more

std::string_view label_of(std::string_view line) noexcept {
    if (line.empty() || !may_begin_prefix(static_cast<unsigned char>(line.front()))) return {};
    line_pieces const found = find_prefix(line);
    if (found.count == 0 || !is_label(found.piece[0], line)) return {};
    return line.substr(0, found.piece[0].end);
}

// Without the number, which differs between processes.
std::string_view stem_of(std::string_view label) noexcept {
    label = label.substr(0, label.find(':'));
    return label.substr(0, label.find_last_not_of("0123456789") + 1);  // npos + 1 = 0
}

}  // namespace

bool is_label(prefix_piece const& piece, std::string_view line) noexcept {
    if (piece.kind != piece_kind::tag || piece.begin != 0) return false;
    std::string_view const text = line.substr(0, piece.end);
    std::size_t const colon = text.find(':');
    if (colon == 0 || colon == std::string_view::npos || text.find_last_not_of(' ') != colon) return false;
    char const before = text[colon - 1];
    return text[0] != '[' && text[0] != '(' && before >= '0' && before <= '9';
}

bool is_worn(std::string_view label, line_history const& history, std::size_t back) noexcept {
    bool is_repeated = false;
    for (std::size_t n = 1; n <= longest_look; ++n) {
        auto const line = history.any_back(back + n);
        if (!line) break;
        std::string_view const other = label_of(line->text);
        bool const is_alike = !other.empty() && stem_of(other) == stem_of(label);
        if (n <= wearers && !is_alike) return false;
        is_repeated = is_repeated || (is_alike && other == label);
        if (is_repeated && n >= wearers) break;
    }
    return is_repeated;
}

}  // namespace task_agent::trace
