// Sizes in bytes as people write them: "64KiB", "1MiB", "65536"; "64Ki" and "64K" mean the same as "64KiB".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace task_agent {

// Nothing on malformed text or more than 2^62 bytes. Units are powers of 1024; "kB" is refused as ambiguous.
[[nodiscard]] std::optional<std::uint64_t> parse_size(std::string_view text) noexcept;

// The shortest exact form in the same grammar: "1MiB", "1000".
[[nodiscard]] std::string size_to_text(std::uint64_t bytes);

}  // namespace task_agent
