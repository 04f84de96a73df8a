#include "support/http.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <string_view>

namespace support {
namespace {

using std::chrono::milliseconds;
using steady = std::chrono::steady_clock;
using task_agent::unique_fd;

bool is_same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

std::optional<std::string> find(header_list const& headers, std::string_view name) {
    for (auto const& [key, value] : headers) {
        if (is_same_name(key, name)) return value;
    }
    return std::nullopt;
}

std::string header_lines(header_list const& headers) {
    std::string text;
    for (auto const& [key, value] : headers)
        text += key + ": " + value + "\r\n";
    return text;
}

void send_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        auto const n = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (n <= 0) return;  // the peer has gone: its own side says so
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

// False at the end of the stream or of time.
bool receive(int fd, std::string& into, steady::time_point end) {
    pollfd waiting{fd, POLLIN, 0};
    auto const left = std::chrono::ceil<milliseconds>(end - steady::now()).count();
    if (left <= 0 || ::poll(&waiting, 1, static_cast<int>(left)) <= 0) return false;
    std::array<char, 16384> bytes;
    auto const n = ::recv(fd, bytes.data(), bytes.size(), 0);
    if (n <= 0) return false;
    into.append(bytes.data(), static_cast<std::size_t>(n));
    return true;
}

struct head {
    std::string first_line;
    header_list headers;
};

head parse_head(std::string_view text) {
    head result;
    bool is_first = true;
    while (!text.empty()) {
        auto const end = text.find("\r\n");
        auto const line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
        if (std::exchange(is_first, false)) {
            result.first_line = line;
            continue;
        }
        auto const colon = line.find(':');
        if (colon == std::string_view::npos) throw std::runtime_error("no header: " + std::string(line));
        auto value = line.substr(colon + 1);
        value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
        result.headers.emplace_back(line.substr(0, colon), value);
    }
    return result;
}

// Both take what they need from the front of `pending`.
std::optional<head> read_head(int fd, std::string& pending, steady::time_point end) {
    std::size_t at = 0;
    while ((at = pending.find("\r\n\r\n")) == std::string::npos) {
        if (!receive(fd, pending, end)) return std::nullopt;
    }
    auto result = parse_head(std::string_view(pending).substr(0, at));
    pending.erase(0, at + 4);
    return result;
}

std::string take(int fd, std::string& pending, std::size_t count, steady::time_point end) {
    while (pending.size() < count) {
        if (!receive(fd, pending, end)) throw std::runtime_error("the peer stopped inside a message");
    }
    auto const bytes = pending.substr(0, count);
    pending.erase(0, count);
    return bytes;
}

std::string take_line(int fd, std::string& pending, steady::time_point end) {
    std::size_t at = 0;
    while ((at = pending.find("\r\n")) == std::string::npos) {
        if (!receive(fd, pending, end)) throw std::runtime_error("the peer stopped inside a message");
    }
    auto const line = pending.substr(0, at);
    pending.erase(0, at + 2);
    return line;
}

std::string read_body(int fd, std::string& pending, header_list const& headers, steady::time_point end) {
    if (auto const length = find(headers, "Content-Length"))
        return take(fd, pending, std::stoul(*length), end);
    if (find(headers, "Transfer-Encoding").value_or("") != "chunked") return {};
    std::string body;
    for (;;) {
        auto const size = std::stoul(take_line(fd, pending, end), nullptr, 16);
        body += take(fd, pending, size, end);
        take_line(fd, pending, end);
        if (size == 0) return body;
    }
}

}  // namespace

std::optional<std::string> http_request::header(std::string_view name) const {
    return find(headers, name);
}

http_answer call(std::uint16_t port, http_request request, milliseconds limit) {
    auto const end = steady::now() + limit;
    unique_fd const fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // the socket API's own pun
    if (::connect(fd.get(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
    bool const has_host = request.header("Host").has_value();
    if (!has_host) request.headers.emplace_back("Host", "127.0.0.1");
    std::erase_if(request.headers, [](auto const& h) {
        return is_same_name(h.first, "Content-Length") || is_same_name(h.first, "Connection");
    });
    request.headers.emplace_back("Content-Length", std::to_string(request.body.size()));
    request.headers.emplace_back("Connection", "close");
    send_all(fd.get(), request.method + " " + request.target + " HTTP/1.1\r\n" +
                           header_lines(request.headers) + "\r\n" + request.body);
    std::string pending;
    auto const top = read_head(fd.get(), pending, end);
    if (!top || top->first_line.size() < 12) throw std::runtime_error("no answer to " + request.target);
    http_answer answer;
    answer.status = std::stoi(top->first_line.substr(9, 3));
    answer.headers = top->headers;
    answer.body = read_body(fd.get(), pending, top->headers, end);
    return answer;
}

std::optional<http_request> http_connection::read(milliseconds limit) {
    auto const end = steady::now() + limit;
    auto top = read_head(fd_.get(), pending_, end);
    if (!top) return std::nullopt;
    http_request request;
    auto const& line = top->first_line;
    auto const first = line.find(' ');
    auto const second = line.find(' ', first + 1);
    if (second == std::string::npos) throw std::runtime_error("no request line: " + line);
    request.method = line.substr(0, first);
    request.target = line.substr(first + 1, second - first - 1);
    request.headers = std::move(top->headers);
    request.body = read_body(fd_.get(), pending_, request.headers, end);
    return request;
}

void http_connection::write(http_answer const& answer) {
    auto headers = answer.headers;
    std::erase_if(headers, [](auto const& h) {
        return is_same_name(h.first, "Content-Length") || is_same_name(h.first, "Transfer-Encoding") ||
               is_same_name(h.first, "Connection");
    });
    headers.emplace_back("Content-Length", std::to_string(answer.body.size()));
    send_all(fd_.get(), "HTTP/1.1 " + std::to_string(answer.status) + " Said\r\n" + header_lines(headers) +
                            "\r\n" + answer.body);
}

}  // namespace support
