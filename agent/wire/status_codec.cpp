#include "task_agent/wire/status_codec.hpp"

#include "json_reader.hpp"

namespace task_agent {
namespace {

namespace json = boost::json;

// Above it a number in JSON is not what was written any more (RFC 8259, 6).
constexpr double exact_numbers = 9007199254740992.0;

template <class Node>
void read_common(Node& node, json::object const& from) {
    node.name = wire::text_at(from, "name");
    node.status_word = wire::text_at(from, "status");
    node.status_details = wire::details_at(from, "status_details");
    node.error_details = wire::details_at(from, "error_details");
}

task_node parse_task(json::object const& from) {
    task_node task;
    read_common(task, from);
    task.error_stack = wire::text_at(from, "error_stack");
    task.created_at = wire::text_at(from, "created_at");
    task.updated_at = wire::text_at(from, "updated_at");
    auto const* details = wire::object_at(from, "status_details");
    auto const* agent = details ? wire::object_at(*details, "agent") : nullptr;
    double const seq = (agent ? wire::number_at(*agent, "seq") : std::nullopt).value_or(-1);
    if (seq >= 0 && seq < exact_numbers) task.agent_seq = static_cast<std::uint64_t>(seq);
    return task;
}

step_node parse_step(json::object const& from) {
    step_node step;
    read_common(step, from);
    if (auto const* tasks = wire::array_at(from, "tasks")) {
        for (auto const& value : *tasks) {
            if (auto const* task = value.if_object()) step.tasks.push_back(parse_task(*task));
        }
    }
    return step;
}

}  // namespace

result<job_tree> parse_job_status(std::string_view body) {
    auto const parsed = wire::parse(body);
    if (!parsed) return error{errc::bad_answer, "job status: " + parsed.error().text};
    auto const* top = parsed->if_object();
    if (!top) return error{errc::bad_answer, "job status: the answer is no JSON object"};
    job_tree job;
    read_common(job, *top);
    if (auto const* steps = wire::array_at(*top, "steps")) {
        for (auto const& value : *steps) {
            if (auto const* step = value.if_object()) job.steps.push_back(parse_step(*step));
        }
    }
    return job;
}

}  // namespace task_agent
