// The platform as a network away: it takes any status at any time, merges details key by key
// (platform-facts 3.5), and what is sent to it may be refused, lost, delayed, applied and not answered, or
// answered with any status.
#pragma once

#include "task_agent/core/call_outcome.hpp"
#include "task_agent/core/step.hpp"
#include "task_agent/core/task_update.hpp"

#include "virtual_time.hpp"
#include <optional>

namespace simulation {

struct stored_task {
    std::optional<task_agent::status> state;  // nothing: never put
    task_agent::detail_map details;
    bool has_stack = false;
};

class server_model {
public:
    struct habits {
        double trouble = 0;           // share of the requests that do not simply succeed
        bool refuses_stacks = false;  // 422, naming error_stack
        bool deletes_job = false;
        time_point deleted_at = time_point::max();
        time_point down_from = time_point::max();  // nothing gets through
        time_point down_until = time_point::max();
        time_point well_from = time_point::max();  // from then on every request succeeds quickly
    };

    server_model(virtual_time& time, habits h) : time_(&time), habits_(h) {}

    struct reply {
        task_agent::call_outcome outcome;
        time_point at;  // when the client knows, if it waits that long
    };
    // The client gives up at `limit`: what it knows then is up to it.
    [[nodiscard]] reply put(task_agent::task_update const& update, time_point limit);
    struct reading {
        std::optional<task_agent::task_node> task;  // nothing: no answer
        time_point at;
    };
    [[nodiscard]] reading read(time_point limit);

    [[nodiscard]] stored_task const& stored() const { return stored_; }
    [[nodiscard]] habits const& ways() const { return habits_; }
    // When the newest application of an update with a lower number than one applied before it happened.
    [[nodiscard]] std::optional<time_point> const& last_late_one() const { return last_late_; }
    [[nodiscard]] std::size_t faults() const { return faults_; }

private:
    void apply(task_agent::task_update const& update);
    void apply_at(time_point when, task_agent::task_update const& update);
    [[nodiscard]] reply lost(time_point limit, bool may_have_arrived, char const* what);
    [[nodiscard]] reply answered(int status, duration after, time_point limit, char const* detail = nullptr);
    [[nodiscard]] bool is_down() const;

    virtual_time* time_;
    habits habits_;
    stored_task stored_;
    std::uint64_t newest_ = 0;
    std::optional<time_point> last_late_;
    std::size_t faults_ = 0;
};

// The number by which updates are told apart: of the `agent` key.
[[nodiscard]] std::uint64_t number_of(task_agent::task_update const& update);

}  // namespace simulation
