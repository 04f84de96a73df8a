#include "task_agent/net/dialer.hpp"

#include "task_agent/base/unique_fd.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/socket.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace task_agent::net {
namespace {

// RFC 8305, 5: the recommended Connection Attempt Delay.
constexpr std::chrono::milliseconds between_starts(250);

error_code opened(dialer::socket& socket, dialer::endpoint const& to) {
    auto const protocol = to.protocol();
    // Asio would open it without close-on-exec, and a workload would inherit it
    unique_fd fd(
        ::socket(protocol.family(), protocol.type() | SOCK_CLOEXEC | SOCK_NONBLOCK, protocol.protocol()));
    if (!fd) return last_errno();
    error_code code;
    socket.assign(protocol, fd.get(), code);
    if (code) return code;
    (void)fd.release();
    // a request is one write: waiting for more would only delay it
    if (protocol.family() != AF_UNIX) socket.set_option(asio::ip::tcp::no_delay(true), code);
    return {};
}

}  // namespace

struct dialer::state : std::enable_shared_from_this<state> {
    explicit state(asio::io_context& context) : io(context), next(context), done(context) {}

    asio::io_context& io;
    asio::steady_timer next;  // starts the next address
    asio::steady_timer done;  // cancelled when there is a result; expires at the caller's limit
    std::vector<endpoint> to;
    std::vector<std::unique_ptr<socket>> started;  // as many as have been, in the order of `to`
    std::size_t connecting = 0;
    std::optional<socket> won;
    error_code failure = asio::error::operation_aborted;
    bool is_finished = false;

    void start_next();
    void on_connected(std::size_t index, error_code code);
    void finish() noexcept;
};

void dialer::state::start_next() {
    next.cancel();
    while (started.size() < to.size()) {
        auto const index = started.size();
        auto& one = *started.emplace_back(std::make_unique<socket>(io));
        if (auto const code = opened(one, to[index])) {
            failure = code;
            continue;
        }
        ++connecting;
        one.async_connect(to[index], [self = shared_from_this(), index](error_code code) {
            self->on_connected(index, code);
        });
        break;
    }
    if (connecting == 0) return finish();
    if (started.size() == to.size()) return;
    next.expires_after(between_starts);
    next.async_wait([self = shared_from_this()](error_code code) {
        if (!code && !self->is_finished) self->start_next();
    });
}

void dialer::state::on_connected(std::size_t index, error_code code) {
    if (is_finished) return;
    --connecting;
    if (!code) {
        won = std::move(*started[index]);
        return finish();
    }
    failure = code;
    started[index]->close(code);
    if (started.size() < to.size() || connecting == 0) start_next();
}

// The losers' handlers come with an abort and find it finished.
void dialer::state::finish() noexcept {
    is_finished = true;
    started.clear();
    next.cancel();
    done.cancel();
}

dialer::dialer(asio::io_context& io) : state_(std::make_shared<state>(io)) {}

dialer::~dialer() {
    state_->finish();
}

void dialer::cancel() noexcept {
    state_->won.reset();
    state_->failure = asio::error::operation_aborted;
    state_->finish();
}

awaitable<error_code> dialer::run(std::vector<endpoint> to, time_point until) {
    auto const self = state_;
    self->to = std::move(to);
    self->done.expires_at(until);
    self->start_next();
    bool has_run_out = false;
    if (!self->is_finished) {
        auto [code] = co_await self->done.async_wait(use_await);
        has_run_out = !code && !self->is_finished;
    }
    self->finish();
    if (self->won) co_return error_code();
    if (has_run_out) co_return errc::timed_out;
    co_return self->failure;
}

dialer::socket dialer::take() {
    return std::move(*state_->won);
}

std::vector<asio::ip::address> interleaved(std::vector<asio::ip::address> const& addresses) {
    std::vector<asio::ip::address> queues[2];
    for (auto const& address : addresses)
        queues[address.is_v6() == addresses.front().is_v6() ? 0 : 1].push_back(address);
    std::vector<asio::ip::address> mixed;
    for (std::size_t i = 0; i < std::max(queues[0].size(), queues[1].size()); ++i) {
        for (auto const& queue : queues) {
            if (i < queue.size()) mixed.push_back(queue[i]);
        }
    }
    return mixed;
}

dialer::endpoint tcp_endpoint(asio::ip::address const& address, std::uint16_t port) {
    return asio::ip::tcp::endpoint(address, port);
}

dialer::endpoint unix_endpoint(std::string const& path) {
    return asio::local::stream_protocol::endpoint(path);
}

}  // namespace task_agent::net
