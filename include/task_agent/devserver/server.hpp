// The dev-server on the network: HTTP/1.1 over TCP in front of the routes, the way uvicorn behaves
// (lower-case header names, idle connections closed after 5 s, 400 with a plain text for what is no HTTP).
//
// Everything, the store included, runs on the one thread that runs the io_context; that context and the store
// must outlive the server, and the context must have run out of work before the store goes.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/jitter.hpp"
#include "task_agent/devserver/fault_spec.hpp"
#include "task_agent/devserver/job_store.hpp"

#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::devserver {

struct server_options {
    bool allow_remote = false;  // addresses other than loopback
    // A connection on which no next request begins for so long is closed. A first request is waited for
    // without end.
    std::chrono::milliseconds idle_close{5000};
    std::size_t body_limit = std::size_t{64} << 20;  // a larger body is answered with 413

    std::vector<fault_spec> faults;  // in the order of their options
    std::uint64_t fault_seed = jitter::fresh_seed();
    // Gets a line about each request: method, target, a task update's status, what became of it.
    std::function<void(std::string_view)> note;
};

class server {
public:
    server(boost::asio::io_context& context, job_store& store, server_options options = {});
    ~server();
    server(server const&) = delete;
    server& operator=(server const&) = delete;

    // Starts to accept. `host` is a numeric address or "localhost"; port 0 takes a free one. The bound port.
    [[nodiscard]] result<std::uint16_t> listen(std::string_view host, std::uint16_t port);

    // No new connections; idle ones are closed, answers under way are finished, what is left after a second
    // is cut. On the context's thread.
    void stop();

private:
    struct state;
    std::shared_ptr<state> state_;
};

}  // namespace task_agent::devserver
