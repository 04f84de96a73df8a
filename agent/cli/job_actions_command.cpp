// `cancel JOB`, `pause JOB` and `resume JOB`: thin calls of the Jobs API, enough to try every flow from one
// shell (contract 1). Exit code 0 when the platform took it, 1 when it did not, 125 for a mistake in the
// call.
//
// A platform takes what does not fit the job's state as well, and does nothing (platform-facts 4.1): `status`
// tells what became of it.
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/platform_access.hpp"

#include <string>

namespace task_agent::cli {
namespace {

constexpr int not_taken = 1;

using job_call = asio::awaitable<call_outcome> (jobs_client::*)(std::string job, jobs_client::time_limit);

asio::awaitable<int> ask(jobs_client& client, job_call what, std::string verb, std::string job) {
    auto const outcome = co_await (client.*what)(job, jobs_client::time_limit());
    if (outcome.is_success()) co_return 0;
    complain_about(verb + " job " + job, outcome);
    co_return not_taken;
}

int act(invocation const& call, job_call what) {
    std::string const verb(call.what->name);
    std::string const job = call.operands.front();
    return with_jobs_client(call,
                            [what, verb, job](jobs_client& client) { return ask(client, what, verb, job); });
}

int act_on_cancel(invocation const& call) {
    return act(call, &jobs_client::cancel_job);
}

int act_on_pause(invocation const& call) {
    return act(call, &jobs_client::pause_job);
}

int act_on_resume(invocation const& call) {
    return act(call, &jobs_client::resume_job);
}

}  // namespace

extern command const cancel_command;
constinit command const cancel_command = {.name = "cancel",
                                          .usage = "cancel JOB [options]",
                                          .summary = "asks the platform to cancel a job",
                                          .settings = command_set::job_action,
                                          .takes = {.least = 1, .most = 1, .what = "JOB"},
                                          .act = act_on_cancel};

extern command const pause_command;
constinit command const pause_command = {.name = "pause",
                                         .usage = "pause JOB [options]",
                                         .summary = "asks the platform to pause a job",
                                         .settings = command_set::job_action,
                                         .takes = {.least = 1, .most = 1, .what = "JOB"},
                                         .act = act_on_pause};

extern command const resume_command;
constinit command const resume_command = {.name = "resume",
                                          .usage = "resume JOB [options]",
                                          .summary = "asks the platform to resume a paused job",
                                          .settings = command_set::job_action,
                                          .takes = {.least = 1, .most = 1, .what = "JOB"},
                                          .act = act_on_resume};

}  // namespace task_agent::cli
