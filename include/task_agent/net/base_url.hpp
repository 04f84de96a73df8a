// Where a server is: the part of every URL that a person or the platform's environment gives (contract 2).
//
// Plain value; any thread.
#pragma once

#include "task_agent/base/error.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace task_agent::net {

struct base_url {
    enum class scheme_kind { http, https, unix_socket };

    scheme_kind scheme = scheme_kind::http;
    std::string host;  // a name or an address, without brackets; empty for a unix socket
    std::uint16_t port = 80;
    std::string socket_path;  // of a unix socket
    std::string path;  // in front of every target, encoded: empty, or "/x/y" without a slash at its end

    // For the Host header: the port only where it is not the scheme's own.
    [[nodiscard]] std::string host_header() const;
    // As a person would write it, for messages.
    [[nodiscard]] std::string text() const;
};

// errc::bad_input; the sentence says what is wrong and what is allowed, and the caller puts the name of the
// option and its source in front. Names of users and passwords, queries and fragments have no place here.
[[nodiscard]] result<base_url> parse_base_url(std::string_view text);

}  // namespace task_agent::net
