#include "task_agent/wire/config_codec.hpp"

#include <fmt/format.h>

#include "json_reader.hpp"

namespace task_agent {

result<std::vector<config_entry>> parse_config(std::string_view text) {
    auto const parsed = wire::parse(text, true);
    if (!parsed) return parsed.error();
    auto const* top = parsed->if_object();
    if (!top) return bad_input("must hold one JSON object: {\"option\": value, ...}");
    std::vector<config_entry> entries;
    for (auto const& member : *top) {
        config_entry entry;
        entry.key = std::string_view(member.key());
        auto const& value = member.value();
        if (auto const* string = value.if_string()) {
            entry.text.assign(string->data(), string->size());
        } else if (value.is_number()) {
            entry.text = wire::to_json_text(value);
            entry.kind = config_kind::number;
        } else if (value.is_bool()) {
            entry.text = wire::to_json_text(value);
            entry.kind = config_kind::boolean;
        } else {
            return bad_input(fmt::format("\"{}\" must be a text, a number, true or false, not {}", entry.key,
                                         value.is_null()     ? "null"
                                         : value.is_object() ? "an object"
                                                             : "a list"));
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace task_agent
