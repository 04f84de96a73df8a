// The two streams of a workload, and who may look at their bytes.
#pragma once

#include "task_agent/base/clock.hpp"

#include <string_view>

namespace task_agent {

enum class stream { out, err };

// Sees a copy of what passes. Called by one pump thread per stream, never after its pump has ended; `bytes`
// are valid during the call only. Must neither block nor throw: the workload's output waits behind it.
class output_observer {
public:
    virtual ~output_observer() = default;
    virtual void on_bytes(std::string_view bytes, time_point now) noexcept = 0;
};

}  // namespace task_agent
