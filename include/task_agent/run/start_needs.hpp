// What a workload cannot start without: its secrets and its step's config (contract 5.2), and a limit for
// stalls where one is asked for (contract 3.2). Made by cli, from the settings.
//
// Plain value; any thread.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/secret_reference.hpp"
#include "task_agent/net/base_url.hpp"
#include "task_agent/platform/credentials.hpp"

#include <optional>
#include <string>
#include <vector>

namespace task_agent {

struct start_needs {
    std::string problem;  // why it is not even tried, in one sentence; empty = nothing
    std::vector<secret_reference> secrets;
    net::base_url secrets_url;           // with secrets
    jobs_client_options secrets_client;  // likewise
    std::string step_config_file;        // where the step's config goes; empty = not wanted
    std::string stall_limit_for;         // the option that asks for a limit nobody gave; empty = none
    duration limit{};                    // for all of it together

    [[nodiscard]] bool is_nothing() const noexcept {
        return problem.empty() && secrets.empty() && step_config_file.empty() && stall_limit_for.empty();
    }
};

}  // namespace task_agent
