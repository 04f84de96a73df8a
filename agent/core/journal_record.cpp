#include "task_agent/core/journal_record.hpp"

#include <array>
#include <utility>

namespace task_agent {
namespace {

constexpr std::array<std::pair<delivery, std::string_view>, 4> words = {{
    {delivery::accepted, "accepted"},
    {delivery::refused, "refused"},
    {delivery::given_up, "given_up"},
    {delivery::superseded, "superseded"},
}};

}  // namespace

std::string_view to_text(delivery how) noexcept {
    for (auto const& [value, word] : words) {
        if (value == how) return word;
    }
    return "given_up";
}

std::optional<delivery> parse_delivery(std::string_view text) noexcept {
    for (auto const& [value, word] : words) {
        if (word == text) return value;
    }
    return std::nullopt;
}

}  // namespace task_agent
