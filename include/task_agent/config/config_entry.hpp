// One setting as a config file states it: a key and a scalar, not yet judged (contract 1).
//
// wire/ makes these from JSON, config/ decides what they mean, so that neither knows the other. Plain values.
#pragma once

#include <string>

namespace task_agent {

enum class config_kind { text, number, boolean };

struct config_entry {
    std::string key;
    std::string text;  // numbers and booleans as JSON writes them, texts without their quotes
    config_kind kind = config_kind::text;
};

}  // namespace task_agent
