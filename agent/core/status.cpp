#include "task_agent/core/status.hpp"

#include <array>
#include <cstddef>

namespace task_agent {
namespace {

constexpr std::array<std::string_view, 10> words = {"created",   "pending", "active", "cancelling",
                                                    "cancelled", "pausing", "paused", "resuming",
                                                    "completed", "error"};

}  // namespace

std::string_view to_text(status s) noexcept {
    return words[static_cast<std::size_t>(s)];
}

std::optional<status> parse_status(std::string_view word) noexcept {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word) return static_cast<status>(i);
    }
    return std::nullopt;
}

bool is_terminal(status s) noexcept {
    return s == status::completed || s == status::error || s == status::cancelled;
}

}  // namespace task_agent
