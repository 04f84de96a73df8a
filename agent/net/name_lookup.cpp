// Ownership of sockets: c-ares opens and closes them, Asio only watches. A watch is released (never closed)
// in the callback that c-ares makes just before it closes; a number that is used again gets a watch of its
// own, and handlers of the old one find it dead.
#include "task_agent/net/name_lookup.hpp"

#include <ares.h>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <fmt/format.h>

#include <netinet/in.h>

#include <cstring>
#include <map>
#include <utility>

namespace task_agent::net {
namespace {

using namespace std::chrono_literals;

// One silent server must not use up the five seconds that a connection has.
constexpr std::chrono::milliseconds first_timeout = 1500ms;
constexpr int tries = 3;

struct watch {
    explicit watch(asio::io_context& io) : descriptor(io) {}

    asio::posix::stream_descriptor descriptor;
    bool wants_read = false;
    bool wants_write = false;
    bool is_waiting_read = false;
    bool is_waiting_write = false;
    bool is_alive = true;
};

bool is_localhost(std::string_view host) {
    if (host.ends_with('.')) host.remove_suffix(1);
    return host == "localhost" || host.ends_with(".localhost");
}

std::vector<asio::ip::address> loopback() {
    return {asio::ip::address_v4::loopback(), asio::ip::address_v6::loopback()};
}

std::vector<asio::ip::address> addresses_of(ares_addrinfo const* info) {
    std::vector<asio::ip::address> addresses;
    for (auto const* node = info ? info->nodes : nullptr; node; node = node->ai_next) {
        if (node->ai_family == AF_INET) {
            sockaddr_in in{};
            std::memcpy(&in, node->ai_addr, sizeof in);
            addresses.emplace_back(asio::ip::address_v4(ntohl(in.sin_addr.s_addr)));
        } else if (node->ai_family == AF_INET6) {
            sockaddr_in6 in{};
            std::memcpy(&in, node->ai_addr, sizeof in);
            asio::ip::address_v6::bytes_type bytes;
            std::memcpy(bytes.data(), &in.sin6_addr, bytes.size());
            addresses.emplace_back(asio::ip::address_v6(bytes, in.sin6_scope_id));
        }
    }
    return addresses;
}

errc code_of(int status) noexcept {
    bool const is_unknown = status == ARES_ENOTFOUND || status == ARES_ENODATA || status == ARES_EBADNAME;
    return is_unknown ? errc::name_not_found : errc::name_lookup_failed;
}

}  // namespace

struct name_lookup::state : std::enable_shared_from_this<state> {
    explicit state(asio::io_context& context) : io(context), tick(context), done(context) {}

    asio::io_context& io;
    ares_channel channel = nullptr;
    asio::steady_timer tick;  // for c-ares' own time-outs
    asio::steady_timer done;  // cancelled when there is a result; expires at the caller's limit
    std::map<ares_socket_t, std::shared_ptr<watch>> watches;
    bool is_finished = false;
    int status = ARES_ECANCELLED;
    std::vector<asio::ip::address> addresses;

