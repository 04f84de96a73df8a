// Bytes in chunks become lines, for the analysis (contract 5); the same lines come out however the bytes were
// cut.
//
// '\n' ends a line. So does '\r': what it ended is a state of a progress bar, delivered as `transient` once
// it is known that something replaces it. "\r\n", and any run of '\r' before '\n', is one line end. Bars that
// were wiped before they showed anything (a '\r' on an empty line) are not delivered.
//
// Zero-copy: a line that lies within one chunk is a view into it; only what a chunk's end cuts off is
// buffered, and the buffer is given back after a long line. At most `cap` bytes of a line are delivered; the
// rest is counted and skipped. Linear in the bytes whatever they hold. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace task_agent {

struct output_line {
    std::string_view text;      // without its end; valid until the splitter is called again
    std::uint64_t skipped = 0;  // bytes of the line behind `text` that the cap kept out
    bool transient = false;     // a bar's state that the next line replaces
    bool unterminated = false;  // the stream ended before the line did
};

class line_splitter {
public:
    static constexpr std::size_t default_cap = 64 * 1024;

    explicit line_splitter(std::size_t cap = default_cap) noexcept : cap_(cap) {}

    // Takes the next bytes; they must stay valid until next() has returned false.
    void feed(std::string_view chunk) noexcept {
        at_ = chunk.data();
        end_ = at_ + chunk.size();
        newline_ = nullptr;
        carriage_ = nullptr;
    }
    // The next line that is known to be over; false when more bytes are needed.
    [[nodiscard]] bool next(output_line& line);
    // At the end of the stream, after next() has returned false: the last line if it had no end.
    [[nodiscard]] bool flush(output_line& line);

    // What is known so far of the line that has not ended: a bar that draws "\r 40%" leaves its newest state
    // here.
    [[nodiscard]] std::string_view partial() const noexcept {
        return delivered_ ? std::string_view() : partial_;
    }
    // Lines of which a part was skipped, delivered so far.
    [[nodiscard]] std::uint64_t cut_lines() const noexcept { return cut_lines_; }

private:
    void drop_delivered() noexcept;
    void hold_back(char const* from, char const* to);
    bool deliver(output_line& line, char const* from, char const* to, bool transient);
    bool deliver_held(output_line& line, bool transient);

    char const* at_ = nullptr;
    char const* end_ = nullptr;
    char const* newline_ = nullptr;   // the first '\n' at or after at_ (end_ = none); stale when before at_
    char const* carriage_ = nullptr;  // the same for '\r'
    std::string partial_;
    std::uint64_t skipped_ = 0;
    std::uint64_t cut_lines_ = 0;
    std::size_t cap_;
    bool after_carriage_ =
        false;  // partial_ was ended by '\r' at a chunk's end; the next byte tells which kind it is
    bool delivered_ = false;  // partial_ was handed out and is dropped at the next call
};

}  // namespace task_agent
