// Every URL of the platform is built here, and only here (contract 2, platform-facts 3.2 to 3.10).
//
// Targets are path and query, percent-encoded, to be put behind the base URL. Pure; any thread.
#pragma once

#include "task_agent/net/http_message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

// What List Steps is asked for. Empty = not sent.
struct step_query {
    std::string workspace;              // "-" = all; empty = the endpoint's own
    std::string job = "-";              // "-" = all
    std::vector<std::string> statuses;  // as words, so that new ones can be asked for
    std::string source;
    std::string sort;
    int page = 1;
    int page_size = 100;
};

class endpoint {
public:
    // With an attempt (an entity id, or "current") the routes of later servers are used where they exist.
    explicit endpoint(std::string_view workspace, std::string_view attempt = {});

    [[nodiscard]] std::string task(std::string_view job, std::string_view step, std::string_view task) const;
    [[nodiscard]] std::string step(std::string_view job, std::string_view step) const;
    [[nodiscard]] std::string step_status(std::string_view job, std::string_view step) const;
    [[nodiscard]] std::string status_details(std::string_view job) const;
    [[nodiscard]] std::string job_status(std::string_view job) const;
    [[nodiscard]] std::string steps(step_query const& query) const;
    [[nodiscard]] std::string jobs() const;
    [[nodiscard]] std::string job_action(std::string_view job, std::string_view action) const;

private:
    [[nodiscard]] std::string attempt_of(std::string_view job) const;

    std::string jobs_;     // ".../workspaces/{ws}/jobs"
    std::string attempt_;  // "/attempts/{id}" or empty
};

// The value of a secret, below the base URL of the secrets service (platform-facts 2.2).
[[nodiscard]] std::string secret_access(std::string_view workspace, std::string_view name);

// Everything but the unreserved characters of RFC 3986 becomes %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace task_agent
