// UTF-8 for payloads: JSON carries text, workloads print bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace task_agent {

[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

// Invalid sequences become U+FFFD, one for each maximal bad part; valid text is copied as it is.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

// The longest prefix (suffix) of at most `limit` bytes that does not cut a character. `text` is valid UTF-8.
[[nodiscard]] std::string_view utf8_prefix(std::string_view text, std::size_t limit) noexcept;
[[nodiscard]] std::string_view utf8_suffix(std::string_view text, std::size_t limit) noexcept;

}  // namespace task_agent
