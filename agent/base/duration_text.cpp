#include "task_agent/base/duration_text.hpp"

#include <charconv>
#include <cmath>
#include <utility>

namespace task_agent {
namespace {

constexpr std::pair<std::string_view, double> units[] = {{"ms", 1e-3},   {"us", 1e-6}, {"h", 3600.0},
                                                         {"d", 86400.0}, {"m", 60.0},  {"s", 1.0}};
constexpr double longest = 365.0 * 86400.0;

}  // namespace

std::optional<duration> parse_duration(std::string_view text) {
    if (text.empty()) return std::nullopt;
    double total = 0;
    bool bare = true;
    for (bool first = true; !text.empty(); first = false) {
        if (!first && bare) return std::nullopt;  // "5 7": a bare number stands alone
        double value = 0;
        auto const [end, ec] =
            std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
        if (ec != std::errc() || std::signbit(value) || !std::isfinite(value)) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        double factor = 1;
        bare = true;
        for (auto const& [name, seconds] : units) {
            if (text.starts_with(name)) {
                factor = seconds;
                bare = false;
                text.remove_prefix(name.size());
                break;
            }
        }
        if (bare && (!text.empty() || !first)) return std::nullopt;
        total += value * factor;
    }
    if (total > longest) return std::nullopt;
    return duration(std::llround(total * 1e9));
}

std::string to_text(duration d) {
    using namespace std::chrono;
    std::string text;
    auto take = [&](auto unit, char const* name) {
        auto const n = d / unit;
        if (n > 0) text += std::to_string(n) + name;
        d -= n * unit;
    };
    take(hours(1), "h");
    take(minutes(1), "m");
    take(seconds(1), "s");
    take(milliseconds(1), "ms");
    take(microseconds(1), "us");
    return text.empty() ? "0s" : text;
}

}  // namespace task_agent
