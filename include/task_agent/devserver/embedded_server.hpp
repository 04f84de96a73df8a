// A dev-server inside another process (`run --dev`, tests): own store, own io_context, own thread.
//
// The owner talks to it over HTTP like to any platform. The thread takes no signals. start() and stop() from
// one thread; the destructor stops.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/devserver/server.hpp"

#include <cstdint>
#include <memory>

namespace task_agent::devserver {

class embedded_server {
public:
    explicit embedded_server(server_options options = {}, job_store::clock_function clock = wall_clock::now);
    ~embedded_server();
    embedded_server(embedded_server const&) = delete;
    embedded_server& operator=(embedded_server const&) = delete;

    // Listens on a free port of 127.0.0.1 and returns it.
    [[nodiscard]] result<std::uint16_t> start();

    // Ends the thread; answers under way are finished.
    void stop();

private:
    struct parts;
    std::unique_ptr<parts> parts_;
};

}  // namespace task_agent::devserver
