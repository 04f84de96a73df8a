// The recorded logs of tests/corpus, as the property test needs them: the log, and whether something failed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace task_agent::properties {

struct recorded_case {
    std::string name;  // "python/chained-cause"
    bool is_positive = false;
    bool is_held_out = false;  // its name and its text are never printed
    std::string log;
};

// All cases below the folder, by name.
[[nodiscard]] std::vector<recorded_case> read_corpus(std::filesystem::path const& folder);

// Without '\n'; a '\r' before it stays. The last one may lack its end in the log.
[[nodiscard]] std::vector<std::string> lines_of(std::string const& log);

}  // namespace task_agent::properties
