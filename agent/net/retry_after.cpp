#include "task_agent/net/retry_after.hpp"

#include <time.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace task_agent::net {

using namespace std::chrono_literals;

std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, wall_clock::time_point now) {
    constexpr std::chrono::seconds longest = 24h;
    while (value.starts_with(' '))
        value.remove_prefix(1);
    while (value.ends_with(' '))
        value.remove_suffix(1);
    if (value.empty()) return std::nullopt;
    if (value.find_first_not_of("0123456789") == std::string_view::npos) {
        std::int64_t seconds = 0;
        auto const [end, code] = std::from_chars(value.data(), value.data() + value.size(), seconds);
        if (code != std::errc()) return longest;  // more digits than fit
        return std::min(std::chrono::seconds(seconds), longest);
    }
    std::tm date{};
    std::string const text(value);
    char const* const end = ::strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S GMT", &date);
    if (!end || *end != '\0') return std::nullopt;
    auto const at = wall_clock::from_time_t(::timegm(&date));
    // rounded up: a second early would be refused again
    return std::clamp(std::chrono::ceil<std::chrono::seconds>(at - now), 0s, longest);
}

}  // namespace task_agent::net
