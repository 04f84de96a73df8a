// Traces as they are handed to choose_cause(), and the end of their process.
#pragma once

#include "task_agent/trace/cause.hpp"

#include "unit/trace/stream_of.hpp"
#include <csignal>
#include <string>
#include <vector>

namespace task_agent::trace {

using namespace std::chrono_literals;

inline found_trace trace_at(duration when, std::string const& type, std::string const& message = "bad") {
    found_trace t;
    t.exception.type = type;
    t.exception.message = message;
    t.exception.frames = {{"/app/train.py", 12, "step"}};
    t.cause_line = type + ": " + message;
    t.text = "Traceback (most recent call last):\n" + t.cause_line + "\n";
    t.first_seen = t.last_seen = time_point(when);
    return t;
}

struct cause_fixture {
    std::vector<found_trace> err;
    std::vector<found_trace> out;
    end_facts facts;

    cause_fixture() {
        facts.exit = exit_status{1, 0, false};
        facts.ended_at = time_point(100s);
    }
    cause chosen() {
        facts.err_traces = err;
        facts.out_traces = out;
        return choose_cause(facts);
    }
    void exited_with(int code) {
        facts.reason = failure_reason::exit_code;
        facts.exit = exit_status{code, 0, false};
    }
    void killed_by(int signal, bool core = false) {
        facts.reason = failure_reason::signal;
        facts.exit = exit_status{0, signal, core};
    }
};

}  // namespace task_agent::trace
