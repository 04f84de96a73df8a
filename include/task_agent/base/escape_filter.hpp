// Takes out of a stream what only a terminal understands, so that what is left reads as a person would see
// it: ANSI escape sequences (ECMA-48: CSI, OSC and the other string sequences, two-byte escapes), control
// characters other than '\n', '\t' and '\r', those of Unicode too (U+0080 to U+009F), and the characters that
// turn the direction of what follows (U+202A to U+202E, U+2066 to U+2069), which make a text read as another.
//
// The same comes out however the bytes were cut into pieces; a piece without any of these passes as it is.
// Bytes that are no UTF-8 stay, but for those behind a character that was taken out, which could complete
// another one. Memory: one copy of the piece. One thread at a time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace task_agent {

class escape_filter {
public:
    explicit escape_filter(bool drops_returns = false) noexcept : drops_returns_(drops_returns) {}

    // What of the stream is known to stay; valid until the next call, or as long as `piece`.
    [[nodiscard]] std::string_view feed(std::string_view piece);
    // The stream has ended: the first bytes of a character that were waited for. A sequence that the end cuts
    // is dropped.
    [[nodiscard]] std::string_view flush();

private:
    // Where in a sequence the next byte stands.
    enum class place {
        text,
        escape,         // behind ESC
        intermediate,   // behind ESC and bytes from 0x20 to 0x2F
        control,        // in a CSI
        string,         // in an OSC, DCS, SOS, PM or APC
        string_escape,  // in one, behind ESC
    };

    void take(char c);
    void take_in_text(char c);
    [[nodiscard]] bool drops(char c) const noexcept;

    bool drops_returns_;  // '\r' too
    place at_ = place::text;
    bool after_unwanted_ = false;  // a character that was taken out
    std::string text_;
    std::string begun_;  // of a character that may have to go, at the end of the last piece; 2 bytes at most
};

}  // namespace task_agent
