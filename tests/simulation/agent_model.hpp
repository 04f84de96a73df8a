// One agent's life on the virtual clock: the report_schedule that ships, with a driver as thin as
// run/reporter, and the journal as far as it matters: the final update is in it before its first try, the
// acknowledgement after it.
//
// The driver can be given a bug, to see that the checks find it.
#pragma once

#include "task_agent/logic/report_schedule.hpp"

#include "server_model.hpp"
#include <memory>
#include <optional>
#include <string>

namespace simulation {

enum class planted {
    none,
    active_after_final,
    lost_last_value,
    overlap,
    wrong_order,
    long_wait,
};

struct journal_model {
    std::optional<task_agent::task_update> final_update;
    bool is_settled = false;  // acknowledged, refused, or superseded
};

// What the checks have to say, and what was counted.
struct findings {
    std::vector<std::string> wrong;
    std::size_t requests = 0;
};

class agent_model {
public:
    // `numbers` goes on over restarts, as no two documents are the same. Without heartbeats it is a
    // redelivery.
    agent_model(virtual_time& time, server_model& server, findings& to, std::uint64_t& numbers, bool beats,
                planted bug);

    void push(char const* key, int value);
    void push_active();
    void on_staleness_timeout(std::chrono::seconds timeout);
    // Journalled first, unless there is no journal.
    void end(task_agent::task_update final_update, time_point deadline, journal_model* journal);
    void shorten(time_point deadline);
    void abandon();
    // SIGKILL: nothing of it happens any more, but for what is on its way.
    void die();

    [[nodiscard]] bool is_over() const { return over_at_.has_value(); }
    [[nodiscard]] bool is_dead() const { return dead_; }
    [[nodiscard]] bool was_accepted() const { return schedule_.queue().final_was_accepted(); }
    [[nodiscard]] task_agent::delivery fate() const { return schedule_.queue().final_fate(); }
    [[nodiscard]] time_point over_at() const { return *over_at_; }
    [[nodiscard]] bool job_is_gone() const { return schedule_.queue().job_is_gone(); }
    // When the end was last sent, or read back: after that a late duplicate cannot be helped.
    [[nodiscard]] time_point last_look() const { return last_look_; }

private:
    void step();
    void send(task_agent::task_update update);
    void on_reply(std::uint64_t request, task_agent::call_outcome const& outcome, time_point limit);
    void read_back();
    void on_reading(std::optional<bool> holds);
    void close_at(std::optional<time_point> when);
    void check_wait(time_point until);
    void check_sending(task_agent::task_update const& update);
    void complain(std::string const& what);

    virtual_time* time_;
    server_model* server_;
    findings* to_;
    std::uint64_t* numbers_;
    bool beats_;
    planted bug_;
    task_agent::jitter random_;
    task_agent::report_schedule schedule_;
    journal_model* journal_ = nullptr;
    bool dead_ = false;
    std::optional<time_point> over_at_;
    std::uint64_t wakes_ = 0;     // the newest timer; older ones do nothing
    std::uint64_t requests_ = 0;  // likewise
    int under_way_ = 0;
    bool is_reading_ = false;
    bool in_flight_is_final_ = false;
    bool final_was_sent_ = false;
    bool was_abandoned_ = false;
    task_agent::status sent_state_ = task_agent::status::active;
    std::uint64_t sent_number_ = 0;
    task_agent::task_update sent_;
    std::optional<task_agent::task_update> stale_;  // of the bug that sends in the wrong order
    std::optional<time_point> last_sent_;
    std::optional<time_point> last_success_;  // when the answer of the newest request came, if it was one
    std::optional<task_agent::call_outcome> last_outcome_;
    time_point last_look_{};
};

}  // namespace simulation
