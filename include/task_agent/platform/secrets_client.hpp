// The one call of the secrets service: the value of a secret, for the creator of the job (contract 5.2,
// platform-facts 2.2). A single try each; one connection, opened on demand.
//
// Control thread. The owner keeps the client alive until its calls have completed; close() makes that soon.
#pragma once

#include "task_agent/core/secret_reference.hpp"
#include "task_agent/platform/answer.hpp"
#include "task_agent/platform/credentials.hpp"

#include <string>

namespace task_agent {

class secrets_client {
public:
    secrets_client(asio::io_context& io, net::base_url const& to, jobs_client_options const& options);

    // A 2xx without a value is errc::bad_document.
    [[nodiscard]] awaitable<answer<std::string>> value(secret_reference which, time_point until);
    [[nodiscard]] net::base_url const& server() const noexcept { return connection_.origin(); }
    void close() noexcept;

private:
    credentials who_asks_;
    net::http_client connection_;
};

}  // namespace task_agent
