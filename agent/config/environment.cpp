#include "task_agent/config/environment.hpp"

#include "task_agent/config/option_table.hpp"

#include <unistd.h>

namespace task_agent {

environment environment::of_process() {
    std::vector<std::string> entries;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry)
        entries.emplace_back(*entry);
    return environment(std::move(entries));
}

std::optional<std::string_view> environment::get(std::string_view name) const noexcept {
    for (std::string_view const entry : entries_) {
        if (entry.size() > name.size() && entry[name.size()] == '=' && entry.starts_with(name)) {
            return entry.substr(name.size() + 1);
        }
    }
    return std::nullopt;
}

std::optional<std::string_view> environment::get_filled(std::string_view name) const noexcept {
    auto value = get(name);
    if (value && value->empty()) value.reset();
    return value;
}

std::string_view variable_name(std::string_view entry) noexcept {
    return entry.substr(0, entry.find('='));
}

environment workload_environment(environment const& own) {
    std::vector<std::string> entries;
    entries.reserve(own.entries().size());
    for (std::string const& entry : own.entries()) {
        if (option_of_variable(variable_name(entry)) == nullptr) entries.push_back(entry);
    }
    return environment(std::move(entries));
}

}  // namespace task_agent
