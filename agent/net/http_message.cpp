#include "task_agent/net/http_message.hpp"

#include "task_agent/core/version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace task_agent::net {
namespace {

bool is_clean(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; });
}

bool is_word(std::string_view text) {
    return !text.empty() && is_clean(text) && text.find(' ') == text.npos;
}

}  // namespace

result<std::string> serialised(http_request const& request, base_url const& to, proxy_server const* through) {
    if (!is_word(request.method) || !is_word(request.target))
        return bad_input("the request's target is malformed");
    std::string bytes = fmt::format(
        "{} {}{} HTTP/1.1\r\nHost: {}\r\nUser-Agent: task-agent/{}\r\nAccept: application/json\r\n",
        request.method, through ? to.text() : to.path, request.target, to.host_header(), version);
    if (through && !through->authorization.empty())
        bytes += fmt::format("Proxy-Authorization: {}\r\n", through->authorization);
    for (auto const& header : request.headers) {
        if (!is_word(header.name) || !is_clean(header.value)) {
            return bad_input(fmt::format("the value of header {} holds a control character", header.name));
        }
        bytes += fmt::format("{}: {}\r\n", header.name, header.value);
    }
    if (!request.body.empty()) bytes += fmt::format("Content-Type: {}\r\n", request.content_type);
    if (!request.body.empty() || request.method != "GET") {
        bytes += fmt::format("Content-Length: {}\r\n", request.body.size());
    }
    bytes += "\r\n";
    bytes += request.body;
    return bytes;
}

}  // namespace task_agent::net
