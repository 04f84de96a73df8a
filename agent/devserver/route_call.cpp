#include "task_agent/devserver/route_call.hpp"

#include <fmt/format.h>

#include <utility>

namespace task_agent::devserver {

namespace {

// Python prints an enum by its class and member name here, not by its word (platform-facts 3.3).
std::string enum_name(status s) {
    std::string name = "PlatformJobStatus.";
    for (char const c : to_text(s))
        name += static_cast<char>(c - 'a' + 'A');
    return name;
}

}  // namespace

answer no_job() {
    return detail_answer(404, "Job not found");
}
answer no_step() {
    return detail_answer(404, "Job step not found");
}
answer no_task() {
    return detail_answer(404, "Job task not found");
}

answer refused(illegal_transition const& no) {
    return detail_answer(409, fmt::format("Invalid status transition from {} to {} for step {}",
                                          enum_name(no.from), enum_name(no.to), no.step_id));
}

answer page_answer(json::array data, page_request const& asked, std::size_t total, json::object filter) {
    auto const on_page = data.size();
    json::object page{
        {"data", std::move(data)}, {"pagination", pagination(asked, on_page, total)}, {"sort", asked.sort}};
    if (!filter.empty()) page["filter"] = std::move(filter);
    return json_answer(200, page);
}

}  // namespace task_agent::devserver
