#include "task_agent/wire/channel_codec.hpp"

#include "task_agent/wire/json_value.hpp"

#include "json_reader.hpp"

namespace task_agent {

json_text encode_task(identity const& id) {
    json_object object;
    object.add("workspace", json_string(id.workspace));
    object.add("job", json_string(id.job));
    object.add("step", json_string(id.step));
    object.add("task", json_string(id.task));
    object.add("attempt_id", json_string(id.attempt_id));
    return object.text();
}

result<identity> parse_task(std::string_view body) {
    auto const parsed = wire::parse(body);
    auto const* top = parsed ? parsed->if_object() : nullptr;
    if (!top) return error{errc::bad_answer, "GET /v1/task: the answer is no JSON object"};
    identity id;
    id.workspace = wire::text_at(*top, "workspace");
    id.job = wire::text_at(*top, "job");
    id.step = wire::text_at(*top, "step");
    id.task = wire::text_at(*top, "task");
    id.attempt_id = wire::text_at(*top, "attempt_id");
    return id;
}

json_text encode_nested_report(nested_report const& report) {
    json_object object;
    object.add("exit_code", json_number(report.exit_code));
    object.add("message", json_string(report.message));
    object.add("error_details", report.error_details.empty() ? "{}" : report.error_details);
    object.add("error_stack", json_string(report.error_stack));
    return object.text();
}

result<nested_report> parse_nested_report(std::string_view body) {
    auto const parsed = wire::parse(body);
    if (!parsed) return bad_input("the report is no JSON: " + parsed.error().text);
    auto const* top = parsed->if_object();
    auto const* details = top ? wire::object_at(*top, "error_details") : nullptr;
    if (!details) return bad_input("the report holds no object \"error_details\"");
    nested_report report;
    double const code = wire::number_at(*top, "exit_code").value_or(-1);
    if (!(code >= 0 && code <= 255)) return bad_input("exit_code is no number from 0 to 255");
    report.exit_code = static_cast<int>(code);
    report.message = wire::text_at(*top, "message");
    report.error_details = wire::to_json_text(*details);
    report.error_stack = wire::text_at(*top, "error_stack");
    return report;
}

}  // namespace task_agent
