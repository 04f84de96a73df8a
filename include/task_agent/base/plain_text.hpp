// Terminal output as plain text: what a person would read, without what only a terminal understands.
#pragma once

#include <string>
#include <string_view>

namespace task_agent {

// Without what escape_filter takes out: escape sequences, control characters other than '\n', '\t' and '\r',
// and characters that turn the direction of text. Bytes that are no UTF-8 stay as they are. A sequence that
// the end cuts off is dropped.
[[nodiscard]] std::string without_escapes(std::string_view bytes);

// The same, with '\r' dropped too and as valid UTF-8: fit for a JSON string and a database's text column.
[[nodiscard]] std::string to_plain_text(std::string_view bytes);

}  // namespace task_agent
