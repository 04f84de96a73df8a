// A small HTTP server on a unix socket: one request a connection, each peer known by its user (contract 8.1).
//
// The listening socket is made apart (listen_at), with plain system calls and before there is an io_context
// to serve it. Requests are answered one after another as they come, by a function that does not block. A
// peer that dawdles, says what is no HTTP or more than the limit, is dropped. Control thread; the server
// outlives its io_context's run.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/base/unique_fd.hpp"
#include "task_agent/net/await.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>

#include <sys/types.h>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace task_agent::net {

struct local_request {
    std::string method;
    std::string target;
    std::string body;
};

struct local_answer {
    int status = 200;
    std::string body;  // JSON, or empty
};

// A new socket with mode 0600 that belongs to `owner`. An error is a sentence with the path.
[[nodiscard]] result<unique_fd> listen_at(std::string const& path, uid_t owner);

class local_server {
public:
    using handler = std::function<local_answer(local_request const&)>;

    // Only processes of `users`, of root and of our own user are answered.
    local_server(asio::io_context& io, unique_fd listening, std::vector<uid_t> users, handler answer);
    local_server(local_server const&) = delete;
    local_server& operator=(local_server const&) = delete;

    // Until close().
    [[nodiscard]] awaitable<void> run();
    void close() noexcept;

private:
    using socket = asio::local::stream_protocol::socket;

    [[nodiscard]] awaitable<void> serve(socket accepted);
    [[nodiscard]] bool may_ask(int fd) const noexcept;

    asio::io_context& io_;
    asio::local::stream_protocol::acceptor acceptor_;
    std::vector<uid_t> users_;
    handler answer_;
    int open_ = 0;
};

}  // namespace task_agent::net
