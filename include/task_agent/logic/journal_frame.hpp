// The journal as text: one record a line, each with a sequence number and a checksum (contract 6).
//
//     journal  = *line
//     line     = sequence SP checksum SP payload LF
//     sequence = 1*19DIGIT               ; larger than that of the line before
//     checksum = 8HEXDIG                 ; lower case, CRC-32C of: sequence SP payload
//     payload  = 1*octet                 ; no LF in it; here always one JSON object
//
//     12 c0a1f2d3 {"run":"5f0e","at":"2026-11-22T19:57:03.120Z","is":"workload_started","pid":4711}
//
// Whatever the bytes are, reading them gives the records that are whole: a last line without its LF is torn
// (the writer died in it) and says nothing about damage; any other line that breaks a rule is skipped and
// counted. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

// Of a payload. A final update is mostly its error_stack, 64 KiB by default; 1 MiB that is all control
// characters grows sixfold as JSON.
inline constexpr std::size_t longest_journal_payload = std::size_t{8} << 20;
// Of a journal: of a longer file only the end is read.
inline constexpr std::size_t longest_journal = std::size_t{16} << 20;

struct journal_frame {
    std::uint64_t sequence = 0;
    std::string_view payload;
};

struct decoded_journal {
    std::vector<journal_frame> frames;  // views into the text
    std::size_t damaged = 0;            // lines that were skipped
    std::size_t whole_bytes = 0;        // up to and with the last LF; what follows is torn
    std::uint64_t next_sequence = 1;
};

// With its LF. LFs inside the payload, in JSON never more than white space, become blanks. Nothing for an
// empty payload and for one that is too long.
[[nodiscard]] std::optional<std::string> encode_frame(std::uint64_t sequence, std::string payload);

[[nodiscard]] decoded_journal decode_journal(std::string_view text);

}  // namespace task_agent
