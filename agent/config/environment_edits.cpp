#include "task_agent/config/environment_edits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace task_agent {
namespace {

using entries = std::vector<std::string>;

auto names(std::string_view name) {
    return [name](std::string const& entry) {
        return entry.find('=') != std::string::npos && variable_name(entry) == name;
    };
}

void set(entries& into, std::string const& entry) {
    auto const is_it = names(variable_name(entry));
    auto const first = std::ranges::find_if(into, is_it);
    if (first == into.end()) {
        into.push_back(entry);
        return;
    }
    *first = entry;
    // a name that stands twice must not show its old value to whoever reads the last
    into.erase(std::remove_if(first + 1, into.end(), is_it), into.end());
}

error wrong(flag_text const& flag, std::string_view shown, std::string_view allowed) {
    return bad_input(
        fmt::format("--{} \"{}\" (flag): names no variable; allowed is {}", flag.name, shown, allowed));
}

}  // namespace

result<environment> edited_environment(environment const& from, std::vector<flag_text> const& flags) {
    entries edited = from.entries();
    for (auto const& flag : flags) {
        auto const equals = flag.text.find('=');
        if (flag.name == "env") {
            if (equals == 0) return wrong(flag, "=...", "NAME=VALUE");
            if (equals == std::string::npos) return wrong(flag, flag.text, "NAME=VALUE");
            set(edited, flag.text);
        } else if (flag.name == "unset") {
            if (flag.text.empty() || equals != std::string::npos)
                return wrong(flag, flag.text.substr(0, equals), "a name without =");
            std::erase_if(edited, names(flag.text));
        }
    }
    return environment(std::move(edited));
}

}  // namespace task_agent
