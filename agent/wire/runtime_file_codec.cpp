#include "task_agent/wire/runtime_file_codec.hpp"

#include "json_reader.hpp"
#include "raw_members.hpp"
#include "torn_json.hpp"

namespace task_agent {
namespace {

namespace json = boost::json;

constexpr std::size_t most_entries = 256;

// A member of the outermost object; null where it is not there, or cut off.
json::value member(std::string_view text, std::string_view quoted_key) {
    for (auto const& [key, value] : wire::raw_members(text)) {
        if (key != quoted_key) continue;
        if (auto parsed = wire::parse(value)) return std::move(*parsed);
        break;
    }
    return nullptr;
}

std::vector<std::string> texts_of(json::array const* list) {
    std::vector<std::string> texts;
    if (!list) return texts;
    for (auto const& entry : *list) {
        if (texts.size() == most_entries) break;
        if (auto const* text = entry.if_string()) texts.emplace_back(text->data(), text->size());
    }
    return texts;
}

torch_error read_torch_error(std::string_view text) {
    auto const message = member(text, "\"message\"");
    torch_error found;
    if (auto const* plain = message.if_string()) {
        found.message.assign(plain->data(), plain->size());
    } else if (auto const* fields = message.if_object()) {
        found.message = wire::text_at(*fields, "message");
        if (auto const* extra = wire::object_at(*fields, "extraInfo"))
            found.callstack = wire::text_at(*extra, "py_callstack");
    }
    return found;
}

bool is_empty(torch_error const& error) noexcept {
    return error.message.empty() && error.callstack.empty();
}

}  // namespace

result<torch_error> parse_torch_error(std::string_view text) {
    torch_error found = read_torch_error(text);
    if (is_empty(found)) {
        found = read_torch_error(wire::closed_json(text));
        found.is_cut = true;
    }
    if (is_empty(found)) return bad_input("no JSON object with a \"message\", as torchelastic writes it");
    return found;
}

result<node_report> parse_node_report(std::string_view text) {
    auto const header = member(text, "\"header\"");
    auto const* fields = header.if_object();
    node_report found;
    if (fields) {
        found.event = wire::text_at(*fields, "event");
        found.trigger = wire::text_at(*fields, "trigger");
        found.command_line = texts_of(wire::array_at(*fields, "commandLine"));
    }
    if (found.event.empty())
        return bad_input("no JSON object with a \"header\" and its \"event\", as Node.js writes it");
    auto const stack = member(text, "\"javascriptStack\"");
    if (auto const* thrown = stack.if_object()) {
        found.message = wire::text_at(*thrown, "message");
        found.stack = texts_of(wire::array_at(*thrown, "stack"));
    }
    auto const native = member(text, "\"nativeStack\"");
    if (auto const* frames = native.if_array()) {
        for (auto const& frame : *frames) {
            auto const* one = frame.if_object();
            if (one && found.native_frames.size() < most_entries)
                found.native_frames.push_back(wire::text_at(*one, "symbol"));
        }
    }
    return found;
}

}  // namespace task_agent
