#include "task_agent/devserver/job_request.hpp"

#include "task_agent/devserver/body.hpp"
#include "task_agent/devserver/names.hpp"
#include "task_agent/devserver/views.hpp"

#include <set>
#include <utility>

namespace task_agent::devserver {
namespace {

json::array joined(json::array loc, std::initializer_list<json::value> more) {
    for (json::value const& part : more)
        loc.push_back(part);
    return loc;
}

void refuse_value(problems& wrong, json::array loc, std::string_view text, std::string_view input) {
    wrong.add("value_error", std::move(loc), "Value error, " + std::string(text), json::value(input));
}

// [{name, value | from_secret{name}}]
json::array parse_environment(json::array const& given, json::array const& loc, problems& wrong) {
    json::array variables;
    for (std::size_t i = 0; i < given.size(); ++i) {
        json::array const here = joined(loc, {i});
        if (!given[i].is_object()) {
            wrong.add("model_attributes_type", here,
                      "Input should be a valid dictionary or object to extract fields from", given[i]);
            continue;
        }
        body_part const variable{here, given[i].get_object()};
        (void)text_field(variable, "name", presence::required, wrong);
        (void)text_field(variable, "value", presence::nullable, wrong);
        if (auto const* secret = object_field(variable, "from_secret", presence::nullable, wrong)) {
            body_part const reference{variable.of("from_secret"), *secret};
            (void)text_field(reference, "name", presence::required, wrong);
        }
        variables.push_back(without_nulls(variable.fields));
    }
    return variables;
}

// A plain string is the provider's name and stays one: readers have to know both forms (platform-facts 3.8).
json::value parse_executor(body_part const& step, problems& wrong) {
    json::value const* const given = find_field(step, "executor", presence::required, wrong);
    if (!given || given->is_string()) return given ? *given : json::value();
    auto const* fields = object_field(step, "executor", presence::required, wrong);
    if (!fields) return {};
    body_part const executor{step.of("executor"), *fields};
    auto const provider = text_field(executor, "provider", presence::nullable, wrong).value_or("cpu");
    auto const profile = text_field(executor, "profile", presence::nullable, wrong).value_or("default");
    if (provider == "subprocess") {
        auto const* command = list_field(executor, "command", presence::required, wrong);
        if (command && command->empty())
            wrong.add("too_short", executor.of("command"),
                      "List should have at least 1 item after validation, not 0", *command,
                      json::object{{"field_type", "List"}, {"min_length", 1}, {"actual_length", 0}});
        for (std::size_t i = 0; command && i < command->size(); ++i) {
            if (!(*command)[i].is_string())
                wrong.add("string_type", joined(executor.of("command"), {i}),
                          "Input should be a valid string", (*command)[i]);
        }
    }
    json::object filled{{"provider", provider}, {"profile", profile}};
    for (auto const& member : without_nulls(*fields))
        filled[member.key()] = member.value();
    return filled;
}

void check_lifecycle(body_part const& step, json::object const& fields, problems& wrong) {
    body_part const lifecycle{step.of("lifecycle"), fields};
    for (std::string_view const key : {"staleness_timeout_seconds", "pause_deadline_seconds"}) {
        json::value const* const value = find_field(lifecycle, key, presence::nullable, wrong);
        if (value && !value->is_number())
            wrong.add("int_type", lifecycle.of(key), "Input should be a valid integer", *value);
    }
}

json::object parse_step(body_part const& given, std::set<std::string>& names, problems& wrong) {
    json::object step;
    if (auto const name = text_field(given, "name", presence::required, wrong)) {
        if (!is_entity_name(*name))
            refuse_value(wrong, given.of("name"), bad_name_text("step", *name), *name);
        if (!names.insert(*name).second)
            refuse_value(wrong, given.of("name"), "step names must be unique", *name);
        step["name"] = *name;
    }
    if (auto const* variables = list_field(given, "environment", presence::nullable, wrong))
        step["environment"] = parse_environment(*variables, given.of("environment"), wrong);
    step["executor"] = parse_executor(given, wrong);
    if (auto const* config = object_field(given, "config", presence::nullable, wrong))
        step["config"] = *config;
    if (auto const* lifecycle = object_field(given, "lifecycle", presence::nullable, wrong)) {
        check_lifecycle(given, *lifecycle, wrong);
        step["lifecycle"] = without_nulls(*lifecycle);
    }
    return step;
}

json::object parse_platform_spec(body_part const& spec, problems& wrong) {
    json::array steps;
    auto const* given = list_field(spec, "steps", presence::required, wrong);
    if (given && given->empty())
        wrong.add("too_short", spec.of("steps"), "List should have at least 1 item after validation, not 0",
                  *given, json::object{{"field_type", "List"}, {"min_length", 1}, {"actual_length", 0}});
    std::set<std::string> names;
    for (std::size_t i = 0; given && i < given->size(); ++i) {
        json::array here = joined(spec.of("steps"), {i});
        if (!(*given)[i].is_object()) {
            wrong.add("model_attributes_type", std::move(here),
                      "Input should be a valid dictionary or object to extract fields from", (*given)[i]);
            continue;
        }
        steps.push_back(parse_step({std::move(here), (*given)[i].get_object()}, names, wrong));
    }
    return {{"steps", std::move(steps)}};
}

}  // namespace

std::optional<job_row> parse_job(json::object const& body, problems& wrong) {
    body_part const whole{{"body"}, body};
    job_row job;
    if (auto const name = text_field(whole, "name", presence::nullable, wrong)) {
        if (!is_entity_name(*name)) refuse_value(wrong, whole.of("name"), bad_name_text("job", *name), *name);
        job.name = *name;
    }
    job.description = text_field(whole, "description", presence::nullable, wrong);
    job.project = text_field(whole, "project", presence::nullable, wrong);
    if (auto const* spec = object_field(whole, "spec", presence::required, wrong)) job.spec = *spec;
    if (auto const* spec = object_field(whole, "platform_spec", presence::required, wrong))
        job.platform_spec = parse_platform_spec({whole.of("platform_spec"), *spec}, wrong);
    job.source = text_field(whole, "source", presence::required, wrong).value_or("");
    if (auto const* owner = object_field(whole, "ownership", presence::nullable, wrong))
        job.ownership = *owner;
    if (auto const* more = object_field(whole, "custom_fields", presence::nullable, wrong))
        job.custom_fields = *more;
    if (wrong.any()) return std::nullopt;
    return job;
}

}  // namespace task_agent::devserver
