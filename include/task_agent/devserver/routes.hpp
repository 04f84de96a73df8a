// The dev-server's API: a request in, an answer out, over the store. No sockets, so every rule is tested
// without any.
//
// One thread, the store's. The store must outlive it.
#pragma once

#include "task_agent/devserver/job_store.hpp"
#include "task_agent/devserver/message.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::devserver {

[[nodiscard]] answer handle(job_store& store, request const& asked);

// A route's name as fault specs use it ("put-task"), and the variable segments of the path, workspace first.
struct named_route {
    std::string_view name;
    std::vector<std::string> args;
};

[[nodiscard]] std::vector<std::string_view> route_names();

// `path` is decoded and has no query.
[[nodiscard]] std::optional<named_route> find_route(std::string_view method, std::string_view path);

// POST .../jobs by another way: the body of a `--job` file.
[[nodiscard]] answer post_job(job_store& store, std::string_view workspace, std::string_view body);

}  // namespace task_agent::devserver
