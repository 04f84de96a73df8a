// The members of a JSON object as they are written: a parser would round long numbers.
//
// Private to wire. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

namespace task_agent::wire {

struct raw_member {
    std::string_view key;  // with its quotes and escapes
    std::string_view value;
};

// `object` is valid JSON, as parse() has found, and an object. The views point into it.
[[nodiscard]] std::vector<raw_member> raw_members(std::string_view object);

}  // namespace task_agent::wire
