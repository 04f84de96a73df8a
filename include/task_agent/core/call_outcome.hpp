// What became of one HTTP request to the platform: facts only, no judgement (logic/http_verdict judges).
#pragma once

#include "task_agent/base/error.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace task_agent {

struct call_outcome {
    error transport;  // code set when no whole answer head arrived; then http_status is 0
    // A copy of the request was lost after it had left: whether it comes in, and when, is unknown. An answer
    // to the copy that was sent after it does not end that.
    bool may_have_arrived = false;
    int http_status = 0;
    std::optional<std::chrono::seconds> retry_after;  // from the Retry-After header, either form
    std::string detail;  // the answer's JSON `detail` as text (a string as it is, else its JSON), or empty
    bool has_json_detail = false;  // the answer was the platform's own error body

    [[nodiscard]] bool is_success() const noexcept { return http_status >= 200 && http_status < 300; }
};

}  // namespace task_agent
