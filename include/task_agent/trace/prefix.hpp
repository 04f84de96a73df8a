// What loggers, launchers and container runtimes put before the text of a line, taken apart.
//
// Known are time stamps of the usual styles, levels, logger names, and tags that say which process wrote the
// line: "[rank0]: ", "[1,3]<stderr>:", "(pid=123) ", "0: ", "worker-1  | ", CRI's "stderr F ", syslog's
// "host name[12]: ", a platform's "app[web.1]: ". Nothing is decided here: where a piece ends, the text of
// the line may begin, and the grammars judge. Pure; linear; looks at the first `longest` bytes only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace task_agent::trace {

enum class piece_kind : std::uint8_t {
    time,
    level,
    name,  // of a logger, a thread or a program
    tag,   // of a process among several: what tells two sources of one stream apart
};

enum class log_level : std::uint8_t { none, debug, info, warning, error };

struct prefix_piece {
    piece_kind kind = piece_kind::time;
    std::uint16_t begin = 0;
    std::uint16_t end = 0;  // behind the separator that follows: where the next piece, or the text, begins
};

struct line_pieces {
    static constexpr std::size_t most = 8;
    static constexpr std::size_t longest = 160;

    std::array<prefix_piece, most> piece{};
    std::uint8_t count = 0;
    log_level level = log_level::none;

    [[nodiscard]] std::span<prefix_piece const> pieces() const noexcept { return {piece.data(), count}; }
    [[nodiscard]] std::size_t end() const noexcept { return count == 0 ? 0 : piece[count - 1].end; }
};

[[nodiscard]] line_pieces find_prefix(std::string_view line) noexcept;

// Whether one of its pieces says which process wrote the line.
[[nodiscard]] bool wears_tag(std::string_view line) noexcept;

// find_prefix() for the lines of one stream, which mostly wear the same prefix but for its digits, and the
// same first word behind it: what the line before was made of is tried first. One thread at a time.
class prefix_reader {
public:
    [[nodiscard]] line_pieces read(std::string_view line) noexcept;

private:
    static constexpr std::size_t window = 64;

    [[nodiscard]] bool is_alike(std::string_view line) const noexcept;
    void learn(std::string_view line, line_pieces const& found) noexcept;

    std::array<unsigned char, window> form_{};  // of the prefix, its digits as '0'
    std::array<unsigned char, window> mask_{};  // 0xFF where form_ counts
    line_pieces pieces_;                        // none = nothing learnt
};

// Length of the time stamp at the start of the text, 0 = none: "2026-11-22T12:00:00.123456789Z",
// "2026/11/22 12:00:00", "12:00:00,123", "Nov 22 12:00:00", "22-Nov-2026 12:00:00.123".
[[nodiscard]] std::size_t time_length(std::string_view text) noexcept;

// "ERROR", "[warn]", "CRITICAL"; `none` for anything else.
[[nodiscard]] log_level level_of(std::string_view word) noexcept;

// Bytes that a prefix can begin with: a line that begins otherwise need not be taken apart.
[[nodiscard]] constexpr bool may_begin_prefix(unsigned char c) noexcept {
    return (c >= '0' && c <= '9') || c == '[' || c == '(' || c == '<' || c == '#' || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

}  // namespace task_agent::trace
