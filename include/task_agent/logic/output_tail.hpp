// The last bytes of a stream, kept raw while it runs and read as text once, at the end (contract 3:
// last_output, error_stack without a trace).
//
// Appending is a memcpy: nothing is looked at while output passes. Memory grows by doubling up to the
// capacity, so that a quiet workload costs little. One thread at a time; after the pump has ended any thread
// may read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

class output_tail {
public:
    static constexpr std::size_t default_capacity = 64 * 1024;

    explicit output_tail(std::size_t capacity = default_capacity) noexcept : capacity_(capacity) {}

    void append(std::string_view bytes);

    // The kept bytes as whole lines, each ended by '\n': without escape sequences, every bar collapsed to its
    // last state, valid UTF-8. A first line whose start was overwritten is dropped, unless there is no other.
    [[nodiscard]] std::string text() const;
    // The last `count` lines of text() that are not blank, oldest first.
    [[nodiscard]] std::vector<std::string> last_lines(std::size_t count) const;

    [[nodiscard]] std::uint64_t total_bytes() const noexcept { return total_; }
    // Whether the cursor is at the start of a line: true for an empty stream (contract 3: the report on
    // stderr is preceded by a newline if the last byte was none).
    [[nodiscard]] bool is_at_line_start() const noexcept { return total_ == 0 || last_byte_ == '\n'; }

private:
    void grow_for(std::size_t size);
    [[nodiscard]] std::string raw() const;

    std::vector<char> ring_;  // linear until it has reached the capacity, a ring from then on
    std::size_t capacity_;
    std::size_t head_ = 0;  // where the next byte goes
    std::size_t size_ = 0;
    std::uint64_t total_ = 0;
    char last_byte_ = '\n';
};

}  // namespace task_agent
