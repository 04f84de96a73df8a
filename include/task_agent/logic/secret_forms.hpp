// How else a secret may be written in a log (contract 5.2): with a terminal's control characters taken out,
// and as it stands within a JSON string, which is taken apart only after it was cut, or within the quotes of
// a literal, as repr() writes it.
//
// Pure; UTF-8.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

// The value itself first, then the forms that differ from it; some may be there twice.
[[nodiscard]] std::vector<std::string> forms_of_secret(std::string_view value);

}  // namespace task_agent
