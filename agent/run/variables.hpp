// Variables of a workload's environment, which is a list of entries as execve(2) takes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

// In place of every entry of that name; an empty value takes them out.
void set_variable(std::vector<std::string>& environment, std::string_view name, std::string const& value);

}  // namespace task_agent
