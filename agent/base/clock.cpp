#include "task_agent/base/clock.hpp"

#include <fmt/format.h>

#include <ctime>

namespace task_agent {

std::string utc_text(wall_clock::time_point t) {
    using namespace std::chrono;
    auto const ms = floor<milliseconds>(t);
    std::time_t const seconds = wall_clock::to_time_t(floor<std::chrono::seconds>(ms));
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    auto const fraction = (ms - floor<std::chrono::seconds>(ms)).count();
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                       parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, fraction);
}

}  // namespace task_agent
