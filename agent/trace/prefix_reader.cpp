// The prefix of the line before, tried first.
#include "prefix_pieces.hpp"
#include <algorithm>

namespace task_agent::trace {

using namespace prefix;

namespace {

constexpr unsigned char without_digit(char c) noexcept {
    auto const byte = static_cast<unsigned char>(c);
    return static_cast<unsigned char>(byte - '0') < 10 ? static_cast<unsigned char>('0') : byte;
}

constexpr std::size_t longest_sign = 3;  // behind a word: " - "

// Where what may be a level ends, behind a word and any blanks, with what stands behind it.
std::size_t level_behind(std::string_view line, std::size_t at) noexcept {
    at += run_of(line.substr(at), is_name);
    at += blanks_in(line.substr(std::min(at, line.size())));
    at += run_of(line.substr(std::min(at, line.size())), is_letter);
    return at + longest_sign;
}

}  // namespace

line_pieces prefix_reader::read(std::string_view line) noexcept {
    if (pieces_.count > 0 && is_alike(line)) return pieces_;
    line_pieces const found = find_prefix(line);
    if (found.count > 0) learn(line, found);
    return found;
}

bool prefix_reader::is_alike(std::string_view line) const noexcept {
    if (line.size() < window) return false;
    unsigned char differs = 0;
    for (std::size_t i = 0; i < window; ++i)
        differs |= static_cast<unsigned char>((without_digit(line[i]) ^ form_[i]) & mask_[i]);
    return differs == 0;
}

// Behind the prefix stands a word that was read as text. All that was looked at to say so is learnt with the
// prefix: the word, what could be the name of a program behind a host's, and the sign after each.
void prefix_reader::learn(std::string_view line, line_pieces const& found) noexcept {
    std::size_t const size = found.end();
    if (size >= window || line.size() < window || found.count == line_pieces::most) return;
    if (!is_lower(line[size]) || is_word(line[size - 1])) return;
    // its first digit counts, which no form keeps
    auto const pieces = found.pieces();
    if (std::any_of(pieces.begin(), pieces.end(),
                    [&](prefix_piece const& piece) { return is_whole_epoch(line.substr(piece.begin)); }))
        return;
    prefix_piece const& last = found.piece[found.count - 1];
    if (is_container_stream(line.substr(last.begin))) return;  // a label may follow, which is long
    std::size_t looked = size + run_of(line.substr(size), is_name);
    // behind a name's colon may stand a function and a line
    if (looked >= window || line[looked] == '[' || line[looked] == ':') return;
    if (last.kind == piece_kind::time) looked += 1 + run_of(line.substr(looked + 1), is_name);
    if (looked >= window || line[looked] == '[') return;
    looked += longest_sign;
    // a name, blanks and the level or the bar behind them
    if (last.kind == piece_kind::time) looked = std::max(looked, level_behind(line, size));
    if (looked > window) return;
    pieces_ = found;
    mask_ = {};
    for (std::size_t i = 0; i < looked; ++i) {
        form_[i] = without_digit(line[i]);
        mask_[i] = 0xFF;
    }
}

}  // namespace task_agent::trace
