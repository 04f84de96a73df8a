#include "variables.hpp"

namespace task_agent {

void set_variable(std::vector<std::string>& environment, std::string_view name, std::string const& value) {
    auto const start = std::string(name) + '=';
    std::erase_if(environment, [&](std::string const& entry) { return entry.starts_with(start); });
    if (!value.empty()) environment.push_back(start + value);
}

}  // namespace task_agent
