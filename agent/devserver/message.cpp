#include "task_agent/devserver/message.hpp"

#include "task_agent/devserver/json_text.hpp"

#include <boost/json/object.hpp>
#include <fmt/format.h>

#include <strings.h>

namespace task_agent::devserver {

namespace json = boost::json;

std::string_view request::header(std::string_view name) const noexcept {
    for (auto const& [key, value] : headers) {
        if (key.size() == name.size() && ::strncasecmp(key.data(), name.data(), name.size()) == 0)
            return value;
    }
    return {};
}

answer json_answer(int status, json::value const& document) {
    answer result;
    result.status = status;
    result.body = print_json(document);
    return result;
}

answer detail_answer(int status, std::string_view text) {
    return json_answer(status, json::object{{"detail", text}});
}

answer version_conflict(std::string_view what) {
    answer result =
        detail_answer(409, fmt::format("Version mismatch for {}: it was changed by another request.", what));
    result.headers.emplace_back("x-should-retry", "false");
    return result;
}

answer unexpected_error() {
    return detail_answer(500, "An unexpected error occurred.");
}

void problems::add(std::string_view type, json::array loc, std::string_view message, json::value input,
                   json::value context) {
    json::object problem{
        {"type", type}, {"loc", std::move(loc)}, {"msg", message}, {"input", std::move(input)}};
    if (!context.is_null()) problem["ctx"] = std::move(context);
    list_.push_back(std::move(problem));
}

answer problems::to_answer() const {
    return json_answer(422, json::object{{"detail", list_}});
}

}  // namespace task_agent::devserver
