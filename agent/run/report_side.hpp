// What a run keeps of the reports of its workload (contract 8.1).
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/run/status_file.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace task_agent {

struct report_side {
    std::unique_ptr<status_file> file;                      // only where there is somebody to report to
    std::map<std::string, std::size_t, std::less<>> sizes;  // of the last value of each key, with the key
    std::size_t total = 0;                                  // of them
    std::uint64_t skipped = 0;                              // lines
    std::optional<time_point> saved_at;                     // a checkpoint, the last one
};

}  // namespace task_agent
