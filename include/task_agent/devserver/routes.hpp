// The dev-server's API: a request in, an answer out, over the store. No sockets, so every rule is tested
// without any.
//
// One thread, the store's. The store must outlive it.
#pragma once

#include "task_agent/devserver/job_store.hpp"
#include "task_agent/devserver/message.hpp"

namespace task_agent::devserver {

[[nodiscard]] answer handle(job_store& store, request const& asked);

// POST .../jobs by another way: the body of a `--job` file.
[[nodiscard]] answer post_job(job_store& store, std::string_view workspace, std::string_view body);

}  // namespace task_agent::devserver
