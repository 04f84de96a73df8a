#include "task_agent/cli/command.hpp"

#include <algorithm>

namespace task_agent::cli {

std::string_view invocation::value_of(std::string_view flag) const noexcept {
    auto const last =
        std::find_if(flags.rbegin(), flags.rend(), [&](flag_text const& f) { return f.name == flag; });
    return last == flags.rend() ? std::string_view() : std::string_view(last->text);
}

bool invocation::has(std::string_view flag) const noexcept {
    return flag_value(value_of(flag));
}

command const* find_command(std::span<command const* const> table, std::string_view name) noexcept {
    auto const found = std::ranges::find(table, name, &command::name);
    return found == table.end() ? nullptr : *found;
}

}  // namespace task_agent::cli
