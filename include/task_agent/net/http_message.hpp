// One HTTP request and what came back, as plain values. Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/net/base_url.hpp"
#include "task_agent/net/proxy.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::net {

struct http_header {
    std::string name;
    std::string value;
};

// What happens to a body that is longer than the limit.
enum class body_rule {
    discard_excess,  // status line and headers decide; the rest of the body is read and thrown away
    refuse_excess,   // errc::answer_too_large
};

struct http_request {
    std::string method;
    std::string target;  // path and query, encoded; the base URL's path goes in front
    std::vector<http_header> headers;
    std::string body;                               // empty: none
    std::string content_type = "application/json";  // of the body
    body_rule rule = body_rule::discard_excess;
    std::size_t body_limit = 64 * 1024;
};

struct http_answer {
    error transport;  // code set when no answer can be used; then status is 0
    // Bytes of the request were sent on a connection that then failed. Also set on an answer to its
    // repetition on a new connection: the first copy may come in behind it.
    bool may_have_arrived = false;
    int status = 0;
    std::optional<std::chrono::seconds> retry_after;
    std::string body;
};

// Head and body, ready to be written. errc::bad_input when a line break or another control character stands
// in the method, the target or a header: it would let the value of an option forge a request. With `through`
// the request is written for that proxy (RFC 9112, 3.2.2: the whole URL as its target).
[[nodiscard]] result<std::string> serialised(http_request const& request, base_url const& to,
                                             proxy_server const* through = nullptr);

}  // namespace task_agent::net
