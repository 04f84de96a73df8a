#include "task_agent/wire/step_config_codec.hpp"

#include "json_reader.hpp"
#include "raw_members.hpp"

namespace task_agent {
namespace {

constexpr std::string_view platforms_own_key = "\"_step_spec_name\"";

}  // namespace

result<json_text> parse_step_config(std::string_view body) {
    auto const parsed = wire::parse(body);
    if (!parsed) return error{errc::bad_document, "the step is " + parsed.error().text};
    if (!parsed->is_object()) return error{errc::bad_document, "the step is no JSON object"};
    std::string_view config = "null";
    for (auto const& member : wire::raw_members(body)) {
        if (member.key == "\"config\"") config = member.value;
    }
    if (config == "null") return json_text("{}");
    if (!config.starts_with('{')) return error{errc::bad_document, "the step's config is no JSON object"};
    json_text kept = "{";
    for (auto const& member : wire::raw_members(config)) {
        if (member.key == platforms_own_key) continue;
        if (kept.size() > 1) kept += ", ";
        kept.append(member.key).append(": ").append(member.value);
    }
    return kept + "}";
}

}  // namespace task_agent
