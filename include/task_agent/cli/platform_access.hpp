// From settings to what a jobs_client needs, and small calls that block: for commands without a workload.
#pragma once

#include "task_agent/cli/command.hpp"
#include "task_agent/config/environment.hpp"
#include "task_agent/config/settings.hpp"
#include "task_agent/net/base_url.hpp"
#include "task_agent/platform/jobs_client.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::cli {

struct platform_access {
    std::optional<net::base_url> url;  // the loader has judged the text; nothing when none was given
    jobs_client_options client;
    std::vector<std::string> warnings;  // a principal or a proxy that cannot be read counts as none
};

// `env` for the proxy's variables and SSL_CERT_DIR.
[[nodiscard]] platform_access platform_access_from(platform_settings const& settings, environment const& env);

// The same for the secrets service; tokens are exchanged where those for the Jobs API are.
[[nodiscard]] platform_access secrets_access_from(platform_settings const& settings, environment const& env);

// Loads the settings of a client command and makes the call on an io_context of its own. Returns the exit
// code of the command: that of `work`, or agent_failure after a complaint about the settings (a missing URL
// or workspace included).
[[nodiscard]] int with_jobs_client(invocation const& call,
                                   std::function<asio::awaitable<int>(jobs_client&)> work);

// Complains about a call that was refused or failed: "cannot cancel job x: ...".
void complain_about(std::string_view what, call_outcome const& outcome);

}  // namespace task_agent::cli
