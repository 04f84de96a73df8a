#include "task_agent/devserver/server.hpp"

#include "task_agent/devserver/http_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include <fcntl.h>

#include <utility>

namespace task_agent::devserver {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

constexpr auto token = asio::as_tuple(asio::use_awaitable);
// when the process has no descriptor left, a connection ends soon enough
constexpr std::chrono::milliseconds accept_pause(100);

// Asio opens sockets without it, and a workload started by this process must not inherit any.
void close_on_exec(int fd) {
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
}

error listen_error(error_code code, std::string_view host, std::uint16_t port) {
    return system_error(code, fmt::format("the dev-server cannot listen on {} port {}", host, port));
}

}  // namespace

// Shared with the accepting coroutine, which may outlive the server object until the context runs dry.
struct server::state {
    state(asio::io_context& c, job_store& store, server_options const& options)
        : context(c), acceptor(c), pause(c), sessions(std::make_shared<session_set>(c, store, options)) {}

    asio::io_context& context;
    tcp::acceptor acceptor;
    asio::steady_timer pause;
    std::shared_ptr<session_set> sessions;

    static asio::awaitable<void> accept_all(std::shared_ptr<state> self) {
        while (self->acceptor.is_open()) {
            auto [failure, socket] = co_await self->acceptor.async_accept(token);
            if (failure == asio::error::operation_aborted) co_return;
            if (failure) {
                self->pause.expires_after(accept_pause);
                co_await self->pause.async_wait(token);
                continue;
            }
            close_on_exec(socket.native_handle());
            error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            asio::co_spawn(self->context, serve_connection(self->sessions, std::move(socket)),
                           asio::detached);
        }
    }
};

server::server(asio::io_context& context, job_store& store, server_options options)
    : state_(std::make_shared<state>(context, store, options)) {}

server::~server() {
    stop();
}

result<std::uint16_t> server::listen(std::string_view host, std::uint16_t port) {
    error_code failure;
    auto const address =
        asio::ip::make_address(host == "localhost" ? "127.0.0.1" : std::string(host), failure);
    if (failure) {
        return bad_input(
            fmt::format("the dev-server cannot listen on '{}': allowed are localhost and numeric addresses "
                        "like 127.0.0.1",
                        host));
    }
    if (!address.is_loopback() && !state_->sessions->options.allow_remote) {
        return bad_input(
            fmt::format("the dev-server asks nobody who they are and listens on loopback addresses only: {} "
                        "needs --allow-remote",
                        host));
    }
    tcp::endpoint const endpoint(address, port);
    auto& acceptor = state_->acceptor;
    acceptor.open(endpoint.protocol(), failure);
    if (!failure) close_on_exec(acceptor.native_handle());
    if (!failure) acceptor.set_option(tcp::acceptor::reuse_address(true), failure);
    if (!failure) acceptor.bind(endpoint, failure);
    if (!failure) acceptor.listen(asio::socket_base::max_listen_connections, failure);
    auto const bound = failure ? tcp::endpoint() : acceptor.local_endpoint(failure);
    if (failure) {
        error_code ignored;
        acceptor.close(ignored);
        return listen_error(failure, host, port);
    }
    asio::co_spawn(state_->context, state::accept_all(state_), asio::detached);
    return bound.port();
}

void server::stop() {
    error_code ignored;
    state_->acceptor.close(ignored);
    state_->pause.cancel();
    state_->sessions->stop();
}

}  // namespace task_agent::devserver
