#include "task_agent/wire/job_codec.hpp"

#include "task_agent/wire/json_value.hpp"

#include "json_reader.hpp"

namespace task_agent {

std::string encode_job(single_step_job const& job) {
    json_array command;
    for (auto const& word : job.command)
        command.add(json_string(word));
    json_object executor;
    executor.add("provider", json_string("subprocess")).add("command", command.text());
    json_object step;
    step.add("name", json_string(job.step_name)).add("executor", executor.text());
    if (job.staleness_timeout) {
        json_object lifecycle;
        lifecycle.add("staleness_timeout_seconds", json_number(std::int64_t{job.staleness_timeout->count()}));
        step.add("lifecycle", lifecycle.text());
    }
    json_object platform_spec;
    platform_spec.add("steps", json_array().add(step.text()).text());
    json_object body;
    body.add("source", json_string(job.source)).add("spec", "{}").add("platform_spec", platform_spec.text());
    return body.text();
}

result<std::string> parse_job_name(std::string_view body) {
    auto const parsed = wire::parse(body);
    auto const* top = parsed ? parsed->if_object() : nullptr;
    auto name = top ? wire::text_at(*top, "name") : std::string();
    if (name.empty()) return error{errc::bad_answer, "job creation: the answer names no job"};
    return name;
}

result<principal> parse_principal(std::string_view text) {
    auto const parsed = wire::parse(text);
    if (!parsed) return parsed.error();
    auto const* top = parsed->if_object();
    if (!top) return bad_input("must be a JSON object");
    bool const delegated = !wire::text_at(*top, "on_behalf_of").empty();
    principal who;
    who.id = wire::text_at(*top, delegated ? "on_behalf_of" : "id");
    who.email = wire::text_at(*top, delegated ? "on_behalf_of_email" : "email");
    if (auto const* groups = wire::array_at(*top, delegated ? "on_behalf_of_groups" : "groups")) {
        for (auto const& group : *groups) {
            if (auto const* name = group.if_string()) who.groups.emplace_back(name->data(), name->size());
        }
    }
    if (who.id.empty()) return bad_input("must be a JSON object with a text \"id\"");
    return who;
}

}  // namespace task_agent
