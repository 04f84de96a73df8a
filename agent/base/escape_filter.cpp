#include "task_agent/base/escape_filter.hpp"

#include <algorithm>
#include <cstdint>

namespace task_agent {
namespace {

constexpr char escape = '\x1B';
constexpr char bell = '\x07';

constexpr bool is_between(char c, char low, char high) noexcept {
    return c >= low && c <= high;
}

constexpr std::uint8_t byte_of(char c) noexcept {
    return static_cast<std::uint8_t>(c);
}

constexpr bool is_control(std::uint8_t c) noexcept {
    return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7F;
}

constexpr bool is_continuation(std::uint8_t c) noexcept {
    return (c & 0xC0U) == 0x80U;
}

// Begins a character of which some have to go: U+0080 to U+00BF, U+2000 to U+2FFF.
constexpr bool is_lead(std::uint8_t c) noexcept {
    return c == 0xC2 || c == 0xE2;
}

constexpr bool is_special(char c) noexcept {
    return is_control(byte_of(c)) || is_lead(byte_of(c));
}

// No early way out, so that the compiler can look at many bytes at once.
bool is_plain(std::string_view piece) noexcept {
    unsigned found = 0;
    for (char const c : piece)
        found |= static_cast<unsigned>(is_special(c));
    return found == 0;
}

// Bytes at the end that may become a character that has to go.
std::size_t begun_at_end(std::string_view text) noexcept {
    if (text.empty()) return 0;
    if (is_lead(byte_of(text.back()))) return 1;
    bool const is_second = text.ends_with("\xE2\x80") || text.ends_with("\xE2\x81");
    return is_second ? 2 : 0;
}

// The length of a character that has to go, at the end of the text.
std::size_t unwanted_at_end(std::string_view text) noexcept {
    std::uint8_t const last = byte_of(text.back());
    std::string_view const before = text.substr(0, text.size() - 1);
    if (before.ends_with('\xC2') && last >= 0x80 && last <= 0x9F) return 2;
    if (before.ends_with("\xE2\x80") && last >= 0xAA && last <= 0xAE) return 3;
    if (before.ends_with("\xE2\x81") && last >= 0xA6 && last <= 0xA9) return 3;
    return 0;
}

}  // namespace

std::string_view escape_filter::feed(std::string_view piece) {
    bool const is_between_characters = at_ == place::text && begun_.empty() && !after_unwanted_;
    if (is_between_characters && !drops_returns_ && is_plain(piece)) return piece;
    text_.swap(begun_);
    begun_.clear();
    for (std::size_t i = 0; i < piece.size();) {
        if (at_ != place::text || after_unwanted_ || begun_at_end(text_) > 0) {
            take(piece[i++]);
            continue;
        }
        auto const from = piece.begin() + static_cast<std::ptrdiff_t>(i);
        auto const stop =
            std::find_if(from, piece.end(), [this](char c) { return is_special(c) || drops(c); });
        text_.append(from, stop);
        i = static_cast<std::size_t>(stop - piece.begin());
        if (i < piece.size()) take(piece[i++]);
    }
    std::size_t const begun = begun_at_end(text_);
    begun_ = text_.substr(text_.size() - begun);
    text_.resize(text_.size() - begun);
    return text_;
}

std::string_view escape_filter::flush() {
    at_ = place::text;
    text_.swap(begun_);
    begun_.clear();
    return text_;
}

bool escape_filter::drops(char c) const noexcept {
    return is_control(byte_of(c)) || (drops_returns_ && c == '\r');
}

void escape_filter::take(char c) {
    switch (at_) {
        case place::text:
            return take_in_text(c);
        case place::escape:
            if (c == '[') {
                at_ = place::control;
            } else if (c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_') {
                at_ = place::string;
            } else if (is_between(c, 0x20, 0x2F)) {
                at_ = place::intermediate;
            } else {
                at_ = place::text;
                if (!is_between(c, 0x30, 0x7E)) take_in_text(c);
            }
            return;
        case place::intermediate:
            if (is_between(c, 0x20, 0x2F)) return;
            at_ = place::text;
            if (!is_between(c, 0x30, 0x7E)) take_in_text(c);
            return;
        case place::control:
            if (is_between(c, 0x20, 0x3F)) return;
            at_ = place::text;
            if (!is_between(c, 0x40, 0x7E)) take_in_text(c);
            return;
        case place::string:
            // one that is never ended would swallow the rest of the log
            if (c == '\n') {
                at_ = place::text;
                take_in_text(c);
            } else if (c == bell) {  // as xterm ends them
                at_ = place::text;
            } else if (c == escape) {
                at_ = place::string_escape;
            }
            return;
        case place::string_escape:
            at_ = place::text;
            if (c == '\\') return;
            at_ = place::escape;
            return take(c);
    }
}

void escape_filter::take_in_text(char c) {
    if (c == escape) {
        at_ = place::escape;
        return;
    }
    if (drops(c) || (after_unwanted_ && is_continuation(byte_of(c)))) return;
    text_ += c;
    // looked for in what is left, since bytes that were taken out may have stood inside of one
    std::size_t const unwanted = unwanted_at_end(text_);
    text_.resize(text_.size() - unwanted);
    // what is left before it may be a begun character too
    after_unwanted_ = unwanted > 0;
}

}  // namespace task_agent
