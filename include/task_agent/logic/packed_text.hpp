// Whether a file is text at all to somebody who reads it byte by byte as UTF-8: compressed files and UTF-16
// hold words that are not seen. Known by their first bytes. Pure.
#pragma once

#include <optional>
#include <string_view>

namespace task_agent {

struct packed_text {
    std::string_view what;    // "compressed by gzip"
    std::string_view reader;  // the command that prints it as plain text, when the file's name follows
};

// Nothing where `head`, the first 8 bytes or more, may begin plain text.
[[nodiscard]] std::optional<packed_text> packed_text_of(std::string_view head) noexcept;

}  // namespace task_agent
