// Delivers what earlier agents could not, from the journal of their state dir (contract 1, `flush`).
//
// One blocking call of a process without a workload.
#pragma once

#include "task_agent/base/log.hpp"
#include "task_agent/config/settings.hpp"
#include "task_agent/net/base_url.hpp"
#include "task_agent/platform/jobs_client.hpp"

#include <functional>
#include <string>

namespace task_agent {

struct flush_request {
    flush_settings settings;  // with a state dir
    net::base_url platform;
    jobs_client_options client;
};

// `say` gets one line for each end that was in the journal, what became of it or why it is not sent, or one
// that there was nothing. Returns true when no end of this attempt is left.
[[nodiscard]] bool flush_journal(flush_request const& request, logger const& log,
                                 std::function<void(std::string const&)> const& say);

}  // namespace task_agent
