#include "task_agent/trace/runtime_files/file_trace.hpp"

#include "task_agent/base/plain_text.hpp"
#include "task_agent/base/utf8.hpp"
#include "task_agent/trace/detector.hpp"
#include "task_agent/trace/trace_weight.hpp"

#include "reading_file.hpp"

namespace task_agent::trace {
namespace {

constexpr std::size_t longest_message = 2048;
constexpr std::size_t longest_line = 1024;
constexpr std::size_t compared = 200;
constexpr std::size_t most_native_frames = 24;

std::string bounded(std::string_view text, std::size_t most = longest_message) {
    return std::string(utf8_prefix(to_plain_text(text.substr(0, most)), most));
}

std::string_view first_line(std::string_view text) noexcept {
    return text.substr(0, text.find('\n'));
}

bool ends_name(std::string_view longer, std::string_view name) noexcept {
    if (!longer.ends_with(name)) return false;
    return longer.size() == name.size() || longer[longer.size() - name.size() - 1] == '.';
}

std::string joined(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) {
        if (text.size() > longest_line) break;
        if (!text.empty()) text += ' ';
        text += word;
    }
    return bounded(text, longest_line);
}

// The stack as Node prints it to stderr: the report has it without its margin.
std::string printed_stack(node_report const& report) {
    std::string text = report.message + '\n';
    for (auto const& line : report.stack)
        text += (line.starts_with("at ") ? "    " : "") + line + '\n';
    return text;
}

bool was_asked_for(std::string_view trigger) noexcept {
    return trigger != "Exception" && trigger != "FatalError" && trigger != "OOMError";
}

}  // namespace

std::optional<found_trace> best_trace_in(std::string_view text) {
    detector traces;
    while (!text.empty())
        traces.on_line(next_line(text), time_point{});
    traces.finish();
    found_trace const* best = nullptr;
    for (auto const& one : traces.found()) {
        // a file is no process that is known to have failed
        if (one.is_guess) continue;
        if (!best || weight_of(one) >= weight_of(*best)) best = &one;
    }
    return best ? std::optional(*best) : std::nullopt;
}

std::optional<found_trace> read_node_report(std::string_view name, node_report const& report) {
    if (was_asked_for(report.trigger)) return std::nullopt;
    std::string const stack = to_plain_text(printed_stack(report));
    std::string top =
        std::string(name) + ", a report of Node.js (event, command line and stacks are shown):\n";
    top += "event: " + bounded(report.event, longest_line) + "\n";
    if (!report.command_line.empty()) top += "command line: " + joined(report.command_line) + "\n";
    if (auto found = best_trace_in(stack)) {
        found->text = top + found->text;
        found->handled = handling::none;
        return found;
    }
    found_trace found;
    bool const is_memory = report.event.ends_with("out of memory");
    found.role = is_memory ? trace_role::resource : trace_role::native_crash;
    exception_info& e = found.exception;
    e.language = "node";
    e.type = "fatal error";
    e.message = bounded(report.event);
    found.cause_line = "FATAL ERROR: " + bounded(first_line(report.event));
    found.text = top + found.cause_line + "\n";
    if (!report.stack.empty()) found.text += stack;
    if (!report.native_frames.empty()) found.text += "native stack:\n";
    for (auto const& frame : report.native_frames) {
        // what wrote the report, and what has no name
        if (frame.starts_with(' ') || frame.starts_with("node::TriggerNodeReport(")) continue;
        if (e.frames.size() == most_native_frames) {
            found.text += "  ... frames left out by task-agent ...\n";
            break;
        }
        std::string const plain = bounded(frame, longest_line);
        std::size_t const open = plain.rfind(" [");
        stack_frame one;
        one.function = plain.substr(0, open);
        if (open != std::string::npos) one.file = plain.substr(open + 2, plain.size() - open - 3);
        e.frames.push_back(std::move(one));
        found.text += "    " + plain + "\n";
    }
    std::reverse(e.frames.begin(), e.frames.end());
    return found;
}

found_trace read_torch_error(std::string_view name, torch_error const& error) {
    std::string const top = std::string(name) + ", written by torchelastic:\n";
    std::string const callstack = to_plain_text(error.callstack);
    auto found_in_stack = best_trace_in(callstack);
    // what was raised stands at the end, and the message says it too
    if (error.is_cut && !error.message.empty()) found_in_stack.reset();
    if (auto& found = found_in_stack) {
        // no logger stands between the exception and this file
        found->handled = handling::none;
        found->text = top + found->text;
        return *found;
    }
    found_trace found;
    std::string const message = bounded(error.message);
    found.cause_line = first_line(message);
    exception_info& e = found.exception;
    e.language = "python";
    std::size_t const colon = found.cause_line.find(": ");
    bool const has_type = colon != std::string::npos && found.cause_line.find(' ') > colon;
    e.type = has_type ? found.cause_line.substr(0, colon) : "error";
    e.message = message.substr(has_type ? colon + 2 : 0);
    std::string_view rest = callstack;
    found.text = top;
    while (!rest.empty())
        found.text += bounded(next_line(rest), longest_line) + "\n";
    if (error.is_cut) found.text += "  ... the rest was not read by task-agent ...\n";
    found.text += message + "\n";
    return found;
}

bool is_same_failure(found_trace const& a, found_trace const& b) noexcept {
    exception_info const& left = a.exception;
    exception_info const& right = b.exception;
    if (left.language != right.language) return false;
    // "OutOfMemoryError" is what a message says of a "torch.cuda.OutOfMemoryError"
    if (!ends_name(left.type, right.type) && !ends_name(right.type, left.type)) return false;
    std::string_view const a_said = first_line(left.message).substr(0, compared);
    std::string_view const b_said = first_line(right.message).substr(0, compared);
    if (a_said == b_said) return true;
    // "Reached heap limit Allocation failed - ..." on stderr, "Allocation failed - ..." in the report
    bool const may_be_short = left.language == "node" && !a_said.empty() && !b_said.empty();
    return may_be_short && (a_said.ends_with(b_said) || b_said.ends_with(a_said));
}

}  // namespace task_agent::trace
