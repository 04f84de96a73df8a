// The agent around this one, if there is one (contract 2, nested agents): who reports for the task already.
//
// Control thread; the io_context outlives it.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/identity.hpp"
#include "task_agent/core/nested_report.hpp"
#include "task_agent/net/http_client.hpp"

#include <boost/asio/io_context.hpp>

#include <memory>
#include <string>

namespace task_agent {

class outer_agent {
public:
    // It answers at once, or has other troubles.
    static constexpr duration time_to_answer = std::chrono::seconds(1);

    // `socket` is what TASK_AGENT_SOCKET says; nothing when no path or nobody listens there, which costs no
    // wait.
    [[nodiscard]] static std::unique_ptr<outer_agent> find(boost::asio::io_context& io,
                                                           std::string const& socket);

    // Whether it reports for this task. `any_task`: ours has a name that was made up here, so that it does
    // not count.
    [[nodiscard]] awaitable<bool> reports_for(identity id, bool any_task, time_point until);
    // False when it did not take it.
    [[nodiscard]] awaitable<bool> hand_over(nested_report report, time_point until);

private:
    outer_agent(boost::asio::io_context& io, net::base_url to) : client_(io, std::move(to)) {}

    net::http_client client_;
};

}  // namespace task_agent
