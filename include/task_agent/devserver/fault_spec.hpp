// What one `--fault SPEC` asks for (contract 11): one thing to do wrong, and the requests it is done to.
//
// The grammar is PART[,PART...], a PART is WORD or WORD=VALUE, in any order; exactly one part is an action.
// The README lists all of them. Pure; any thread.
#pragma once

#include "task_agent/base/clock.hpp"
#include "task_agent/base/error.hpp"
#include "task_agent/core/status.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::devserver {

// What is done to a request.
struct fault_action {
    enum class kind {
        latency,   // answered as ever, but later
        status,    // answered with `status`
        reset,     // the connection is reset in place of an answer
        silent,    // never answered; the connection stays open until the client ends it
        truncate,  // the connection ends in the middle of the answer
        oversize,  // the true answer, filled up with blanks behind the JSON
    };
    kind what = kind::latency;
    bool applied = true;  // whether the API gets the request at all
    duration shortest{};  // of latency; drawn evenly up to `longest`
    duration longest{};
    int status = 0;
    bool from_gateway = false;  // a status with a page of text, not the platform's JSON
    std::optional<duration> retry_after;
    bool retry_after_is_date = false;
    bool cuts_head = false;           // truncate within the header, not within the body
    std::optional<std::size_t> size;  // of oversize; else what is too much for a client (fault_answer.hpp)
};

// Some calls: by the route's name, or by method and beginning of the path.
struct call_pattern {
    std::string name;  // "put-task"; empty: by the other two
    std::string method;
    std::string path_start;
};

// Some task updates: by the status they carry, and by whether the task is there already.
struct update_pattern {
    enum class kind {
        first,      // the task's first update: none was applied before
        heartbeat,  // `active`, and not the first one
        final,      // completed, error, cancelled or paused
        status,     // with this `status`
    };
    kind what = kind::first;
    status wanted = status::active;
};

struct fault_spec {
    std::string text;  // as it was given
    fault_action action;

    std::vector<call_pattern> calls;      // empty: every call
    std::vector<update_pattern> updates;  // empty: updates and all other calls; else task updates only
    double share = 1;                     // of the requests that are left, by chance
    std::optional<unsigned> count;        // at most so many requests
    unsigned skip = 0;                    // the first so many pass
    duration from{};                      // since the start of the server
    std::optional<duration> length;       // of the time window
};

// The error is one sentence that names the part, the option and what is allowed.
[[nodiscard]] result<fault_spec> parse_fault(std::string_view text);

}  // namespace task_agent::devserver
