#include "task_agent/wire/journal_codec.hpp"

#include "task_agent/wire/json_value.hpp"

#include "json_reader.hpp"
#include <utility>

namespace task_agent {
namespace {

namespace json = boost::json;

struct encoder {
    json_object& to;

    void kind(std::string_view word) const { to.add("is", json_string(word)); }

    void operator()(run_started const& start) const {
        kind("run_started");
        to.add("workspace", json_string(start.id.workspace));
        to.add("job", json_string(start.id.job));
        to.add("step", json_string(start.id.step));
        to.add("task", json_string(start.id.task));
        to.add("attempt", json_string(start.id.attempt_id));
        to.add("host", json_string(start.host));
        to.add("pid", json_number(start.agent_pid));
        to.add("start_ticks", json_number(start.agent_start));
        to.add("boot_id", json_string(start.boot_id));
        if (start.memory) {
            json_object memory;
            memory.add("device", json_number(start.memory->device));
            memory.add("inode", json_number(start.memory->inode));
            memory.add("kills", json_number(start.memory->kills));
            to.add("memory", memory.text());
        }
        to.add("version", json_string(start.agent_version));
    }
    void operator()(workload_started const& workload) const {
        kind("workload_started");
        to.add("pid", json_number(workload.pid));
    }
    void operator()(stop_asked const& stop) const {
        kind("stop_asked");
        to.add("why", json_string(stop.why));
    }
    void operator()(workload_ended const& end) const {
        kind("workload_ended");
        if (end.exit.signal == 0) {
            to.add("exit_code", json_number(end.exit.code));
            return;
        }
        to.add("signal", json_number(end.exit.signal));
        to.add("core_dumped", json_bool(end.exit.core_dumped));
    }
    void operator()(task_update const& update) const {
        kind("final");
        to.add("status", json_string(to_text(update.state)));
        json_object details;
        for (auto const& [key, value] : update.status_details)
            details.add(key, json_string(value));
        to.add("status_details", details.text());
        to.add("error_details", json_string(update.error_details));
        to.add("error_stack", json_string(update.error_stack));
    }
    void operator()(acknowledgement const& answer) const {
        kind("acknowledged");
        to.add("how", json_string(to_text(answer.how)));
    }
};

error not_a_record(std::string_view what) {
    return bad_input("no journal record: " + std::string(what));
}

// Whole and not negative; 0 when it is not there, as everywhere in these records.
std::uint64_t count_at(json::object const& from, std::string_view key) {
    auto const* value = from.if_contains(json::string_view(key.data(), key.size()));
    if (!value) return 0;
    if (value->is_uint64()) return value->get_uint64();
    if (value->is_int64() && value->get_int64() > 0) return static_cast<std::uint64_t>(value->get_int64());
    return 0;
}

int small_at(json::object const& from, std::string_view key) {
    return static_cast<int>(count_at(from, key) & 0xFFFF);
}

run_started start_of(json::object const& from) {
    run_started start;
    start.id.workspace = wire::text_at(from, "workspace");
    start.id.job = wire::text_at(from, "job");
    start.id.step = wire::text_at(from, "step");
    start.id.task = wire::text_at(from, "task");
    start.id.attempt_id = wire::text_at(from, "attempt");
    start.host = wire::text_at(from, "host");
    start.agent_pid = static_cast<std::int64_t>(count_at(from, "pid"));
    start.agent_start = count_at(from, "start_ticks");
    start.boot_id = wire::text_at(from, "boot_id");
    if (auto const* memory = wire::object_at(from, "memory"))
        start.memory = {count_at(*memory, "device"), count_at(*memory, "inode"), count_at(*memory, "kills")};
    start.agent_version = wire::text_at(from, "version");
    return start;
}

exit_status exit_of(json::object const& from) {
    exit_status exit;
    exit.signal = small_at(from, "signal");
    exit.code = small_at(from, "exit_code");
    auto const* dumped = from.if_contains("core_dumped");
    exit.core_dumped = dumped && dumped->is_bool() && dumped->get_bool();
    return exit;
}

// These texts become parts of a request's body: whatever is no JSON value must not.
result<task_update> final_of(json::object const& from) {
    task_update update;
    auto const state = parse_status(wire::text_at(from, "status"));
    if (!state) return not_a_record("a final update without a status");
    update.state = *state;
    if (auto const* details = wire::object_at(from, "status_details")) {
        for (auto const& [key, value] : *details) {
            auto const* text = value.if_string();
            auto checked = checked_json(text ? std::string_view(*text) : std::string_view());
            if (!checked) return checked.error();
            update.status_details.emplace(std::string(key), std::move(*checked));
        }
    }
    if (auto const text = wire::text_at(from, "error_details"); !text.empty()) {
        auto checked = checked_json(text);
        if (!checked) return checked.error();
        update.error_details = std::move(*checked);
    }
    update.error_stack = wire::text_at(from, "error_stack");
    return update;
}

result<journal_entry> entry_of(json::object const& from) {
    auto const kind = wire::text_at(from, "is");
    if (kind == "run_started") return journal_entry(start_of(from));
    if (kind == "workload_started")
        return journal_entry(workload_started{static_cast<std::int64_t>(count_at(from, "pid"))});
    if (kind == "stop_asked") return journal_entry(stop_asked{wire::text_at(from, "why")});
    if (kind == "workload_ended") return journal_entry(workload_ended{exit_of(from)});
    if (kind == "final") {
        auto update = final_of(from);
        if (!update) return update.error();
        return journal_entry(std::move(*update));
    }
    if (kind == "acknowledged") {
        auto const how = parse_delivery(wire::text_at(from, "how"));
        if (!how) return not_a_record("an acknowledgement that says nothing");
        return journal_entry(acknowledgement{*how});
    }
    return not_a_record("its kind is \"" + kind + "\"");
}

}  // namespace

std::string encode_record(journal_record const& record) {
    json_object object;
    object.add("run", json_string(record.run));
    object.add("at", json_string(record.at));
    std::visit(encoder{object}, record.what);
    return object.text();
}

result<journal_record> parse_record(std::string_view payload) {
    auto const value = wire::parse(payload);
    if (!value) return value.error();
    auto const* object = value->if_object();
    if (!object) return not_a_record("not an object");
    journal_record record;
    record.run = wire::text_at(*object, "run");
    record.at = wire::text_at(*object, "at");
    if (record.run.empty()) return not_a_record("it names no run");
    auto entry = entry_of(*object);
    if (!entry) return entry.error();
    record.what = std::move(*entry);
    return record;
}

}  // namespace task_agent
