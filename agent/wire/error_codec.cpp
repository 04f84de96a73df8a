#include "task_agent/wire/error_codec.hpp"

#include "task_agent/base/utf8.hpp"
#include "task_agent/wire/json_value.hpp"

#include "json_reader.hpp"

namespace task_agent {
namespace {

namespace json = boost::json;

constexpr std::size_t detail_limit = 2048;

json_text list_text(json::array const& entries) {
    json_array list;
    for (auto const& entry : entries) {
        auto const* fields = entry.if_object();
        if (!fields) {
            list.add(wire::to_json_text(entry));
            continue;
        }
        json_object kept;
        for (auto const& field : *fields) {
            if (field.key() == "input" || field.key() == "ctx" || field.key() == "url") continue;
            kept.add(std::string_view(field.key()), wire::to_json_text(field.value()));
        }
        list.add(kept.text());
    }
    return list.text();
}

}  // namespace

std::optional<std::string> parse_error_detail(std::string_view body) {
    auto const parsed = wire::parse(body);
    auto const* top = parsed ? parsed->if_object() : nullptr;
    auto const* detail = top ? top->if_contains("detail") : nullptr;
    if (!detail || detail->is_null()) return std::nullopt;
    std::string text;
    if (auto const* string = detail->if_string()) {
        text.assign(string->data(), string->size());
    } else if (auto const* list = detail->if_array()) {
        text = list_text(*list);
    } else {
        text = wire::to_json_text(*detail);
    }
    return std::string(utf8_prefix(text, detail_limit));
}

}  // namespace task_agent
