// What an answer of the platform means for the call that was made (contract 2, platform-facts 3.3 to 3.5
// and 3.9).
//
// One function everybody asks. It sees a single outcome and keeps no memory: how often and how long to retry
// is retry_schedule's business. Pure; any thread.
#pragma once

#include "task_agent/core/call_outcome.hpp"

#include <string>
#include <string_view>

namespace task_agent {

enum class call_kind {
    task_put,       // PUT of a task: idempotent, merged by the server
    step_patch,     // PATCH of a step's status: a conflict means that the step moved on
    details_patch,  // PATCH of a job's status details
    read,           // GET
    create,         // POST: must not be made twice
    needed,         // GET of what the start waits for: what is not there now is not waited for
};

// The optional fields of a report, which can be left out to save the status.
enum class optional_field { none, status_details, error_details, error_stack, all };

[[nodiscard]] std::string_view to_text(optional_field field) noexcept;

struct verdict {
    enum class kind {
        accepted,
        retry_now,      // a version conflict: the same request again, at once
        retry_backoff,  // trouble that passes by itself
        reread,         // the step's state changed meanwhile: read it and decide anew
        refresh_auth,   // 401: a new token may help
        drop_field,     // again without `field`
        job_gone,       // the platform itself says that there is no such job (or step)
        give_up,
    };
    kind what = kind::accepted;
    optional_field field = optional_field::none;
    std::string sentence;  // why, for a person; empty when accepted
};

[[nodiscard]] verdict judge(call_kind call, call_outcome const& outcome);

// "HTTP 503: the detail", or what the transport said. For logs and doctor.
[[nodiscard]] std::string describe(call_outcome const& outcome);

}  // namespace task_agent
