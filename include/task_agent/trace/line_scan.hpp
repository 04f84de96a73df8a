// Signs inside a line that no table of first and last bytes can tell, in one pass that compilers turn into
// vector code: no branch, no call, the same work for every line.
#pragma once

#include "task_agent/trace/short_copy.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace task_agent::trace {

struct inner_signs {
    bool anchor = false;  // see line_signs::inner
    bool escape = false;  // a terminal's escape sequence
};

namespace scan {

inline constexpr std::size_t block = 16;
inline constexpr std::size_t ahead = 3;  // bytes that a sign reaches beyond its first

struct found_bytes {
    std::uint8_t anchor = 0;
    std::uint8_t escape = 0;
};

// The signs that begin in `count` bytes; `ahead` more can be read.
inline void look(unsigned char const* p, std::size_t count, found_bytes& found) noexcept {
    std::uint8_t anchor = 0;
    std::uint8_t escape = 0;
    for (std::size_t i = 0; i < count; ++i) {
        std::uint8_t const a = p[i] | 0x20;
        std::uint8_t const b = p[i + 1] | 0x20;
        std::uint8_t const c = p[i + 2] | 0x20;
        std::uint8_t const d = p[i + 3];
        bool const error = (a == 'r') & (b == 'r') & (c == 'o');
        bool const assertion = (a == 's') & (b == 's') & (c == 'e') & ((d | 0x20) == 'r');
        bool const number = static_cast<std::uint8_t>(d - '0') < 10;
        bool const line_number = (a == 'n') & (b == 'e') & (c == ' ') & number;
        // "t f" and "k f": not found, check failed
        bool const not_found = ((a == 't') | (a == 'k')) & (b == ' ') & (c == 'f');
        bool const script = (a == 's') & (b == 'h') & (c == ':') & (d == ' ');
        anchor |= static_cast<std::uint8_t>(error | assertion | line_number | not_found | script);
        escape |= static_cast<std::uint8_t>(p[i] == 0x1B);
    }
    found.anchor |= anchor;
    found.escape |= escape;
}

}  // namespace scan

[[nodiscard]] inline inner_signs scan_line(std::string_view line) noexcept {
    auto const* const p = reinterpret_cast<unsigned char const*>(line.data());
    std::size_t const n = line.size();
    if (n <= scan::ahead) return {false, line.find('\x1B') != std::string_view::npos};
    scan::found_bytes found;
    std::size_t const starts = n - scan::ahead;
    if (starts < scan::block) {
        // zeros are no sign, and behind them the last bytes need no look of their own
        std::array<char, scan::block + 2 * scan::ahead> padded{};
        copy_short(padded.data(), line.data(), n);
        scan::look(reinterpret_cast<unsigned char const*>(padded.data()), scan::block, found);
        bool const escape_at_end = p[n - 1] == 0x1B || p[n - 2] == 0x1B || p[n - 3] == 0x1B;
        return {found.anchor != 0, found.escape != 0 || escape_at_end};
    } else {
        // whole blocks only, the last one over the end of the one before: no slow rest
        std::size_t i = 0;
        for (; i + scan::block <= starts; i += scan::block)
            scan::look(p + i, scan::block, found);
        if (i < starts) scan::look(p + starts - scan::block, scan::block, found);
    }
    auto const folded = [&](std::size_t i) { return p[i] | 0x20; };
    bool const error = folded(n - 3) == 'r' && folded(n - 2) == 'r' && folded(n - 1) == 'o';
    bool const not_found =
        (folded(n - 3) == 't' || folded(n - 3) == 'k') && folded(n - 2) == ' ' && folded(n - 1) == 'f';
    bool const escape_at_end = p[n - 1] == 0x1B || p[n - 2] == 0x1B || p[n - 3] == 0x1B;
    return {found.anchor != 0 || error || not_found, found.escape != 0 || escape_at_end};
}

}  // namespace task_agent::trace
