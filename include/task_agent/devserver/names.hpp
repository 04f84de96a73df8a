// Names of entities (platform-facts 3.6).
#pragma once

#include <string>
#include <string_view>

namespace task_agent::devserver {

// A lowercase letter, then 1 to 62 of a-z 0-9 - @ . + _; no double dash, no dash at the end.
[[nodiscard]] bool is_entity_name(std::string_view name) noexcept;

// The sentence of the 422 for a name that is none.
[[nodiscard]] std::string bad_name_text(std::string_view what, std::string_view name);

// `text` bent into the front part of a name, at most 20 characters; "job" when nothing is left of it.
[[nodiscard]] std::string name_prefix(std::string_view text);

}  // namespace task_agent::devserver
