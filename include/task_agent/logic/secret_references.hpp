// The grammar of NEMO_JOB_SECRETS: ENV=workspace/secret,ENV2=workspace/secret2 (platform-facts 1.1, and 9 for
// the cases that the platform's launcher is tested with).
//
// Blanks around every part and empty entries are taken, as the launcher takes them. A sentence about a bad
// entry gives its place and its variable and nothing of the rest: whoever mistakes the grammar may have
// written the secret itself there. Pure; any thread.
#pragma once

#include "task_agent/base/error.hpp"
#include "task_agent/core/secret_reference.hpp"

#include <string_view>
#include <vector>

namespace task_agent {

// errc::bad_input: "entry 2 (HF_TOKEN) ...; allowed is ...". The caller puts the source in front.
[[nodiscard]] result<std::vector<secret_reference>> parse_secret_references(std::string_view text);

}  // namespace task_agent
