#include "text_columns.hpp"

#include "task_agent/trace/worn_label.hpp"

#include <optional>

namespace task_agent::trace {
namespace {

// The tags of launchers stand before every line; without a blank they read like a part of a path. A bare
// number ("1: f(x)") or brackets of another kind ("[FATAL x.cpp:3]") may be text.
bool is_surely_tag(prefix_piece const& piece, std::string_view line) noexcept {
    if (piece.kind != piece_kind::tag) return false;
    std::string_view const text = line.substr(piece.begin, piece.end - piece.begin);
    char const c = text.front();
    if (c == '[') {
        return text.ends_with(">:") || text.starts_with("[rank") || text.starts_with("[Rank") ||
               text.starts_with("[RANK") || text.starts_with("[default");
    }
    // "ld3: x" may be a program's own word, "host app[12]: " and "stderr F " are none
    if (text.find("]:") != std::string_view::npos || text.starts_with("std")) return piece.begin > 0;
    return c == '(' || c == '#' || text.find('|') != std::string_view::npos || text.starts_with("rank") ||
           text.starts_with("Rank") || text.starts_with("RANK");
}

// A time is never text, but for glog's heads, which begin with the letter of a level.
bool is_surely_time(prefix_piece const& piece, std::string_view line) noexcept {
    if (piece.kind != piece_kind::time) return false;
    bool const is_head = line[piece.begin] >= 'A' && line[piece.begin] <= 'Z' &&
                         piece.begin + 1u < line.size() && line[piece.begin + 1] >= '0' &&
                         line[piece.begin + 1] <= '9';
    return !is_head;
}

// Behind a tag in brackets or Python's "ERROR:root:" nobody can tell whether the first of several blanks is
// the text's: "[worker0]:    at f" is indented as in "[worker0]:x". Where the text begins then.
std::optional<std::size_t> column_before_blank(prefix_piece const& piece, std::string_view line) noexcept {
    bool const is_in_brackets =
        piece.kind == piece_kind::tag && line[piece.begin] == '[' && !is_surely_tag(piece, line);
    bool const is_glued_name =
        piece.kind == piece_kind::name && piece.begin > 0 && line[piece.begin - 1] == ':';
    if (!is_in_brackets && !is_glued_name) return std::nullopt;
    bool const has_blanks = line.substr(piece.end).starts_with(' ') && line[piece.end - 1] == ' ';
    return has_blanks && line[piece.end - 2] == ':' ? std::optional(piece.end - 1u) : std::nullopt;
}

}  // namespace

text_columns::text_columns(std::string_view line, line_history const& before) noexcept {
    if (line.empty() || !may_begin_prefix(static_cast<unsigned char>(line.front()))) return;
    line_pieces const found = find_prefix(line);
    for (prefix_piece const& piece : found.pieces()) {
        bool const is_no_text = is_surely_tag(piece, line) || is_surely_time(piece, line) ||
                                (is_label(piece, line) && is_worn(line.substr(0, piece.end), before));
        if (is_no_text) count_ = 0;
        at_[count_++] = piece.end;
        if (auto const other = column_before_blank(piece, line)) at_[count_++] = *other;
    }
}

}  // namespace task_agent::trace
