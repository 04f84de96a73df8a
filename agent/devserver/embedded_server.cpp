#include "task_agent/devserver/embedded_server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <pthread.h>

#include <csignal>
#include <thread>
#include <utility>

namespace task_agent::devserver {

// The store comes first: sessions that the context destroys last still point to it.
struct embedded_server::parts {
    parts(server_options options, job_store::clock_function clock)
        : store(std::move(clock)), http(context, store, options) {}

    job_store store;
    boost::asio::io_context context{1};
    server http;
    std::thread thread;
};

embedded_server::embedded_server(server_options options, job_store::clock_function clock)
    : parts_(std::make_unique<parts>(options, std::move(clock))) {}

embedded_server::~embedded_server() {
    stop();
}

result<std::uint16_t> embedded_server::start() {
    auto const port = parts_->http.listen("127.0.0.1", 0);
    if (!port) return port;
    // a thread inherits the mask: signals stay with the owner's threads
    sigset_t all;
    sigset_t before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    parts_->thread = std::thread([p = parts_.get()] { p->context.run(); });
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return port;
}

void embedded_server::stop() {
    if (!parts_->thread.joinable()) return;
    boost::asio::post(parts_->context, [p = parts_.get()] { p->http.stop(); });
    parts_->thread.join();
}

}  // namespace task_agent::devserver
