// One connection of the dev-server, and the set of all that live: Beast's async server side (the only place
// with it).
//
// Requests of one connection are answered one after another, pipelined ones too. On the context's thread.
#pragma once

#include "task_agent/devserver/fault_plan.hpp"
#include "task_agent/devserver/job_store.hpp"
#include "task_agent/devserver/server.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <memory>
#include <set>

namespace task_agent::devserver {

class http_session;

// What all connections share. Kept alive by each of them.
struct session_set {
    session_set(boost::asio::io_context& context, job_store& s, server_options const& o)
        : store(s), options(o), faults(o.faults, steady_clock::now(), jitter(o.fault_seed)), cut(context) {}

    job_store& store;
    server_options options;
    fault_plan faults;
    bool stopping = false;
    boost::asio::steady_timer cut;  // runs while the last ones are given time to end
    std::set<http_session*> live;

    // Closes the idle connections now and the others when `cut` has run out.
    void stop();
};

// Serves the connection to its end.
[[nodiscard]] boost::asio::awaitable<void> serve_connection(std::shared_ptr<session_set> set,
                                                            boost::asio::ip::tcp::socket socket);

}  // namespace task_agent::devserver
