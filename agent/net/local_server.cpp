#include "task_agent/net/local_server.hpp"

#include "task_agent/net/deadline.hpp"
#include "task_agent/net/socket_stream.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/beast/http/error.hpp>
#include <fmt/format.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "request_parser.hpp"
#include <algorithm>
#include <array>
#include <cstring>
#include <exception>

namespace task_agent::net {
namespace {

using namespace std::chrono_literals;
namespace http = boost::beast::http;

constexpr auto time_for_a_request = 5s;
// A report of the largest stack, twice over for JSON's escapes, and what a workload may report at once.
constexpr std::size_t body_limit = std::size_t{2} << 20;
constexpr int most_connections = 16;

std::string_view reason_of(int status) noexcept {
    switch (status) {
        case 200:
            return "OK";
        case 204:
            return "No Content";
        case 400:
            return "Bad Request";
        case 404:
            return "Not Found";
        case 413:
            return "Content Too Large";
        default:
            return "Answer";
    }
}

std::string serialised(local_answer const& answer) {
    auto text =
        fmt::format("HTTP/1.1 {} {}\r\nConnection: close\r\n", answer.status, reason_of(answer.status));
    if (answer.status != 204)
        text += fmt::format("Content-Type: application/json\r\nContent-Length: {}\r\n", answer.body.size());
    return text + "\r\n" + answer.body;
}

}  // namespace

result<unique_fd> listen_at(std::string const& path, uid_t owner) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path) return bad_input(path + " is too long for a socket's path");
    std::memcpy(address.sun_path, path.data(), path.size());
    unique_fd made(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!made) return system_error(last_errno(), "socket");
    // before anybody can connect: it does not listen yet
    ::fchmod(made.get(), 0600);
    if (::bind(made.get(), reinterpret_cast<sockaddr const*>(&address), sizeof address) < 0)
        return system_error(last_errno(), "cannot make the socket " + path);
    bool const is_ours = ::chmod(path.c_str(), 0600) == 0 &&
                         (owner == ::geteuid() || ::chown(path.c_str(), owner, static_cast<gid_t>(-1)) == 0);
    if (!is_ours || ::listen(made.get(), most_connections) < 0) {
        auto const why = last_errno();
        ::unlink(path.c_str());
        return system_error(why, "cannot make the socket " + path);
    }
    return made;
}

local_server::local_server(asio::io_context& io, unique_fd listening, std::vector<uid_t> users,
                           handler answer)
    : io_(io),
      acceptor_(io, asio::local::stream_protocol(), listening.release()),
      users_(std::move(users)),
      answer_(std::move(answer)) {}

awaitable<void> local_server::run() {
    for (;;) {
        auto [code, accepted] = co_await acceptor_.async_accept(use_await);
        if (code == asio::error::operation_aborted || code == asio::error::bad_descriptor) co_return;
        if (code) continue;
        ::fcntl(accepted.native_handle(), F_SETFD, FD_CLOEXEC);
        if (open_ >= most_connections || !may_ask(accepted.native_handle())) continue;
        // what cannot be answered for want of memory ends the program as everywhere else
        auto on_end = [](std::exception_ptr failure) {
            if (failure) std::rethrow_exception(failure);
        };
        asio::co_spawn(io_, serve(std::move(accepted)), on_end);
    }
}

void local_server::close() noexcept {
    error_code ignored;
    acceptor_.close(ignored);
}

awaitable<void> local_server::serve(socket accepted) {
    ++open_;
    socket_stream stream(socket_stream::socket(std::move(accepted)));
    deadline const limit(io_, steady_clock::now() + time_for_a_request, [&stream] { stream.close(); });
    request_parser parser(body_limit);
    std::string unparsed;
    std::array<char, 4096> buffer;
    bool is_broken = false;
    while (!is_broken && !parser.is_done()) {
        auto const got = co_await stream.read_some(buffer);
        unparsed.append(buffer.data(), got.bytes);
        is_broken = bool(got.code);
        error_code code;
        while (!unparsed.empty() && !parser.is_done() && !code)
            unparsed.erase(0, parser.put(asio::const_buffer(unparsed.data(), unparsed.size()), code));
        is_broken = is_broken || (code && code != http::error::need_more);
    }
    std::string reply;
    if (parser.is_done()) {
        reply = serialised(answer_(parser.take()));
    } else if (parser.is_too_large()) {
        local_answer refusal;
        refusal.status = 413;
        refusal.body = R"({"detail":"the body is larger than 2 MiB"})";
        reply = serialised(refusal);
    }
    if (!reply.empty()) (void)co_await stream.write(reply);
    --open_;
}

bool local_server::may_ask(int fd) const noexcept {
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) < 0) return false;
    return peer.uid == 0 || peer.uid == ::geteuid() ||
           std::find(users_.begin(), users_.end(), peer.uid) != users_.end();
}

}  // namespace task_agent::net
