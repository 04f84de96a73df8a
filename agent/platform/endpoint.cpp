#include "task_agent/platform/endpoint.hpp"

namespace task_agent {
namespace {

std::string jobs_of(std::string_view workspace) {
    return "/apis/jobs/v2/workspaces/" + percent_encoded(workspace) + "/jobs";
}

void add(std::string& target, std::string_view key, std::string_view value) {
    target += target.find('?') == std::string::npos ? '?' : '&';
    target += percent_encoded(key);
    target += '=';
    target += percent_encoded(value);
}

// A single scalar is refused by the server (it takes a list for a list only with a comma or as JSON), and a
// comma at the end adds an empty status: platform-facts 3.8.
std::string status_filter(std::vector<std::string> const& statuses) {
    if (statuses.size() == 1) return "[\"" + statuses.front() + "\"]";
    std::string joined;
    for (auto const& status : statuses) {
        if (!joined.empty()) joined += ',';
        joined += status;
    }
    return joined;
}

}  // namespace

endpoint::endpoint(std::string_view workspace, std::string_view attempt) : jobs_(jobs_of(workspace)) {
    if (!attempt.empty()) attempt_ = "/attempts/" + percent_encoded(attempt);
}

std::string endpoint::attempt_of(std::string_view job) const {
    return jobs_ + '/' + percent_encoded(job) + attempt_;
}

std::string endpoint::task(std::string_view job, std::string_view step, std::string_view task) const {
    return attempt_of(job) + "/steps/" + percent_encoded(step) + "/tasks/" + percent_encoded(task);
}

std::string endpoint::step(std::string_view job, std::string_view step) const {
    return attempt_of(job) + "/steps/" + percent_encoded(step);
}

std::string endpoint::step_status(std::string_view job, std::string_view step) const {
    return attempt_of(job) + "/steps/" + percent_encoded(step) + "/status";
}

std::string endpoint::status_details(std::string_view job) const {
    return attempt_of(job) + "/status-details";
}

std::string endpoint::job_status(std::string_view job) const {
    return jobs_ + '/' + percent_encoded(job) + "/status";
}

// Below the current attempt, never below an own one: it is read to find out whether there is a newer one.
std::string endpoint::steps(step_query const& query) const {
    bool const is_below_attempt = !attempt_.empty() && query.job != "-";
    auto target = (query.workspace.empty() ? jobs_ : jobs_of(query.workspace)) + '/' +
                  percent_encoded(query.job) + (is_below_attempt ? "/attempts/current/steps" : "/steps");
    if (!query.statuses.empty()) add(target, "filter[status]", status_filter(query.statuses));
    if (!query.source.empty()) add(target, "filter[source]", query.source);
    if (!query.sort.empty()) add(target, "sort", query.sort);
    add(target, "page", std::to_string(query.page));
    add(target, "page_size", std::to_string(query.page_size));
    return target;
}

std::string endpoint::jobs() const {
    return jobs_;
}

std::string endpoint::job_action(std::string_view job, std::string_view action) const {
    return jobs_ + '/' + percent_encoded(job) + '/' + percent_encoded(action);
}

std::string secret_access(std::string_view workspace, std::string_view name) {
    return "/apis/secrets/v2/workspaces/" + percent_encoded(workspace) + "/secrets/" + percent_encoded(name) +
           "/access";
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string encoded;
    for (char const c : text) {
        if (unreserved.find(c) != std::string_view::npos) {
            encoded += c;
            continue;
        }
        auto const byte = static_cast<unsigned char>(c);
        encoded += '%';
        encoded += hex[byte >> 4];
        encoded += hex[byte & 15];
    }
    return encoded;
}

}  // namespace task_agent
