// How launchers, loggers and container runtimes change the lines of a log.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::corpus {

// Without their ends; the last one may have had none.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view log);

struct disguise {
    char const* name;
    std::string (*wear)(std::string_view line,
                        std::size_t number);  // what stands in the log instead, with its end
    bool is_record;                           // a container runtime's: one inside another is never written
};

[[nodiscard]] std::vector<disguise> const& disguises();

}  // namespace task_agent::corpus
