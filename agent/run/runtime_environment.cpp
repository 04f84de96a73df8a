#include "task_agent/run/runtime_environment.hpp"

#include "task_agent/config/environment.hpp"
#include "task_agent/os/folder_access.hpp"

#include <fmt/format.h>

#include "place_name.hpp"
#include <string_view>

namespace task_agent {
namespace {

constexpr std::string_view error_file_variable = "TORCHELASTIC_ERROR_FILE";

bool has(std::vector<std::string> const& environment, std::string_view name) {
    for (auto const& entry : environment) {
        if (variable_name(entry) == name) return true;
    }
    return false;
}

void add(std::vector<std::string>& environment, std::string_view name, std::string_view value) {
    environment.push_back(fmt::format("{}={}", name, value));
}

}  // namespace

std::string add_runtime_variables(std::vector<std::string>& environment,
                                  std::vector<std::string> const& places, uid_t user) {
    for (std::string_view const name : {"PYTHONFAULTHANDLER", "RUST_BACKTRACE"}) {
        if (!has(environment, name)) add(environment, name, "1");
    }
    if (has(environment, error_file_variable)) return {};
    for (auto const& place : places) {
        if (!place.starts_with('/') || !os::may_write_in(place, user)) continue;
        auto path = place + "/" + place_name(".torch-error.json");
        add(environment, error_file_variable, path);
        return path;
    }
    return {};
}

}  // namespace task_agent
