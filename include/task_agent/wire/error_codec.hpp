// The platform's error bodies, {"detail": anything} (platform-facts 3.9). Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace task_agent {

// The detail as text: a string as it is, anything else as its JSON; at most 2,048 bytes. Nothing when the
// body is not the platform's own (a gateway's page, an empty body): only the platform's 404 says that a job
// is gone.
//
// In the list that validation answers with, the echoed `input`, `ctx` and `url` of each entry are left out:
// they would carry what was sent into logs, and their words could be taken for names of fields.
[[nodiscard]] std::optional<std::string> parse_error_detail(std::string_view body);

}  // namespace task_agent
