// `dev-server`: the platform in small, until SIGTERM or SIGINT (contract 11). Exit code 0 then, 125 when it
// cannot start.
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/devserver/serve.hpp"

#include <string>

namespace task_agent::cli {
namespace {

constexpr own_flag flags[] = {
    {.name = "listen",
     .value_name = "HOST:PORT",
     .help = "where to listen; port 0 takes a free one (127.0.0.1:8080)"},
    {.name = "job", .value_name = "FILE", .help = "create this job at the start; may be given several times"},
    {.name = "workspace", .value_name = "NAME", .help = "workspace of those jobs (default)"},
    {.name = "allow-remote", .value_name = {}, .help = "listen on an address that is not loopback"},
    {.name = "secret",
     .value_name = "WS/NAME=VALUE",
     .help = "a secret that services may read, on behalf of anybody; may be given several times"},
    {.name = "fault",
     .value_name = "SPEC",
     .help = "do something wrong, like status=503,calls=put-task,share=0.3; may be given several times"},
    {.name = "fault-seed", .value_name = "NUMBER", .help = "the same chances again (another one each time)"},
    {.name = "controller",
     .value_name = "BACKEND",
     .help = "every 2 s write what a jobs controller would: docker, k8s or subprocess (none)"},
    {.name = "requests", .value_name = {}, .help = "print a line about each request"}};

int act(invocation const& call) {
    devserver::serve_options options;
    for (auto const& flag : call.flags) {
        if (flag.name == "listen") options.listen = flag.text;
        if (flag.name == "job") options.job_files.push_back(flag.text);
        if (flag.name == "workspace") options.workspace = flag.text;
        if (flag.name == "secret") options.secrets.push_back(flag.text);
        if (flag.name == "fault") options.faults.push_back(flag.text);
        if (flag.name == "fault-seed") options.fault_seed = flag.text;
        if (flag.name == "controller") options.controller = flag.text;
    }
    options.allow_remote = call.has("allow-remote");
    options.notes_requests = call.has("requests");
    auto const served = devserver::serve(options);
    if (served) return 0;
    complain(served.error().text);
    return agent_failure;
}

}  // namespace

extern command const dev_server_command;
constinit command const dev_server_command = {.name = "dev-server",
                                              .usage = "dev-server [options]",
                                              .summary = "serves the Jobs API from memory, to try things out",
                                              .flags = flags,
                                              .act = act};

}  // namespace task_agent::cli
