// Which requests go wrong, and how: the `--fault` options of one server, in their order.
//
// A request that several of them select gets the first whose share, count and time window let it through;
// those behind it do not see it. Pure: time and randomness come in. One thread.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/jitter.hpp"
#include "task_agent/devserver/fault_spec.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::devserver {

// A request, as the selectors see it.
struct observed_call {
    std::string_view name;  // the route's, or empty where none fits
    std::string_view method;
    std::string_view path;         // decoded, without the query
    std::optional<status> update;  // what a task update says; nothing for anything else
    bool task_exists = false;      // before this request
};

struct planned_fault {
    fault_action action;
    duration wait{};   // before anything else happens
    std::string text;  // the option's, for the log
};

class fault_plan {
public:
    // `start` is what the time windows count from.
    fault_plan(std::vector<fault_spec> specs, time_point start, jitter random);

    [[nodiscard]] std::optional<planned_fault> choose(observed_call const& call, time_point now);

private:
    struct rule {
        fault_spec spec;
        unsigned seen = 0;
        unsigned done = 0;
    };
    [[nodiscard]] bool applies(rule& r, observed_call const& call, duration since_start);

    std::vector<rule> rules_;
    time_point start_;
    jitter random_;
};

[[nodiscard]] bool selects(fault_spec const& spec, observed_call const& call) noexcept;

}  // namespace task_agent::devserver
