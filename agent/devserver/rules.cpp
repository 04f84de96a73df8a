#include "task_agent/devserver/rules.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>

namespace task_agent::devserver {
namespace {

constexpr unsigned bit(status s) {
    return 1U << static_cast<unsigned>(s);
}

constexpr unsigned set_of(std::initializer_list<status> members) {
    unsigned bits = 0;
    for (status const s : members)
        bits |= bit(s);
    return bits;
}

// What may follow, by present status, in the order of core/status.hpp.
constexpr std::array<unsigned, 10> followers = [] {
    using enum status;
    return std::array<unsigned, 10>{
        /* created    */ set_of({pending, active, cancelling, cancelled, pausing, paused, error}),
        /* pending    */ set_of({active, cancelling, cancelled, pausing, paused, completed, error}),
        /* active     */ set_of({cancelling, cancelled, pausing, paused, completed, error}),
        /* cancelling */ set_of({cancelled, error}),
        /* cancelled  */ 0,
        /* pausing    */ set_of({paused, error}),
        /* paused     */ set_of({active, cancelling, resuming}),
        /* resuming   */ set_of({pending, active, cancelling, error}),
        /* completed  */ 0,
        /* error      */ 0,
    };
}();

}  // namespace

bool may_follow(status from, status to, pause_kind pause) noexcept {
    if (from == to || (followers[static_cast<std::size_t>(from)] & bit(to)) != 0) return true;
    bool const is_added = to == status::cancelling || to == status::completed;
    return pause == pause_kind::cooperative && from == status::pausing && is_added;
}

bool merge_details(json::object& into, json::object const& patch) {
    bool changed = false;
    for (auto const& [key, value] : patch) {
        auto const [place, inserted] = into.emplace(key, value);
        if (inserted) {
            changed = true;
        } else if (place->value() != value) {
            place->value() = value;
            changed = true;
        }
    }
    return changed;
}

bool replace_details(json::object& into, json::object const& value) {
    if (value.empty() || into == value) return false;
    into = value;
    return true;
}

bool replace_details(std::optional<json::object>& into, json::object const& value) {
    if (value.empty() || (into && *into == value)) return false;
    into = value;
    return true;
}

}  // namespace task_agent::devserver
