// What a platform says about workload identity, and the token that it gives (platform-facts 2.4, RFC 8693).
// Any thread.
#pragma once

#include "task_agent/base/error.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace task_agent {

struct auth_discovery {
    bool exchange_enabled = false;
    std::string token_endpoint;  // an absolute URL
    std::string client_id;
    std::string audience;  // empty = not asked for
    std::string scope;     // likewise
};

struct access_token {
    std::string text;
    std::chrono::seconds lifetime{};  // positive
};

// The answer of GET <base>/apis/auth/discovery. errc::bad_answer where it is not understood.
[[nodiscard]] result<auth_discovery> parse_auth_discovery(std::string_view body);

// The form to post to the token endpoint; `proof` is what the platform has put into the workload's file.
[[nodiscard]] std::string encode_token_exchange(auth_discovery const& where, std::string_view proof);

// Its answer. errc::bad_answer without a token, or with a life that is not positive.
[[nodiscard]] result<access_token> parse_access_token(std::string_view body);

}  // namespace task_agent
