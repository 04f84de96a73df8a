// How long the parts of a request may take (contract 2). Plain value.
#pragma once

#include "task_agent/base/clock.hpp"

namespace task_agent::net {

struct http_limits {
    duration lookup = std::chrono::seconds(5);
    duration connect = std::chrono::seconds(5);   // all addresses, the proxy's tunnel and TLS together
    duration request = std::chrono::seconds(10);  // waiting for its turn, lookup and connect included
    duration idle = std::chrono::seconds(4);
    // for the rest of an answer whose head has decided already
    duration discarded_body = std::chrono::seconds(2);
};

}  // namespace task_agent::net
