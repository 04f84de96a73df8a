// Where the bearer token of a request comes from (contract 2, platform-facts 2.3, 2.4): the workload's
// identity file, exchanged for a token that is replaced before it ends; else a token file, read anew for each
// request, so that a rotation is seen; else a token; else none, and the principal headers speak.
//
// No token is ever part of an error or a log line. Control thread; the io_context outlives it, and the owner
// keeps it until its calls have completed (close() makes that soon).
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/error.hpp"
#include "task_agent/net/base_url.hpp"
#include "task_agent/net/http_client.hpp"
#include "task_agent/wire/auth_codec.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace task_agent {

struct token_options {
    std::string identity_file;  // of the workload identity; empty = none
    std::string token_file;
    std::string token;
    std::optional<net::base_url> auth_url;  // whose /apis/auth/discovery is asked; nothing: the platform's
    // How a server is reached: a token endpoint is known only once it was discovered.
    std::function<net::transport(net::base_url const&)> via;
    // Told each token that was not told yet, so that it can be masked.
    std::function<void(std::string const&)> on_token;
};

class token_source {
public:
    token_source(asio::io_context& io, net::base_url const& platform, token_options options);
    token_source(token_source const&) = delete;
    token_source& operator=(token_source const&) = delete;
    ~token_source();

    // Empty: no token is in use. An error is a sentence that names the file or the server.
    [[nodiscard]] awaitable<result<std::string>> current(time_point until);
    // After a 401: forgets what was got. False where asking again cannot give another one.
    bool renew() noexcept;
    void close() noexcept;

private:
    [[nodiscard]] result<std::string> read_file(std::string const& path, char const* what);
    [[nodiscard]] awaitable<result<access_token>> exchange(time_point until);
    [[nodiscard]] awaitable<result<std::string>> ask(net::base_url to, net::http_request request,
                                                     char const* what, time_point until);
    void tell(std::string const& token);

    asio::io_context& io_;
    net::base_url auth_url_;
    token_options options_;
    std::optional<access_token> held_;
    time_point refresh_at_{};
    time_point ends_at_{};
    bool exchanging_ = false;
    asio::steady_timer exchanged_;  // a condition variable: cancelled when an exchange has ended
    net::http_client* asking_ = nullptr;
    std::string told_;
};

}  // namespace task_agent
