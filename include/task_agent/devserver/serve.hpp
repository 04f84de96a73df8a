// The `dev-server` command without its flags: serves until SIGTERM or SIGINT (contract 11).
#pragma once

#include "task_agent/base/error.hpp"

#include <string>
#include <vector>

namespace task_agent::devserver {

struct serve_options {
    std::string listen = "127.0.0.1:8080";  // HOST:PORT; an IPv6 host in brackets
    bool allow_remote = false;
    // Files with the body of POST .../jobs. A top-level key "workspace" names the job's workspace, else
    // `workspace`.
    std::vector<std::string> job_files;
    std::string workspace = "default";
    std::vector<std::string> secrets;  // WS/NAME=VALUE
    std::vector<std::string> faults;   // --fault specs (fault_spec.hpp)
    std::string fault_seed;            // a whole number; empty: another one each time
    std::string controller;            // docker, k8s or subprocess; empty: none
    bool notes_requests = false;       // a line about each request behind the one with the URL
    int out = 1;                       // where the lines go
};

// Prints "dev-server listens on http://HOST:PORT" once it does. Returns after the signal and a graceful stop.
// The error names the address or the file and what is wrong with it. Main thread; uses the process's signal
// dispositions meanwhile.
[[nodiscard]] result<> serve(serve_options const& options);

}  // namespace task_agent::devserver
