// Creating jobs (contract 11), and the principal that a job runs for. Any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/principal.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

// A job of one subprocess step, as `run --dev` makes it.
struct single_step_job {
    std::string source;
    std::string step_name;
    std::vector<std::string> command;
    std::optional<std::chrono::seconds> staleness_timeout;
};

[[nodiscard]] std::string encode_job(single_step_job const& job);

// The `name` in the answer to a job's creation; errc::bad_answer when there is none.
[[nodiscard]] result<std::string> parse_job_name(std::string_view body);

// The text of NMP_PRINCIPAL / NHX_PRINCIPAL; the one it acts for wins (platform-facts 2.1). errc::bad_input
// without an id.
[[nodiscard]] result<principal> parse_principal(std::string_view text);

}  // namespace task_agent
