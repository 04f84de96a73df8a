#include "task_agent/logic/step_moves.hpp"

namespace task_agent {
namespace {

using enum status;

std::optional<status> to_active(status current) noexcept {
    switch (current) {
        case created:
        case pending:
        case paused:
        case resuming:
            return active;
        case active:
        case cancelling:
        case pausing:
        case cancelled:
        case completed:
        case error:
            return std::nullopt;
    }
    return std::nullopt;
}

// A step that is being cancelled can only have been cancelled. One that is being paused has to have been
// paused before it can be said to have completed.
std::optional<status> to_completed(status current) noexcept {
    switch (current) {
        case pending:
        case active:
            return completed;
        case created:
        case resuming:
        case paused:
            return active;
        case cancelling:
            return cancelled;
        case pausing:
            return paused;
        case cancelled:
        case completed:
        case error:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<status> to_error(status current) noexcept {
    if (is_terminal(current)) return std::nullopt;
    return current == paused ? active : error;
}

std::optional<status> to_cancelled(status current) noexcept {
    switch (current) {
        case created:
        case pending:
        case active:
        case cancelling:
            return cancelled;
        case pausing:
            return paused;
        case paused:
        case resuming:
            return cancelling;
        case cancelled:
        case completed:
        case error:
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<status> to_paused(status current) noexcept {
    switch (current) {
        case created:
        case pending:
        case active:
        case pausing:
            return paused;
        case resuming:
            return active;
        case cancelling:
            return cancelled;
        case paused:
        case cancelled:
        case completed:
        case error:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<status> next_move(status current, status wanted) noexcept {
    switch (wanted) {
        case active:
            return to_active(current);
        case completed:
            return to_completed(current);
        case error:
            return to_error(current);
        case cancelled:
            return to_cancelled(current);
        case paused:
            return to_paused(current);
        case created:
        case pending:
        case cancelling:
        case pausing:
        case resuming:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace task_agent
