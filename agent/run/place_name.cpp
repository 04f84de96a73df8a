#include "place_name.hpp"

#include "task_agent/base/jitter.hpp"

#include <fmt/format.h>

#include <unistd.h>

namespace task_agent {

std::string place_name(std::string_view ending) {
    jitter random(jitter::fresh_seed());
    return fmt::format("task-agent-{}-{:08x}{}", ::getpid(), random.bits() & 0xFFFFFFFFU, ending);
}

}  // namespace task_agent
