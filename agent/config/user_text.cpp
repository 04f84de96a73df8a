#include "task_agent/config/user_text.hpp"

#include <charconv>
#include <cstdint>
#include <limits>

namespace task_agent {
namespace {

std::optional<std::uint32_t> parse_id(std::string_view text) noexcept {
    std::uint32_t id = 0;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (ec != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (id == std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
    return id;
}

}  // namespace

std::optional<user_ids> parse_user(std::string_view text) noexcept {
    auto const colon = text.find(':');
    auto const user = parse_id(text.substr(0, colon));
    auto const group = colon == std::string_view::npos ? user : parse_id(text.substr(colon + 1));
    if (!user || !group) return std::nullopt;
    return user_ids{*user, *group};
}

}  // namespace task_agent
