// What lies between a client and its server beyond the URL: certificates and a proxy. Plain value.
#pragma once

#include "task_agent/net/proxy.hpp"

#include <memory>
#include <optional>

namespace task_agent::net {

class tls_context;

struct transport {
    // One for the process, so that the CA file is read once and sessions are found again. Null: one of the
    // client's own, with the usual bundles.
    std::shared_ptr<tls_context> tls;
    std::optional<proxy_server> proxy;  // as choose_proxy() found it for the client's URL
};

}  // namespace task_agent::net
