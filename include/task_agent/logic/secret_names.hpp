// Which variables of the environment hold a secret, and which of their values can be masked (contract 5.2).
// Pure.
#pragma once

#include <string_view>

namespace task_agent {

// By the words of the name between underscores, whatever their case: TOKEN, SECRET, PASSWORD, PASSWD,
// CREDENTIAL, CREDENTIALS; or a name that ends in API_KEY or PRIVATE_KEY.
[[nodiscard]] bool is_secret_name(std::string_view name) noexcept;

// Not what is too short, a number, a truth value or an absolute path: it would be masked all over the output.
// What starts with a slash but holds a character of base64 that paths hardly have, '+' or '=', is no path.
[[nodiscard]] bool is_maskable(std::string_view value) noexcept;

}  // namespace task_agent
