// The last lines of a stream, for grammars that know a trace only by its second line: a Java exception's
// message may be any text, the "\tat ..." below it is not.
//
// Fixed memory, taken at the first line; one copy of at most `line_limit` bytes a line, no allocation
// afterwards. Lines lie one behind the other in a ring of bytes: many short ones are kept, or some 30 of the
// longest. One thread at a time; views are valid until the next push.
#pragma once

#include "task_agent/trace/line_prefix.hpp"
#include "task_agent/trace/short_copy.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>

namespace task_agent::trace {

class line_history {
public:
    static constexpr std::size_t lines = 128;
    static constexpr std::size_t line_limit = 512;
    static constexpr std::size_t room = 16 * 1024;  // bytes of all lines; stays in the fastest cache

    void push(std::string_view line, std::uint64_t number) {
        if (!bytes_) bytes_ = std::make_unique<char[]>(room);
        std::size_t const size = line.size() < line_limit ? line.size() : line_limit;
        // a line lies in one piece: what is left at the end of the ring is passed over
        if (written_ % room + size > room) written_ += room - written_ % room;
        entry& e = entries_[pushed_ % lines];
        e.begin = written_;
        e.size = static_cast<std::uint16_t>(size);
        e.is_taken = false;
        e.number = number;
        copy(bytes_.get() + written_ % room, line.data(), size);
        written_ += size;
        ++pushed_;
    }
    // The newest line is part of a trace: no other looks behind it.
    void take_newest() noexcept {
        if (pushed_ > 0) entries_[(pushed_ - 1) % lines].is_taken = true;
    }
    // So is the one of this number.
    void take(std::uint64_t number) noexcept {
        for (entry& e : entries_) {
            if (e.number == number) e.is_taken = true;
        }
    }
    // What was read as a trace since line `from` turned out to be none.
    void give_back(std::uint64_t from) noexcept {
        for (entry& e : entries_) {
            if (e.number >= from) e.is_taken = false;
        }
    }
    void clear() noexcept { pushed_ = 0; }

    struct seen_line {
        std::string_view text;
        std::uint64_t number = 0;
    };
    // The n-th line before the one that is being read (1 = the line directly before) among those that wear
    // the prefix, without it; nothing when there are not so many, or one of them belongs to a trace.
    [[nodiscard]] std::optional<seen_line> back(std::size_t n, line_prefix const& prefix) const noexcept;

    // The n-th line before, whoever wrote it and whether or not it belongs to a trace.
    [[nodiscard]] std::optional<seen_line> any_back(std::size_t n) const noexcept {
        if (n == 0 || n > lines || n > pushed_) return std::nullopt;
        entry const& e = entries_[(pushed_ - n) % lines];
        return e.begin + room >= written_ ? std::optional(seen_line{text_of(e), e.number}) : std::nullopt;
    }
    // All that are kept, the oldest first, as visit(seen_line, is_taken).
    template <class Visit>
    void for_each(Visit visit) const {
        for (std::uint64_t n = pushed_ - (pushed_ < lines ? pushed_ : lines); n < pushed_; ++n) {
            entry const& e = entries_[n % lines];
            if (e.begin + room >= written_) visit(seen_line{text_of(e), e.number}, e.is_taken);
        }
    }

private:
    struct entry;
    [[nodiscard]] std::string_view text_of(entry const& e) const noexcept {
        return {bytes_.get() + e.begin % room, e.size};
    }
    // In blocks of a size the compiler knows: for lines of a usual length that is faster than a call, and
    // than the string instruction that small code uses instead of one.
    static void copy(char* to, char const* from, std::size_t size) noexcept {
        constexpr std::size_t block = 16;
        if (size <= 2 * block) {
            copy_short(to, from, size);
            return;
        }
        std::size_t i = 0;
        for (; i + block <= size; i += block)
            std::memcpy(to + i, from + i, block);
        std::memcpy(to + size - block, from + size - block, block);
    }

    struct entry {
        std::uint64_t number = 0;
        std::uint64_t begin = 0;  // counts all bytes ever written, modulo `room` the place in the ring
        std::uint16_t size = 0;
        bool is_taken = false;
    };

    std::unique_ptr<char[]> bytes_;
    std::array<entry, lines> entries_{};
    std::uint64_t pushed_ = 0;
    std::uint64_t written_ = 0;
};

}  // namespace task_agent::trace
