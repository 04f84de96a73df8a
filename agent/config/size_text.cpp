#include "task_agent/config/size_text.hpp"

#include <charconv>

namespace task_agent {
namespace {

struct unit {
    char letter;
    unsigned shift;
};
// largest first: size_to_text takes the first that divides
constexpr unit units[] = {{'G', 30}, {'M', 20}, {'K', 10}};
constexpr std::uint64_t largest = std::uint64_t{1} << 62U;

}  // namespace

std::optional<std::uint64_t> parse_size(std::string_view text) noexcept {
    std::uint64_t number = 0;
    auto const [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (ec != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    unsigned shift = 0;
    for (unit const& u : units) {
        if (!text.empty() && text.front() == u.letter) {
            text.remove_prefix(1);
            if (!text.empty() && text != "i" && text != "iB") return std::nullopt;
            text = {};
            shift = u.shift;
        }
    }
    if (!text.empty() && text != "B") return std::nullopt;
    if (number > (largest >> shift)) return std::nullopt;
    return number << shift;
}

std::string size_to_text(std::uint64_t bytes) {
    for (unit const& u : units) {
        std::uint64_t const one = std::uint64_t{1} << u.shift;
        if (bytes != 0 && bytes % one == 0) return std::to_string(bytes / one) + u.letter + "iB";
    }
    return std::to_string(bytes);
}

}  // namespace task_agent
