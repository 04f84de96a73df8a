#include "task_agent/platform/jobs_client.hpp"

#include "task_agent/wire/job_codec.hpp"
#include "task_agent/wire/json_value.hpp"
#include "task_agent/wire/status_codec.hpp"
#include "task_agent/wire/step_codec.hpp"
#include "task_agent/wire/step_config_codec.hpp"
#include "task_agent/wire/update_codec.hpp"

#include <algorithm>
#include <iterator>

namespace task_agent {
namespace {

constexpr std::size_t update_body_limit = std::size_t{64} << 10;
constexpr std::size_t read_body_limit = std::size_t{16} << 20;

// What the server's framework says of a path that it does not have; of a job or a step that is not there the
// platform speaks itself.
bool is_unknown_route(call_outcome const& outcome) noexcept {
    return outcome.http_status == 404 && outcome.detail == "Not Found";
}

}  // namespace

jobs_client::jobs_client(asio::io_context& io, net::base_url const& to, identity who,
                         jobs_client_options options)
    : who_(std::move(who)),
      endpoint_(who_.workspace, options.attempt),
      who_asks_(io, to, options),
      updates_(io, to, options.limits, options.via),
      other_(io, to, options.limits, options.via) {}

awaitable<call_outcome> jobs_client::put_task(task_update update, time_limit until) {
    std::string const body = encode_update(update);
    auto const outcome =
        co_await send_update("PUT", endpoint_.task(who_.job, who_.step, who_.task), body, until);
    bool const may_probe = !probed_ && !who_.attempt_id.empty() && is_unknown_route(outcome);
    if (!may_probe) co_return outcome;
    // platform-facts 3.10: later servers have the routes below an attempt, and may have no others
    endpoint const below_attempt(who_.workspace, who_.attempt_id);
    auto const second =
        co_await send_update("PUT", below_attempt.task(who_.job, who_.step, who_.task), body, until);
    // without an answer nothing is known yet
    probed_ = second.http_status != 0;
    if (!probed_ || is_unknown_route(second)) co_return outcome;
    endpoint_ = below_attempt;
    co_return second;
}

awaitable<call_outcome> jobs_client::patch_step_status(status state, detail_map status_details,
                                                       json_text error_details, time_limit until) {
    return send_update("PATCH", endpoint_.step_status(who_.job, who_.step),
                       encode_step_status(state, status_details, error_details), until);
}

awaitable<call_outcome> jobs_client::patch_job_details(detail_map details, time_limit until) {
    return send_update("PATCH", endpoint_.status_details(who_.job), encode_details(details), until);
}

awaitable<answer<step_page>> jobs_client::list_steps(step_query query, time_limit until) {
    auto whole = co_await list_one_page(query, until);
    if (whole.outcome.transport.code != errc::answer_too_large || query.page_size < 2) co_return whole;

    step_query part = query;
    part.page_size = query.page_size / 2;
    auto const first_item = (query.page - 1) * query.page_size;
    auto const last_item = first_item + query.page_size - 1;
    step_page page;
    page.page = query.page;
    for (part.page = first_item / part.page_size + 1; part.page <= last_item / part.page_size + 1;
         ++part.page) {
        auto got = co_await list_steps(part, until);
        if (!got.value) co_return got;
        std::move(got.value->items.begin(), got.value->items.end(), std::back_inserter(page.items));
        auto const items = got.value->total_pages * part.page_size;
        page.total_pages = (items + query.page_size - 1) / query.page_size;
        whole.outcome = got.outcome;
        if (part.page >= got.value->total_pages) break;
    }
    whole.value = std::move(page);
    co_return whole;
}

// The creators of the steps are told to services only, so this call speaks for itself (platform-facts 2.2).
awaitable<answer<step_page>> jobs_client::list_one_page(step_query query, time_limit until) {
    auto const got = co_await fetch(endpoint_.steps(query), caller::service, until);
    co_return understood(got, &parse_step_page);
}

awaitable<answer<job_tree>> jobs_client::job_status(std::string job, time_limit until) {
    auto const got = co_await fetch(endpoint_.job_status(job), caller::creator, until);
    co_return understood(got, &parse_job_status);
}

awaitable<answer<json_text>> jobs_client::step_config(time_limit until) {
    auto const got = co_await fetch(endpoint_.step(who_.job, who_.step), caller::creator, until);
    co_return understood(got, &parse_step_config);
}

awaitable<answer<std::string>> jobs_client::create_job(std::string body, time_limit until) {
    auto const got = co_await post(endpoint_.jobs(), std::move(body), until);
    co_return understood(got, &parse_job_name);
}

awaitable<call_outcome> jobs_client::cancel_job(std::string job, time_limit until) {
    return act_on_job(endpoint_.job_action(job, "cancel"), until);
}

awaitable<call_outcome> jobs_client::pause_job(std::string job, time_limit until) {
    return act_on_job(endpoint_.job_action(job, "pause"), until);
}

awaitable<call_outcome> jobs_client::resume_job(std::string job, time_limit until) {
    return act_on_job(endpoint_.job_action(job, "resume"), until);
}

void jobs_client::close() noexcept {
    who_asks_.close();
    updates_.close();
    other_.close();
}

awaitable<call_outcome> jobs_client::send_update(std::string method, std::string target, std::string body,
                                                 time_limit until) {
    net::http_request request;
    request.method = std::move(method);
    request.target = std::move(target);
    request.body = std::move(body);
    request.rule = net::body_rule::discard_excess;
    request.body_limit = update_body_limit;
    auto headers = co_await who_asks_.headers(caller::creator, until);
    if (!headers) {
        call_outcome outcome;
        outcome.transport = headers.error();
        co_return outcome;
    }
    request.headers = std::move(*headers);
    auto const got = co_await updates_.request(std::move(request), until);
    co_return outcome_of(got);
}

awaitable<net::http_answer> jobs_client::fetch(std::string target, caller as, time_limit until) {
    net::http_request request;
    request.method = "GET";
    request.target = std::move(target);
    request.rule = net::body_rule::refuse_excess;
    request.body_limit = read_body_limit;
    return who_asks_.ask(other_, std::move(request), as, until);
}

awaitable<net::http_answer> jobs_client::post(std::string target, std::string body, time_limit until) {
    net::http_request request;
    request.method = "POST";
    request.target = std::move(target);
    request.body = std::move(body);
    request.rule = net::body_rule::refuse_excess;
    request.body_limit = read_body_limit;
    return who_asks_.ask(other_, std::move(request), caller::creator, until);
}

awaitable<call_outcome> jobs_client::act_on_job(std::string target, time_limit until) {
    auto const got = co_await post(std::move(target), std::string(), until);
    co_return outcome_of(got);
}

}  // namespace task_agent
