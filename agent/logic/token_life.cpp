#include "task_agent/logic/token_life.hpp"

#include <algorithm>

namespace task_agent {

time_point refresh_time(time_point obtained, std::chrono::seconds lifetime) noexcept {
    constexpr duration most = std::chrono::seconds(60);
    return obtained + lifetime - std::min<duration>(duration(lifetime) / 5, most);
}

}  // namespace task_agent
