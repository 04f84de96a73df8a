#include "task_agent/devserver/routes.hpp"

#include "task_agent/devserver/principal.hpp"
#include "task_agent/devserver/query.hpp"
#include "task_agent/devserver/route_call.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace task_agent::devserver {

namespace {

struct route {
    std::string_view name;  // in fault specs
    std::string_view method;
    std::string_view pattern;  // "*" is one segment of any text
    answer (*handle)(route_call&);
};

constexpr route table[] = {
    {"post-job", "POST", "/apis/jobs/v2/workspaces/*/jobs", create_job},
    {"get-jobs", "GET", "/apis/jobs/v2/workspaces/*/jobs", list_jobs},
    {"get-job", "GET", "/apis/jobs/v2/workspaces/*/jobs/*", get_job},
    {"delete-job", "DELETE", "/apis/jobs/v2/workspaces/*/jobs/*", delete_job},
    {"cancel-job", "POST", "/apis/jobs/v2/workspaces/*/jobs/*/cancel", cancel_job},
    {"pause-job", "POST", "/apis/jobs/v2/workspaces/*/jobs/*/pause", pause_job},
    {"resume-job", "POST", "/apis/jobs/v2/workspaces/*/jobs/*/resume", resume_job},
    {"rerun-job", "POST", "/apis/jobs/v2/workspaces/*/jobs/*/rerun", rerun_job},
    {"get-status", "GET", "/apis/jobs/v2/workspaces/*/jobs/*/status", get_status},
    {"patch-details", "PATCH", "/apis/jobs/v2/workspaces/*/jobs/*/status-details", patch_job_details},
    {"get-steps", "GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps", list_steps},
    {"get-step", "GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*", get_step},
    {"patch-step", "PATCH", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/status", patch_step},
    {"get-tasks", "GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/tasks", list_tasks},
    {"put-task", "PUT", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/tasks/*", put_task},
    {"get-secret", "GET", "/apis/secrets/v2/workspaces/*/secrets/*/access", access_secret},
    {"get-task", "GET", "/apis/jobs/v2/workspaces/*/jobs/*/steps/*/tasks/*", get_task},
};

// The text in the places of the pattern's stars; an empty segment fits nothing.
std::optional<std::vector<std::string>> match(std::string_view pattern, std::string_view path) {
    std::vector<std::string> args;
    while (true) {
        auto const pattern_end = std::min(pattern.find('/', 1), pattern.size());
        auto const path_end = std::min(path.find('/', 1), path.size());
        std::string_view const wanted = pattern.substr(0, pattern_end);
        std::string_view const given = path.substr(0, path_end);
        if (wanted == "/*" && given.size() > 1) {
            args.emplace_back(given.substr(1));
        } else if (wanted != given) {
            return std::nullopt;
        }
        pattern.remove_prefix(pattern_end);
        path.remove_prefix(path_end);
        if (pattern.empty() && path.empty()) return args;
        if (pattern.empty() || path.empty()) return std::nullopt;
    }
}

bool is_known_path(std::string_view path) {
    return std::any_of(std::begin(table), std::end(table),
                       [&](route const& r) { return match(r.pattern, path).has_value(); });
}

// A path that only a slash at the end keeps from a route is redirected, body and all, as Starlette does.
std::optional<answer> slash_redirect(request const& asked, target_parts const& parts) {
    if (parts.path.size() < 2 || !parts.path.ends_with('/')) return std::nullopt;
    auto const bare_size = parts.path.find_last_not_of('/') + 1;
    if (!is_known_path(std::string_view(parts.path).substr(0, bare_size))) return std::nullopt;
    std::string_view encoded_path = asked.target;
    encoded_path = encoded_path.substr(0, encoded_path.find('?'));
    encoded_path = encoded_path.substr(0, encoded_path.find_last_not_of('/') + 1);
    std::string location = encoded_path.starts_with('/')
                               ? fmt::format("http://{}{}", asked.header("host"), encoded_path)
                               : std::string(encoded_path);
    if (!parts.raw_query.empty()) location += "?" + parts.raw_query;
    answer redirect;
    redirect.status = 307;
    redirect.content_type.clear();
    redirect.headers.emplace_back("location", std::move(location));
    return redirect;
}

answer dispatch(job_store& store, request const& asked) {
    target_parts parts = split_target(asked.target);
    std::string_view allowed;
    for (route const& candidate : table) {
        auto args = match(candidate.pattern, parts.path);
        if (!args) continue;
        if (candidate.method != asked.method) {
            // only the first route of a path is named, as Starlette does
            if (allowed.empty()) allowed = candidate.method;
            continue;
        }
        route_call c{store, asked, std::move(parts.query), std::move(*args), principal_of(asked)};
        return candidate.handle(c);
    }
    if (!allowed.empty()) {
        answer result = detail_answer(405, "Method Not Allowed");
        result.headers.emplace_back("allow", allowed);
        return result;
    }
    if (auto redirect = slash_redirect(asked, parts)) return std::move(*redirect);
    return detail_answer(404, "Not Found");
}

}  // namespace

std::vector<std::string_view> route_names() {
    std::vector<std::string_view> names;
    for (route const& r : table)
        names.push_back(r.name);
    return names;
}

std::optional<named_route> find_route(std::string_view method, std::string_view path) {
    for (route const& candidate : table) {
        if (candidate.method != method) continue;
        if (auto args = match(candidate.pattern, path)) return named_route{candidate.name, std::move(*args)};
    }
    return std::nullopt;
}

// What escapes a route is answered as the real server does, and the server lives on.
answer handle(job_store& store, request const& asked) {
    try {
        return dispatch(store, asked);
    } catch (std::exception const&) {
        return unexpected_error();
    }
}

answer post_job(job_store& store, std::string_view workspace, std::string_view body) {
    request asked;
    asked.method = "POST";
    asked.target = fmt::format("/apis/jobs/v2/workspaces/{}/jobs", workspace);
    asked.body = body;
    return handle(store, asked);
}

}  // namespace task_agent::devserver
