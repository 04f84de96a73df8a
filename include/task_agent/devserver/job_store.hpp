// All rows of the dev-server, in memory, with the clock and the ids they are stamped with.
//
// Knows nothing of statuses or HTTP: who calls decides what may change (life.hpp) and says so with touch().
// One thread.
#pragma once

#include "task_agent/base/jitter.hpp"
#include "task_agent/devserver/rows.hpp"

#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace task_agent::devserver {

// A step as the API reaches it: by job name, newest attempt, step name (platform-facts 3.2). Borrowed from
// the store.
struct step_place {
    job_row* job;
    attempt_row* attempt;
    step_row* step;
};

class job_store {
public:
    using clock_function = std::function<wall_clock::time_point()>;

    // `clock` stamps the rows; `seed` makes ids and generated names repeatable.
    explicit job_store(clock_function clock = wall_clock::now, std::uint64_t seed = jitter::fresh_seed());

    [[nodiscard]] instant now() const;

    [[nodiscard]] job_row* find_job(std::string_view workspace, std::string_view name);
    [[nodiscard]] std::optional<step_place> find_step(std::string_view workspace, std::string_view job,
                                                      std::string_view step);
    [[nodiscard]] task_row* find_task(step_row& step, std::string_view name);

    // In order of creation.
    [[nodiscard]] std::list<job_row> const& jobs() const noexcept { return jobs_; }

    // Each gives the new row its id, serial and times. The job must not exist yet.
    job_row& add_job(job_row job, actor const& by);
    attempt_row& add_attempt(job_row& job, actor const& by);
    // With all its attempts. The job is one of this store.
    void remove_job(job_row const& job);
    step_row& add_step(attempt_row& attempt, std::string name, json::object config, actor const& by);
    task_row& add_task(step_row& step, task_row task, actor const& by);

    // Replaces one of the same name.
    void set_secret(std::string workspace, std::string name, std::string value);
    [[nodiscard]] std::string const* find_secret(std::string const& workspace, std::string const& name) const;

    // Something in the row really changed.
    void touch(row& changed, actor const& by) const;

    // "<prefix>-<8 random letters and digits>", a valid entity name when the prefix is one.
    [[nodiscard]] std::string new_name(std::string_view prefix);

private:
    void stamp(row& fresh, std::string_view kind, actor const& by);
    [[nodiscard]] std::string random_text(std::size_t length);

    clock_function clock_;
    jitter random_;
    std::uint64_t next_serial_ = 1;
    std::list<job_row> jobs_;
    std::map<std::pair<std::string, std::string>, job_row*> by_name_;
    std::map<std::pair<std::string, std::string>, std::string> secrets_;
};

}  // namespace task_agent::devserver
