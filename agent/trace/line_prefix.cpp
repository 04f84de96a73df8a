#include "task_agent/trace/line_prefix.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/prefix.hpp"

#include <algorithm>
#include <charconv>

namespace task_agent::trace {
namespace {

std::optional<int> leading_number(std::string_view text) noexcept {
    int number = 0;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    return ec == std::errc() && number >= 0 && end != text.data() ? std::optional<int>(number) : std::nullopt;
}

// What stands behind the word, without the signs between a name and its value.
std::optional<int> number_after(std::string_view text, std::string_view word) noexcept {
    std::size_t const at = text.find(word);
    if (at == std::string_view::npos || (at > 0 && is_letter(text[at - 1]))) return std::nullopt;
    text.remove_prefix(at + word.size());
    if (std::size_t const value = text.find_first_not_of(" :=#"); value != std::string_view::npos) {
        text.remove_prefix(value);
    }
    return !text.empty() && is_digit(text.front()) ? leading_number(text) : std::nullopt;
}

// Of launchers that number their processes: mpirun's "[1,3]<stderr>:", horovodrun's "[3]<stderr>:",
// torchrun's
// "[default3]:", srun's "3: ".
std::optional<int> rank_of_tag(std::string_view tag) noexcept {
    if (tag.starts_with('[') && tag.find(">:") != std::string_view::npos) {
        std::size_t const comma = tag.substr(0, tag.find(']')).find(',');
        return leading_number(tag.substr(comma == std::string_view::npos ? 1 : comma + 1));
    }
    constexpr std::string_view torchrun = "[default";
    if (tag.starts_with(torchrun)) return leading_number(tag.substr(torchrun.size()));
    bool const is_number = is_digit(tag.front()) && tag.find_first_not_of("0123456789") == tag.find(": ");
    return is_number ? leading_number(tag) : std::nullopt;
}

// "[9706] "
bool is_number_in_brackets(std::string_view text) noexcept {
    std::size_t const close = text.find(']');
    return text.starts_with('[') && close != std::string_view::npos && close > 1 &&
           text.substr(1, close - 1).find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::optional<int> line_prefix::rank() const noexcept {
    std::string_view const text = text_;
    for (std::string_view const word : {"rank", "Rank", "RANK"}) {
        if (auto const number = number_after(text, word)) return number;
    }
    line_pieces const found = find_prefix(text);
    for (prefix_piece const& piece : found.pieces()) {
        if (piece.kind != piece_kind::tag) continue;
        if (auto const number = rank_of_tag(text.substr(piece.begin, piece.end - piece.begin))) return number;
    }
    return std::nullopt;
}

std::optional<int> line_prefix::task_number() const noexcept {
    std::string_view text = text_;
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    std::size_t const digits = std::min(text.find_first_not_of("0123456789"), text.size());
    return text.substr(digits) == ": " ? leading_number(text) : std::nullopt;
}

std::optional<line_prefix> line_prefix::part_of(std::string_view line) const {
    line_pieces const found = find_prefix(text_);
    auto const pieces = found.pieces();
    bool is_without_tag = false;
    for (std::size_t i = pieces.size(); i-- > 0;) {
        if (pieces[i].end < text_.size()) {
            line_prefix part(std::string_view(text_).substr(0, pieces[i].end));
            auto const rest = part.peel(line);
            if (rest && !(is_without_tag && wears_tag(*rest))) return part;
        }
        if (pieces[i].kind != piece_kind::tag) continue;
        // without its tag a line may be anybody's, but a record's own number of its process stands on no
        // other
        bool const is_behind_time = i > 0 && pieces[i - 1].kind == piece_kind::time;
        if (!is_behind_time || !is_number_in_brackets(std::string_view(text_).substr(pieces[i].begin))) break;
        is_without_tag = true;
    }
    return std::nullopt;
}

line_prefix::line_prefix(std::string_view text) : text_(text) {
    segment open;
    for (std::size_t i = 0; i < text.size();) {
        // "1:23:45" inside a longer number is no time
        bool const is_start = i == 0 || !is_digit(text[i - 1]);
        std::size_t const n = is_start ? time_length(text.substr(i)) : 0;
        if (n == 0) {
            open.literal += text[i++];
            continue;
        }
        open.has_time = true;
        segments_.push_back(std::move(open));
        open = segment();
        i += n;
    }
    segments_.push_back(std::move(open));
    line_pieces const found = find_prefix(text);
    for (prefix_piece const& piece : found.pieces()) {
        if (piece.kind == piece_kind::tag) tags_ += text.substr(piece.begin, piece.end - piece.begin);
    }
    // what nobody knows may be the name of a process
    if (found.end() < text.size() && text.find_first_not_of(" \t", found.end()) != std::string_view::npos)
        tags_ += text.substr(found.end());
}

std::optional<std::size_t> line_prefix::covered(std::string_view line, bool without_blanks) const noexcept {
    std::size_t at = 0;
    for (segment const& s : segments_) {
        std::string_view literal = s.literal;
        if (without_blanks && &s == &segments_.back())
            literal = literal.substr(0, literal.find_last_not_of(" \t") + 1);
        if (!line.substr(at).starts_with(literal)) return std::nullopt;
        at += literal.size();
        if (!s.has_time) continue;
        std::size_t const n = time_length(line.substr(at));
        if (n == 0) return std::nullopt;
        at += n;
    }
    return at;
}

std::optional<std::string_view> line_prefix::peel(std::string_view line) const noexcept {
    if (text_.empty() || line.empty()) return line;
    if (auto const at = covered(line, false)) return line.substr(*at);
    if (auto const at = covered(line, true);
        at && line.find_first_not_of(" \t", *at) == std::string_view::npos) {
        return std::string_view();
    }
    return std::nullopt;
}

}  // namespace task_agent::trace
