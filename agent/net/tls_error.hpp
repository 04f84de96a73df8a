// What OpenSSL says about a connection, as an error_code whose message a person can act on.
#pragma once

#include "task_agent/base/error.hpp"

namespace task_agent::net {

// From the thread's error queue, which is empty afterwards.
[[nodiscard]] error_code take_tls_error();

// The server asked for a client certificate and got none, and then the connection ended.
[[nodiscard]] error_code client_cert_missing();

[[nodiscard]] bool is_verification_failure(error_code code);

}  // namespace task_agent::net
