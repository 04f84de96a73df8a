#include "task_agent/devserver/fault_answer.hpp"

#include "task_agent/devserver/body.hpp"
#include "task_agent/devserver/query.hpp"
#include "task_agent/devserver/routes.hpp"

#include <fmt/format.h>

#include "http_convert.hpp"
#include <algorithm>
#include <utility>

namespace task_agent::devserver {
namespace {

constexpr std::size_t much_for_a_write = std::size_t{256} << 10;
constexpr std::size_t much_for_a_read = std::size_t{17} << 20;

// As the API reads it: a PUT without a status means pending (platform-facts 3.5).
std::optional<status> update_of(request const& asked) {
    problems ignored;
    auto const body = read_object_body(asked, body_kind::model, ignored);
    if (!body) return std::nullopt;
    return status_field({{"body"}, *body}, "status", presence::optional, ignored).value_or(status::pending);
}

// In the platform's own words where it has some (platform-facts 3.4, 3.7, 3.9).
answer platform_answer(int code) {
    switch (code) {
        case 404:
            return detail_answer(code, "Job not found");
        case 409:
            return version_conflict("task");
        case 500:
            return unexpected_error();
        default:
            return detail_answer(code, fmt::format("Refused with {} by a fault of the dev-server", code));
    }
}

answer gateway_answer(int code) {
    answer page;
    page.status = code;
    page.content_type = "text/html";
    page.body = fmt::format("<html><body><h1>{}</h1></body></html>\n", code);
    return page;
}

}  // namespace

observed_call observe(job_store& store, request const& asked, std::string& path) {
    path = split_target(asked.target).path;
    observed_call call{{}, asked.method, path, {}, false};
    auto const route = find_route(asked.method, path);
    if (!route) return call;
    call.name = route->name;
    if (call.name != "put-task") return call;
    call.update = update_of(asked);
    auto const& args = route->args;
    auto const place = store.find_step(args[0], args[1], args[2]);
    call.task_exists = place && store.find_task(*place->step, args[3]);
    return call;
}

answer fault_status(fault_action const& action, instant now) {
    answer given = action.from_gateway ? gateway_answer(action.status) : platform_answer(action.status);
    if (!action.retry_after) return given;
    auto const seconds = std::chrono::ceil<std::chrono::seconds>(*action.retry_after);
    given.headers.emplace_back("retry-after", action.retry_after_is_date ? http_date(now + seconds)
                                                                         : std::to_string(seconds.count()));
    return given;
}

void fill_up(answer& given, fault_action const& action, std::string_view method) {
    bool const is_write = method == "PUT" || method == "PATCH";
    auto const size = action.size.value_or(is_write ? much_for_a_write : much_for_a_read);
    if (given.body.size() < size) given.body.append(size - given.body.size(), ' ');
}

}  // namespace task_agent::devserver
