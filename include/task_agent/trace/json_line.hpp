// Log lines that are JSON objects: a container runtime's envelope, and records that carry a whole trace in a
// string. Just enough of JSON for that: strings are found and unescaped, nothing is checked. Pure; linear.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace task_agent::trace {

// The text that a JSON string stands for, given without its quotes; stops soon behind `most` bytes. Half of a
// surrogate pair becomes U+FFFD, control characters but line ends and tabs are left out.
[[nodiscard]] std::string unescaped_text(std::string_view raw, std::size_t most);

// Docker's json-file: {"log":"text\n","stream":"stderr","time":"..."} gives the text, written over `buffer`.
[[nodiscard]] bool unwrap_container_line(std::string_view line, std::string& buffer);

// The next string of the object, from `at` on, that holds a line end (`\n`) once unescaped; `at` moves behind
// it. False when there is none.
[[nodiscard]] bool next_text_of_lines(std::string_view line, std::size_t& at, std::string& buffer);

// Whether a logger's record is of an error or worse. pino and bunyan number their levels: 50 and 60.
[[nodiscard]] bool is_error_record(std::string_view line) noexcept;
// Whether it is one at level INFO, also behind a prefix; 30 as a number.
[[nodiscard]] bool is_calm_record(std::string_view line) noexcept;

// What a logger's record tells in words: the value of "msg", "message" or "event", as it is escaped. The
// whole line where it is no such record.
[[nodiscard]] std::string_view words_of_record(std::string_view line) noexcept;

}  // namespace task_agent::trace
