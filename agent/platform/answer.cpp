#include "task_agent/platform/answer.hpp"

#include "task_agent/wire/error_codec.hpp"

namespace task_agent {

call_outcome outcome_of(net::http_answer const& got) {
    call_outcome outcome;
    outcome.transport = got.transport;
    outcome.may_have_arrived = got.may_have_arrived;
    outcome.http_status = got.status;
    outcome.retry_after = got.retry_after;
    if (got.transport.code || outcome.is_success()) return outcome;
    if (auto detail = parse_error_detail(got.body)) {
        outcome.has_json_detail = true;
        outcome.detail = std::move(*detail);
    }
    return outcome;
}

}  // namespace task_agent
