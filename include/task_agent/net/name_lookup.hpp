// The addresses of a host name, without NSS and without a thread: c-ares inside the io_context.
//
// /etc/hosts first, then DNS as /etc/resolv.conf says (servers, search domains, ndots); both are read anew
// for every lookup and may be missing. One object for one lookup: nothing of c-ares is there before or after
// it. Control thread; the owner keeps the object alive until run() has completed, and cancel() makes that
// soon.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/error.hpp"
#include "task_agent/net/await.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>

#include <memory>
#include <string>
#include <vector>

namespace task_agent::net {

class name_lookup {
public:
    explicit name_lookup(asio::io_context& io);
    name_lookup(name_lookup const&) = delete;
    name_lookup& operator=(name_lookup const&) = delete;
    ~name_lookup();

    // Once per object. At least one address, best first (RFC 6724); or errc::name_not_found,
    // errc::name_lookup_failed, or errc::timed_out when `until` came first.
    [[nodiscard]] awaitable<result<std::vector<asio::ip::address>>> run(std::string host, time_point until);
    void cancel() noexcept;

private:
    struct state;
    std::shared_ptr<state> state_;  // with handlers that are queued when the lookup ends
};

}  // namespace task_agent::net
