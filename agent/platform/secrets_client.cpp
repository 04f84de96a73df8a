#include "task_agent/platform/secrets_client.hpp"

#include "task_agent/platform/endpoint.hpp"
#include "task_agent/wire/secret_codec.hpp"

namespace task_agent {
namespace {

// Far beyond what the kernel takes as one variable (128 KiB, execve(2)).
constexpr std::size_t body_limit = std::size_t{1} << 20;

}  // namespace

secrets_client::secrets_client(asio::io_context& io, net::base_url const& to,
                               jobs_client_options const& options)
    : who_asks_(io, to, options), connection_(io, to, options.limits, options.via) {}

awaitable<answer<std::string>> secrets_client::value(secret_reference which, time_point until) {
    net::http_request request;
    request.method = "GET";
    request.target = secret_access(which.workspace, which.name);
    request.rule = net::body_rule::refuse_excess;
    request.body_limit = body_limit;
    auto const got =
        co_await who_asks_.ask(connection_, std::move(request), credentials::caller::creator, until);
    co_return understood(got, &parse_secret_value);
}

void secrets_client::close() noexcept {
    who_asks_.close();
    connection_.close();
}

}  // namespace task_agent
