// What the agent reads of steps, jobs and tasks (platform-facts 3.7, 3.8). Statuses are kept as the words
// that came: unknown ones must pass.
#pragma once

#include "task_agent/core/task_update.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace task_agent {

// One item of List Steps.
struct step_item {
    std::string id;
    std::string job;
    std::string attempt_id;
    std::string workspace;
    std::string name;
    std::string status_word;
    std::string created_at;
    std::optional<std::chrono::seconds> staleness_timeout;  // lifecycle.staleness_timeout_seconds, when > 0
    std::optional<std::chrono::seconds>
        pause_deadline;                   // lifecycle.pause_deadline_seconds: pause is cooperative
    bool has_pause_requested_at = false;  // status_details.pause_requested_at: the same
};

struct step_page {
    std::vector<step_item> items;
    int page = 1;
    int total_pages = 1;
};

// GET .../jobs/{job}/status, the tree that `status` prints.
struct task_node {
    std::string name;
    std::string status_word;
    detail_map status_details;
    detail_map error_details;
    std::string error_stack;
    std::string created_at;
    std::string updated_at;
    std::optional<std::uint64_t> agent_seq;  // of status_details.agent
};

struct step_node {
    std::string name;
    std::string status_word;
    detail_map status_details;
    detail_map error_details;
    std::vector<task_node> tasks;
};

struct job_tree {
    std::string name;
    std::string status_word;
    detail_map status_details;
    detail_map error_details;
    std::vector<step_node> steps;
};

}  // namespace task_agent
