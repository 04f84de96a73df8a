// The calls of the Jobs API that the agent makes, each a single try: what an outcome means and when to try
// again is decided above (logic/http_verdict, logic/retry_schedule).
//
// Two connections at most (contract 2): one for updates, so that a report never waits behind a large read,
// and one for everything else; each is opened on demand. Calls on one connection take turns. A call ends at
// its `until`, or after the client's own request limit, whatever comes first.
//
// Control thread. The owner keeps the client alive until its calls have completed; close() makes that soon.
#pragma once

#include "task_agent/core/identity.hpp"
#include "task_agent/core/step.hpp"
#include "task_agent/core/task_update.hpp"
#include "task_agent/net/http_client.hpp"
#include "task_agent/platform/answer.hpp"
#include "task_agent/platform/credentials.hpp"
#include "task_agent/platform/endpoint.hpp"

#include <optional>
#include <string>

namespace task_agent {

class jobs_client {
public:
    using time_limit = std::optional<time_point>;

    jobs_client(asio::io_context& io, net::base_url const& to, identity who,
                jobs_client_options options = {});

    // Updates, about the identity's own task, step and job. A server that does not know the route of a task
    // is asked once for the one below the identity's attempt; where it has that, all calls about the job go
    // there from then on (platform-facts 3.10).
    [[nodiscard]] awaitable<call_outcome> put_task(task_update update, time_limit until = {});
    [[nodiscard]] awaitable<call_outcome> patch_step_status(status state, detail_map status_details,
                                                            json_text error_details, time_limit until = {});
    [[nodiscard]] awaitable<call_outcome> patch_job_details(detail_map details, time_limit until = {});

    // Everything else. A page that is too large is put together from smaller ones; where its size is odd,
    // items of the next page may stand at its end.
    [[nodiscard]] awaitable<answer<step_page>> list_steps(step_query query, time_limit until = {});
    [[nodiscard]] awaitable<answer<job_tree>> job_status(std::string job, time_limit until = {});
    // Of the identity's own step, as its file holds it; a 2xx without it is errc::bad_document.
    [[nodiscard]] awaitable<answer<json_text>> step_config(time_limit until = {});
    // The new job's name, for a body as encode_job() or a file gives it.
    [[nodiscard]] awaitable<answer<std::string>> create_job(std::string body, time_limit until = {});
    [[nodiscard]] awaitable<call_outcome> cancel_job(std::string job, time_limit until = {});
    [[nodiscard]] awaitable<call_outcome> pause_job(std::string job, time_limit until = {});
    [[nodiscard]] awaitable<call_outcome> resume_job(std::string job, time_limit until = {});

    // After a 401: the next call gets new credentials where there can be any. Calls of the second connection
    // do so by themselves, once each.
    bool renew_credentials() noexcept { return who_asks_.renew(); }

    // Ends the second connection and every call under way on it; the next call opens it anew.
    void give_up_reads() noexcept { other_.close(); }
    // Ends both connections and the calls under way on them.
    void close() noexcept;

private:
    awaitable<call_outcome> send_update(std::string method, std::string target, std::string body,
                                        time_limit until);
    using caller = credentials::caller;
    awaitable<net::http_answer> fetch(std::string target, caller as, time_limit until);
    awaitable<net::http_answer> post(std::string target, std::string body, time_limit until);
    awaitable<call_outcome> act_on_job(std::string target, time_limit until);
    awaitable<answer<step_page>> list_one_page(step_query query, time_limit until);

    identity who_;
    endpoint endpoint_;
    bool probed_ = false;  // for the routes below an attempt
    credentials who_asks_;
    net::http_client updates_;
    net::http_client other_;
};

}  // namespace task_agent
