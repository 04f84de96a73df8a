// The filter of the list calls: filter[status]=pending,active and its relatives (platform-facts 3.8).
//
// Kept with its trap: the steps' status is a list, and a list comes only of a comma, a repeated key or a JSON
// array; one single word is refused. Pure functions; any thread.
#pragma once

#include "task_agent/core/status.hpp"
#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/query.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace task_agent::devserver {

// Everything below `name` in bracket notation ("name[a][b]=value"), as one document. The error is the ready
// answer.
[[nodiscard]] std::variant<boost::json::object, answer> parse_deep_object(std::string_view name,
                                                                          query_list const& query);

struct steps_filter {
    std::optional<std::vector<status>> statuses;  // an empty list selects like none, but is echoed
    std::optional<std::string> job;
    std::optional<std::string> source;
};

[[nodiscard]] std::variant<steps_filter, answer> parse_steps_filter(query_list const& query);

// As the list answers echo it: only what was given.
[[nodiscard]] boost::json::object echo(steps_filter const& filter);

[[nodiscard]] bool selects(std::optional<std::vector<status>> const& statuses, status candidate) noexcept;

// The jobs' filter takes one status or several.
struct jobs_filter {
    std::optional<std::vector<status>> statuses;
    std::optional<std::string> name;
    std::optional<std::string> project;
    std::optional<std::string> source;
    boost::json::object given;  // echoed
};

[[nodiscard]] std::variant<jobs_filter, answer> parse_jobs_filter(query_list const& query);

}  // namespace task_agent::devserver
