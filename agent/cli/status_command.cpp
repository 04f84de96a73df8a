// `status JOB`: the job as a tree. Exit code 0 when the platform told it, 1 when it could not be read, 125
// for a mistake in the call.
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/platform_access.hpp"
#include "task_agent/cli/status_tree.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/core/status.hpp"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>

#include <unistd.h>

#include <chrono>
#include <string>

namespace task_agent::cli {
namespace {

// The server makes a query a step for each answer (platform-facts 3.7): not faster than a few seconds.
constexpr auto between_looks = std::chrono::seconds(3);
constexpr int not_read = 1;

constexpr own_flag flags[] = {{.name = "watch",
                               .value_name = {},
                               .help = "print the tree again whenever it changed, until the job has ended"}};

// A tree that differs only in the age of its heartbeats has not changed.
std::string key_of(job_tree const& job) {
    return status_tree(job, wall_clock::time_point());
}

bool has_ended(job_tree const& job) {
    auto const known = parse_status(job.status_word);
    return known && is_terminal(*known);
}

asio::awaitable<int> show(jobs_client& client, std::string job, bool watch) {
    asio::steady_timer timer(co_await asio::this_coro::executor);
    std::string shown;
    for (;;) {
        auto const answer = co_await client.job_status(job);
        if (answer.value) {
            if (auto key = key_of(*answer.value); key != shown) {
                if (int const failed = print(status_tree(*answer.value, wall_clock::now()))) co_return failed;
                shown = std::move(key);
            }
            if (!watch || has_ended(*answer.value)) co_return 0;
        } else {
            complain_about("read job " + job, answer.outcome);
            // an outage does not end a watch, a job that is not there does
            if (!watch || answer.outcome.http_status != 0) co_return not_read;
        }
        timer.expires_after(between_looks);
        auto [ec] = co_await timer.async_wait(use_await);
        (void)ec;
    }
}

int act(invocation const& call) {
    std::string const job = call.operands.front();
    bool const watch = call.has("watch");
    return with_jobs_client(call, [job, watch](jobs_client& client) { return show(client, job, watch); });
}

}  // namespace

extern command const status_command;
constinit command const status_command = {.name = "status",
                                          .usage = "status JOB [--watch] [options]",
                                          .summary = "prints a job's status as a tree",
                                          .settings = command_set::status,
                                          .flags = flags,
                                          .takes = {.least = 1, .most = 1, .what = "JOB"},
                                          .act = act};

}  // namespace task_agent::cli
