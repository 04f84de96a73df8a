// The head of a record, alone on its line: "info: Shop.Seller[0]" of .NET's logger, which says what it has to
// say on the next one. Pure.
#pragma once

#include <string_view>

namespace task_agent::trace {

[[nodiscard]] bool heads_record(std::string_view line) noexcept;

}  // namespace task_agent::trace
