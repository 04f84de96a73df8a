#include "task_agent/wire/json_view.hpp"

#include "json_reader.hpp"

namespace task_agent {

std::string plain_text(std::string_view json) {
    auto const value = wire::parse(json);
    if (value && value->is_string()) return std::string(std::string_view(value->get_string()));
    return std::string(json);
}

detail_map members_of(std::string_view json) {
    detail_map members;
    auto const value = wire::parse(json);
    if (!value || !value->is_object()) return members;
    for (auto const& [key, member] : value->get_object())
        members.emplace(key, wire::to_json_text(member));
    return members;
}

}  // namespace task_agent
