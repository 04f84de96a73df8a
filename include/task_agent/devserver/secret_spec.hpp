// The texts of --secret: WS/NAME=VALUE. The value is everything behind the first equals sign.
//
// Pure; any thread.
#pragma once

#include "task_agent/base/error.hpp"

#include <string>
#include <string_view>

namespace task_agent::devserver {

struct secret_spec {
    std::string workspace;
    std::string name;
    std::string value;
};

// Names are entity names and values not empty, as the platform wants them. The sentence never holds the
// value.
[[nodiscard]] result<secret_spec> parse_secret(std::string_view text);

}  // namespace task_agent::devserver
