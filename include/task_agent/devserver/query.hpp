// The target of a request, taken apart the lenient way Python's servers do: a broken percent sequence stays
// as it is.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace task_agent::devserver {

// In order, decoded, "+" as a space; a key without "=" has an empty value.
using query_list = std::vector<std::pair<std::string, std::string>>;

struct target_parts {
    std::string path;       // decoded as a whole: an encoded slash separates segments like any other
    std::string raw_query;  // without the "?"
    query_list query;
};

// Takes the origin form ("/a?b") and the absolute form ("http://host/a?b").
[[nodiscard]] target_parts split_target(std::string_view target);

}  // namespace task_agent::devserver
