// The routes of the API, one function each, and what they share. Inside of routes.hpp.
#pragma once

#include "task_agent/devserver/job_store.hpp"
#include "task_agent/devserver/life.hpp"
#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/page.hpp"
#include "task_agent/devserver/principal.hpp"
#include "task_agent/devserver/query.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::devserver {

// A request that found its route. `args` are the path's variable segments, workspace first.
struct route_call {
    job_store& store;
    request const& asked;
    query_list query;
    std::vector<std::string> args;
    principal who;
};

[[nodiscard]] answer create_job(route_call& c);
[[nodiscard]] answer list_jobs(route_call& c);
[[nodiscard]] answer get_job(route_call& c);
[[nodiscard]] answer delete_job(route_call& c);
[[nodiscard]] answer cancel_job(route_call& c);
[[nodiscard]] answer pause_job(route_call& c);
[[nodiscard]] answer resume_job(route_call& c);
[[nodiscard]] answer rerun_job(route_call& c);
[[nodiscard]] answer get_status(route_call& c);
[[nodiscard]] answer patch_job_details(route_call& c);
[[nodiscard]] answer list_steps(route_call& c);
[[nodiscard]] answer get_step(route_call& c);
[[nodiscard]] answer patch_step(route_call& c);
[[nodiscard]] answer list_tasks(route_call& c);
[[nodiscard]] answer get_task(route_call& c);
[[nodiscard]] answer put_task(route_call& c);
[[nodiscard]] answer access_secret(route_call& c);

// July's words (platform-facts 3.3, 3.7).
[[nodiscard]] answer no_job();
[[nodiscard]] answer no_step();
[[nodiscard]] answer no_task();
[[nodiscard]] answer refused(illegal_transition const& no);

// The list calls' common frame; `filter` is left out when nothing was asked for.
[[nodiscard]] answer page_answer(json::array data, page_request const& asked, std::size_t total,
                                 json::object filter);

// "-" is any workspace.
[[nodiscard]] inline bool workspace_fits(std::string_view asked, job_row const& job) {
    return asked == "-" || asked == job.workspace;
}

template <class T>
[[nodiscard]] bool fits(std::optional<T> const& asked, T const& actual) {
    return !asked || *asked == actual;
}

// Details left out or null leave the stored ones untouched, like empty ones.
[[nodiscard]] inline json::object details_or_empty(json::object const* given) {
    return given ? *given : json::object();
}

}  // namespace task_agent::devserver