    int open();
    void start(std::string const& host);
    void shut() noexcept;
    void process(ares_socket_t readable, ares_socket_t writable);
    void on_socket(ares_socket_t fd, bool wants_read, bool wants_write);
    void wait_all();
    void wait(ares_socket_t fd, std::shared_ptr<watch> const& w);
    void set_tick();
    void on_result(int result, ares_addrinfo* info);
};

int name_lookup::state::open() {
    static int const library = ares_library_init(ARES_LIB_INIT_ALL);
    if (library != ARES_SUCCESS) return library;
    char lookups[] = "fb";  // files, then DNS; /etc/nsswitch.conf is not asked
    ares_options options{};
    options.timeout = static_cast<int>(first_timeout.count());
    options.tries = tries;
    options.lookups = lookups;
    options.sock_state_cb = [](void* self, ares_socket_t fd, int readable, int writable) {
        static_cast<state*>(self)->on_socket(fd, readable != 0, writable != 0);
    };
    options.sock_state_cb_data = this;
    return ares_init_options(&channel, &options,
                             ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_LOOKUPS | ARES_OPT_SOCK_STATE_CB);
}

void name_lookup::state::start(std::string const& host) {
    ares_addrinfo_hints hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    auto const on_answer = [](void* self, int result, int, ares_addrinfo* info) {
        static_cast<state*>(self)->on_result(result, info);
    };
    ares_getaddrinfo(channel, host.c_str(), nullptr, &hints, on_answer, this);
    wait_all();
    set_tick();
}

// Ends everything: c-ares answers what is open with a cancellation and gives its sockets back. Never from
// within one of its callbacks.
void name_lookup::state::shut() noexcept {
    if (auto* const old = std::exchange(channel, nullptr)) ares_destroy(old);
    tick.cancel();
}

void name_lookup::state::process(ares_socket_t readable, ares_socket_t writable) {
    if (!channel) return;
    ares_process_fd(channel, readable, writable);
    wait_all();
    set_tick();
}

void name_lookup::state::on_socket(ares_socket_t fd, bool wants_read, bool wants_write) {
    auto const known = watches.find(fd);
    if (!wants_read && !wants_write) {
        if (known == watches.end()) return;
        known->second->is_alive = false;
        (void)known->second->descriptor.release();
        watches.erase(known);
        return;
    }
    auto& w = known != watches.end() ? known->second : watches[fd];
    if (!w) {
        w = std::make_shared<watch>(io);
        error_code code;
        w->descriptor.assign(fd, code);
        // cannot be watched: c-ares' time-outs move on to another server
        if (code) w->is_alive = false;
    }
    w->wants_read = wants_read;
    w->wants_write = wants_write;
}

void name_lookup::state::wait_all() {
    for (auto const& [fd, w] : watches)
        wait(fd, w);
}

void name_lookup::state::wait(ares_socket_t fd, std::shared_ptr<watch> const& w) {
    if (!w->is_alive) return;
    using descriptor = asio::posix::stream_descriptor;
    if (w->wants_read && !w->is_waiting_read) {
        w->is_waiting_read = true;
        w->descriptor.async_wait(descriptor::wait_read, [self = shared_from_this(), w, fd](error_code code) {
            w->is_waiting_read = false;
            if (!code && w->is_alive) self->process(fd, ARES_SOCKET_BAD);
        });
    }
    if (w->wants_write && !w->is_waiting_write) {
        w->is_waiting_write = true;
        w->descriptor.async_wait(descriptor::wait_write, [self = shared_from_this(), w, fd](error_code code) {
            w->is_waiting_write = false;
            if (!code && w->is_alive) self->process(ARES_SOCKET_BAD, fd);
        });
    }
}

void name_lookup::state::set_tick() {
    timeval left{};
    if (is_finished || !channel || !ares_timeout(channel, nullptr, &left)) {
        tick.cancel();
        return;
    }
    tick.expires_after(std::chrono::seconds(left.tv_sec) + std::chrono::microseconds(left.tv_usec));
    tick.async_wait([self = shared_from_this()](error_code code) {
        if (!code) self->process(ARES_SOCKET_BAD, ARES_SOCKET_BAD);
    });
}

void name_lookup::state::on_result(int result, ares_addrinfo* info) {
    is_finished = true;
    status = result;
    if (result == ARES_SUCCESS) addresses = addresses_of(info);
    if (info) ares_freeaddrinfo(info);
    done.cancel();
}

name_lookup::name_lookup(asio::io_context& io) : state_(std::make_shared<state>(io)) {}

name_lookup::~name_lookup() {
    state_->shut();
}

void name_lookup::cancel() noexcept {
    state_->shut();
    state_->done.cancel();
}

awaitable<result<std::vector<asio::ip::address>>> name_lookup::run(std::string host, time_point until) {
    auto const self = state_;
    if (int const opened = self->open(); opened != ARES_SUCCESS) {
        co_return error{errc::name_lookup_failed,
                        fmt::format("cannot look up {}: {}", host, ares_strerror(opened))};
    }
    self->done.expires_at(until);
    self->start(host);
    bool has_run_out = false;
    if (!self->is_finished) {
        auto [code] = co_await self->done.async_wait(use_await);
        has_run_out = !code && !self->is_finished;
    }
    self->shut();
    if (!self->addresses.empty()) co_return std::move(self->addresses);
    // RFC 6761: this name is ours whatever the files and servers say, and containers do without /etc/hosts
    if (is_localhost(host)) co_return loopback();
    if (has_run_out) co_return error{errc::timed_out, fmt::format("looking up {} timed out", host)};
    auto const failed = self->status == ARES_SUCCESS ? ARES_ENODATA : self->status;
    co_return error{code_of(failed), fmt::format("cannot look up {}: {}", host, ares_strerror(failed))};
}

}  // namespace task_agent::net
