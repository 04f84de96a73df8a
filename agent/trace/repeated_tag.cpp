#include "repeated_tag.hpp"

#include "task_agent/trace/line_prefix.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>
#include <utility>

namespace task_agent::trace {

bool take_out_repeated_tags(std::string_view line, std::string& buffer) {
    constexpr std::size_t size = 9;
    std::size_t const first = line.substr(0, line_prefix::longest).find("<std");
    if (first == std::string_view::npos) return false;
    std::string_view const stream = line.substr(first, size);
    if (stream != "<stderr>:" && stream != "<stdout>:") return false;
    if (line.find(stream, first + size) == std::string_view::npos) return false;
    std::string_view const tag = line.substr(0, first + size);
    line_pieces const found = find_prefix(line);
    auto const pieces = found.pieces();
    bool const is_prefix = std::any_of(pieces.begin(), pieces.end(), [&](prefix_piece const& piece) {
        return piece.end == tag.size() || (piece.end == tag.size() + 1 && line[tag.size()] == ' ');
    });
    if (!is_prefix) return false;
    line_prefix const worn(tag);
    std::string text(tag);
    line.remove_prefix(tag.size());
    bool is_repeated = false;
    for (std::size_t at = line.find(stream); at != std::string_view::npos; at = line.find(stream)) {
        std::size_t const end = at + size;
        std::size_t const begin = end - std::min(tag.size(), end);
        bool const is_same = worn.peel(line.substr(begin, end - begin)) == std::string_view();
        text += line.substr(0, is_same ? begin : end);
        line.remove_prefix(end);
        is_repeated = is_repeated || is_same;
    }
    if (!is_repeated) return false;
    text += line;
    buffer = std::move(text);
    return true;
}

}  // namespace task_agent::trace
