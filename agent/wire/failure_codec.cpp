#include "task_agent/wire/failure_codec.hpp"

#include "task_agent/wire/json_value.hpp"

namespace task_agent {
namespace {

void add_text(json_object& object, std::string_view key, std::string const& text) {
    if (!text.empty()) object.add(key, json_string(text));
}

json_text encode_frame(stack_frame const& frame) {
    json_object object;
    add_text(object, "file", frame.file);
    if (frame.line > 0) object.add("line", json_number(frame.line));
    add_text(object, "function", frame.function);
    return object.text();
}

json_text encode_exception(exception_info const& exception) {
    json_object object;
    add_text(object, "language", exception.language);
    add_text(object, "type", exception.type);
    add_text(object, "message", exception.message);
    if (exception.rank) object.add("rank", json_number(*exception.rank));
    json_array frames;
    for (auto const& frame : exception.frames)
        frames.add(encode_frame(frame));
    if (!frames.is_empty()) object.add("frames", frames.text());
    json_array chain;
    for (auto const& link : exception.chain) {
        json_object item;
        add_text(item, "type", link.type);
        add_text(item, "message", link.message);
        chain.add(item.text());
    }
    if (!chain.is_empty()) object.add("chain", chain.text());
    return object.text();
}

json_text encode_usage(resource_usage const& usage) {
    json_object object;
    object.add("wall_seconds", json_number(usage.wall_seconds));
    object.add("user_seconds", json_number(usage.user_seconds));
    object.add("system_seconds", json_number(usage.system_seconds));
    object.add("max_rss_bytes", json_number(usage.max_rss_bytes));
    if (usage.memory_peak_bytes) object.add("memory_peak_bytes", json_number(*usage.memory_peak_bytes));
    if (usage.memory_limit_bytes) object.add("memory_limit_bytes", json_number(*usage.memory_limit_bytes));
    return object.text();
}

void add_exit(json_object& object, exit_status const& exit) {
    if (exit.signal == 0) {
        object.add("exit_code", json_number(exit.code));
        return;
    }
    object.add("signal", json_number(exit.signal));
    object.add("signal_name", json_string(signal_name(exit.signal)));
    object.add("core_dumped", json_bool(exit.core_dumped));
}

}  // namespace

json_text encode_failure(failure_report const& report) {
    json_object object;
    // screens show error_details.message and nothing else (platform-facts 8): it is always there
    object.add("message", json_string(report.message));
    object.add("reason", json_string(to_text(report.reason)));
    if (report.exit) add_exit(object, *report.exit);
    if (report.exception) object.add("exception", encode_exception(*report.exception));
    add_text(object, "category", report.category);
    add_text(object, "hint", report.hint);
    add_text(object, "retryable", report.retryable);
    if (report.oom_kills > 0) object.add("oom_kills", json_number(report.oom_kills));
    if (report.usage) object.add("usage", encode_usage(*report.usage));
    json_array last_output;
    for (auto const& line : report.last_output)
        last_output.add(json_string(line));
    if (!last_output.is_empty()) object.add("last_output", last_output.text());
    add_text(object, "command", report.command);
    add_text(object, "host", report.host);
    add_text(object, "agent_version", report.agent_version);
    json_object lost;
    for (auto const& [what, count] : report.lost)
        lost.add(what, json_number(count));
    if (!lost.is_empty()) object.add("lost", lost.text());
    return object.text();
}

}  // namespace task_agent
