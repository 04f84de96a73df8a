// What the dev-server keeps: jobs, their attempts, steps and tasks as plain rows (platform-facts 0).
//
// Rows own their children, so a row's address is good for as long as its job exists (deques never move their
// elements). Details are JSON documents as they came; a null detail stays a null. Plain values; one thread.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/core/status.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

namespace task_agent::devserver {

namespace json = boost::json;

// The store keeps microseconds (platform-facts 3.2: UTC without a zone).
using instant = std::chrono::time_point<wall_clock, std::chrono::microseconds>;

// The principal that made a request; nothing when it named none.
using actor = std::optional<std::string>;

struct row {
    std::string id;
    std::uint64_t serial = 0;  // order of creation, where the clock alone cannot tell
    instant created_at;
    instant updated_at;
    actor created_by;
    actor updated_by;
};

struct task_row : row {
    std::string name;
    status state = status::pending;
    json::object status_details;
    json::object error_details;
    std::optional<std::string> error_stack;
};

struct step_row : row {
    std::string name;
    json::object config;  // as the entity stores it: with the extra key of platform-facts 1.1
    status state = status::created;
    json::object status_details;
    std::optional<json::object> error_details;
    std::deque<task_row> tasks;
};

struct attempt_row : row {
    int seq = 0;
    status state = status::created;
    json::object status_details;
    std::optional<json::object> error_details;
    json::object platform_spec;  // the job's, as it was when the attempt began
    std::deque<step_row> steps;
};

// Its updated_at is that of the entity: it does not move with progress (platform-facts 3.7).
struct job_row : row {
    std::string workspace;
    std::string name;
    std::optional<std::string> project;
    std::optional<std::string> description;
    std::string source;
    json::object spec;
    json::object platform_spec;
    std::string fileset;
    json::value ownership;
    json::value custom_fields;
    std::optional<json::object> auth_context;
    std::deque<attempt_row> attempts;  // never empty; the last one is the only one that names reach

    [[nodiscard]] attempt_row& newest() { return attempts.back(); }
    [[nodiscard]] attempt_row const& newest() const { return attempts.back(); }
};

}  // namespace task_agent::devserver
