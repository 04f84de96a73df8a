#include "task_agent/wire/step_codec.hpp"

#include "json_reader.hpp"
#include <algorithm>

namespace task_agent {
namespace {

namespace json = boost::json;

int page_number(json::object const& pagination, std::string_view key) {
    constexpr double most = 1'000'000;
    return static_cast<int>(std::clamp(wire::number_at(pagination, key).value_or(1), 1.0, most));
}

step_item parse_item(json::object const& from) {
    step_item item;
    item.id = wire::text_at(from, "id");
    item.job = wire::text_at(from, "job");
    item.attempt_id = wire::text_at(from, "attempt_id");
    item.workspace = wire::text_at(from, "workspace");
    item.name = wire::text_at(from, "name");
    item.status_word = wire::text_at(from, "status");
    item.created_at = wire::text_at(from, "created_at");
    if (auto const* spec = wire::object_at(from, "step_spec")) {
        if (auto const* lifecycle = wire::object_at(*spec, "lifecycle")) {
            item.staleness_timeout = wire::seconds_at(*lifecycle, "staleness_timeout_seconds");
            item.pause_deadline = wire::seconds_at(*lifecycle, "pause_deadline_seconds");
        }
    }
    if (auto const* details = wire::object_at(from, "status_details")) {
        auto const* value = details->if_contains("pause_requested_at");
        item.has_pause_requested_at = value && !value->is_null();
    }
    return item;
}

}  // namespace

result<step_page> parse_step_page(std::string_view body) {
    auto const parsed = wire::parse(body);
    if (!parsed) return error{errc::bad_answer, "List Steps: " + parsed.error().text};
    auto const* top = parsed->if_object();
    auto const* data = top ? wire::array_at(*top, "data") : nullptr;
    if (!data) return error{errc::bad_answer, "List Steps: the answer holds no list \"data\""};
    step_page page;
    page.items.reserve(data->size());
    for (auto const& value : *data) {
        if (auto const* item = value.if_object()) page.items.push_back(parse_item(*item));
    }
    if (auto const* pagination = wire::object_at(*top, "pagination")) {
        page.page = page_number(*pagination, "page");
        page.total_pages = page_number(*pagination, "total_pages");
    }
    return page;
}

}  // namespace task_agent
