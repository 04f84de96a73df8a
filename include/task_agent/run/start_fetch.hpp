// Gets from the platform what a workload cannot start without, each until it is there or cannot be had
// (contract 5.2, platform-facts 1.5).
//
// Trouble that passes is retried as for every other call; an answer that will not change ends it. One
// connection at a time. Control thread; what it borrows outlives it, the clients too.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/base/log.hpp"
#include "task_agent/platform/jobs_client.hpp"
#include "task_agent/platform/secrets_client.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <string>

namespace task_agent {

class start_fetch {
public:
    // Nothing is fetched after `until`; `limit` is what that was before, for messages.
    start_fetch(boost::asio::io_context& io, jitter& random, logger const& log, time_point until,
                duration limit);

    // The error is a sentence that names the variable and the secret, and never quotes a value.
    [[nodiscard]] awaitable<result<std::string>> secret(secrets_client& from, secret_reference which);
    [[nodiscard]] awaitable<result<json_text>> step_config(jobs_client& from, identity id);

    // What is under way fails soon, and everything after it at once.
    void cancel() noexcept;

private:
    using single_try = std::function<awaitable<answer<std::string>>()>;
    [[nodiscard]] awaitable<result<std::string>> until_there(std::string what, single_try ask);
    void say_once(std::string const& what, std::string const& why);

    jitter* random_;
    logger log_;
    time_point until_;
    duration limit_;
    boost::asio::steady_timer timer_;
    std::function<void()> close_;  // the client that is in use
    bool is_cancelled_ = false;
    bool has_warned_ = false;
};

}  // namespace task_agent
