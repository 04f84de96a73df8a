// What the reports of native programs come to: one exception and its frames. No state besides.
#pragma once

#include "task_agent/trace/grammars/reading.hpp"
#include "task_agent/trace/trace.hpp"

namespace task_agent::trace {

struct native_report {
    std::string type;
    std::string message;
    std::string cause_line;
    trace_role role = trace_role::native_crash;
    std::vector<stack_frame> frames;  // innermost first

    void add(stack_frame frame) {
        push_bounded(frames, std::move(frame), most_frames - first_frames, most_frames);
    }
    // False when nothing was said.
    bool write_to(found_trace& trace, std::string_view language = "cpp") {
        if (type.empty()) return false;
        trace.role = role;
        trace.cause_line = std::move(cause_line);
        put_exception(trace.exception, language, std::move(type), std::move(message),
                      outermost_first(std::move(frames)));
        return true;
    }
};

}  // namespace task_agent::trace
