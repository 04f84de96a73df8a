// Who asks, put into the headers of a request: a token where one is in use, else the principal (contract 2,
// "Auth"; platform-facts 2.1, 2.2).
//
// Control thread. The owner keeps it until its calls have completed; close() makes that soon.
#pragma once

#include "task_agent/core/identity.hpp"
#include "task_agent/core/principal.hpp"
#include "task_agent/net/http_client.hpp"
#include "task_agent/platform/token_source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace task_agent {

// For a client of any of the platform's services.
struct jobs_client_options {
    api_family family = api_family::nmp;
    std::optional<principal> creator;  // on whose behalf calls are made
    token_options tokens;  // with one in use, no principal is named: it would win (platform-facts 2.1)
    std::string attempt;   // attempt-scoped routes; empty: the plain ones
    net::http_limits limits;
    net::transport via;
};

class credentials {
public:
    using time_limit = std::optional<time_point>;
    // The service on behalf of the job's creator, or the service for itself.
    enum class caller { creator, service };

    // `to` is where a token is exchanged, unless the options name another server.
    credentials(asio::io_context& io, net::base_url const& to, jobs_client_options const& options);

    // An error may have passed by the next try: a token file that is being rotated, say.
    [[nodiscard]] awaitable<result<std::vector<net::http_header>>> headers(caller as, time_limit until);
    // The request with these headers, and once more with new ones after a 401 where there can be any.
    [[nodiscard]] awaitable<net::http_answer> ask(net::http_client& over, net::http_request request,
                                                  caller as, time_limit until);

    bool renew() noexcept { return tokens_.renew(); }
    void close() noexcept { tokens_.close(); }

private:
    std::vector<net::http_header> for_creator_;
    std::vector<net::http_header> for_service_;
    duration request_limit_;
    token_source tokens_;
};

}  // namespace task_agent
