// Which proxy leads to a server, by the variables that curl made usual (curl(1), "ENVIRONMENT").
//
// http: http_proxy, in lower case only, because HTTP_PROXY is what a CGI server makes of a client's header
// "Proxy". https: https_proxy, HTTPS_PROXY. Then all_proxy, ALL_PROXY. An empty one counts as unset. The
// value is [http://|https://][USER:PASSWORD@]HOST[:PORT]; without a port the scheme's own.
//
// no_proxy, NO_PROXY name hosts that are reached without one, as curl 7.86 reads them: separated by commas or
// blanks; "*" alone means all; a name also covers what ends with a dot and it; an address or a network
// (10.0.0.0/8, fd00::/8) is compared with hosts that are numeric. Loopback and unix sockets never go through
// a proxy. Pure; any thread.
#pragma once

#include "task_agent/config/environment.hpp"
#include "task_agent/net/base_url.hpp"

#include <optional>
#include <string>

namespace task_agent::net {

struct proxy_server {
    base_url url;               // without user information, so that it may be printed
    std::string authorization;  // "Basic ...", or empty; never printed
};

struct proxy_choice {
    std::optional<proxy_server> proxy;
    std::string warning;  // one sentence about a variable that is malformed and counts as none, or empty
};

[[nodiscard]] proxy_choice choose_proxy(base_url const& to, environment const& env);

}  // namespace task_agent::net
