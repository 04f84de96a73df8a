// The body of POST .../jobs, checked (contract 11).
//
// Profiles are not checked: every provider/profile is taken, the dev-server runs nothing itself. Pure
// functions.
#pragma once

#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/rows.hpp"

#include <boost/json/object.hpp>

#include <optional>

namespace task_agent::devserver {

// The row without workspace, id and times; the name is empty when it is to be made up. platform_spec has the
// server's defaults filled in and its nulls dropped. Nothing when `wrong` knows why.
[[nodiscard]] std::optional<job_row> parse_job(boost::json::object const& body, problems& wrong);

}  // namespace task_agent::devserver
