// One key of the config file as its reader hands it on: a name and a value, still text.
//
// wire/config_codec reads the file's JSON, config/loader gives the entries a meaning; neither knows the
// other.
#pragma once

#include <string>

namespace task_agent {

// The JSON type the value had; what fits which option is the loader's business.
enum class config_kind { text, number, boolean };

struct config_entry {
    std::string key;
    std::string text;  // the string itself, the number as written, or "true" / "false"
    config_kind kind = config_kind::text;
};

}  // namespace task_agent
