#include "task_agent/cli/dev_run.hpp"

#include "task_agent/cli/platform_access.hpp"
#include "task_agent/cli/status_tree.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/core/exit_status.hpp"
#include "task_agent/devserver/embedded_server.hpp"
#include "task_agent/os/process.hpp"
#include "task_agent/os/signals.hpp"
#include "task_agent/os/spawn.hpp"
#include "task_agent/wire/job_codec.hpp"

#include <boost/asio/co_spawn.hpp>
#include <fmt/format.h>

#include <sys/auxv.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace task_agent::cli {
namespace {

constexpr char workspace[] = "default";
constexpr char step_name[] = "main";

// Settings that --dev makes itself: whoever gives one of them means another platform.
constexpr std::string_view made_here[] = {"jobs-url", "workspace", "job", "step", "task", "attempt-id"};

struct dev_job {
    std::string name;
    std::string attempt_id;
};

bool is_made_here(std::string_view option) {
    for (auto const name : made_here) {
        if (name == option) return true;
    }
    return false;
}

template <class T>
T run_to_the_end(asio::io_context& io, asio::awaitable<T> work) {
    std::optional<T> value;
    std::exception_ptr failed;
    auto on_end = [&](std::exception_ptr failure, T result) {
        failed = failure;
        value = std::move(result);
    };
    asio::co_spawn(io, std::move(work), on_end);
    io.restart();
    io.run();
    if (failed) std::rethrow_exception(failed);
    return std::move(*value);
}

net::base_url url_of(std::uint16_t port) {
    net::base_url url;
    url.host = "127.0.0.1";
    url.port = port;
    return url;
}

identity caller() {
    identity who;
    who.workspace = workspace;
    return who;
}

asio::awaitable<std::optional<dev_job>> create_job(asio::io_context& io, net::base_url url,
                                                   std::vector<std::string> command) {
    jobs_client client(io, url, caller());
    single_step_job job;
    job.source = "task-agent";
    job.step_name = step_name;
    job.command = std::move(command);
    auto const created = co_await client.create_job(encode_job(job));
    std::optional<dev_job> made;
    if (!created.value) {
        complain_about("create a job in the dev-server", created.outcome);
        client.close();
        co_return made;
    }
    made.emplace();
    made->name = *created.value;
    step_query query;
    query.job = made->name;
    auto const steps = co_await client.list_steps(query);
    if (steps.value && !steps.value->items.empty()) made->attempt_id = steps.value->items.front().attempt_id;
    client.close();
    co_return made;
}

asio::awaitable<int> print_tree(asio::io_context& io, net::base_url url, std::string job) {
    jobs_client client(io, url, caller());
    auto const tree = co_await client.job_status(std::move(job));
    client.close();
    if (tree.value) co_return print(status_tree(*tree.value, wall_clock::now()));
    complain_about("read the job from the dev-server", tree.outcome);
    co_return agent_failure;
}

// The program that runs now, also where there is no /proc.
std::string own_program() {
    if (::access("/proc/self/exe", X_OK) == 0) return "/proc/self/exe";
    auto const* const path = reinterpret_cast<char const*>(::getauxval(AT_EXECFN));
    return path ? path : "task-agent";
}

// `run` again, without --dev, as the task of the job.
std::vector<std::string> child_arguments(invocation const& call) {
    std::vector<std::string> argv{own_program(), "run", "--own-step"};
    for (auto const& flag : call.flags) {
        if (flag.name == "dev" || flag.name == "own-step") continue;
        argv.push_back(fmt::format("--{}={}", flag.name, flag.text));
    }
    argv.emplace_back("--");
    argv.insert(argv.end(), call.operands.begin(), call.operands.end());
    return argv;
}

// What the platform sets for a task (platform-facts 1.1), and nothing that would override it.
std::vector<std::string> child_environment(environment const& own, net::base_url const& url,
                                           dev_job const& job) {
    std::vector<std::string> const set = {"NEMO_JOB_WORKSPACE=" + std::string(workspace),
                                          "NEMO_JOB_ID=" + job.name,
                                          "NEMO_JOB_STEP=" + std::string(step_name),
                                          "NEMO_JOB_ATTEMPT_ID=" + job.attempt_id,
                                          "NMP_BASE_URL=" + url.text(),
                                          "NMP_JOBS_URL=" + url.text()};
    std::vector<std::string> result;
    for (auto const& entry : own.entries()) {
        auto const name = variable_name(entry);
        auto const* const option = option_of_variable(name);
        if (option && (option->name == "dev" || is_made_here(option->name))) continue;
        bool replaced = name == "NEMO_JOB_TASK" || name.starts_with("NHX_");
        for (auto const& mine : set)
            replaced = replaced || variable_name(mine) == name;
        if (!replaced) result.push_back(entry);
    }
    result.insert(result.end(), set.begin(), set.end());
    return result;
}

// Passes on every signal that was meant for the run; what a key on the terminal sent, the child got as well.
int wait_for(pid_t child) {
    ::sigset_t all;
    ::sigfillset(&all);
    for (;;) {
        ::siginfo_t info{};
        int const signal = ::sigwaitinfo(&all, &info);
        if (signal < 0) continue;
        if (signal != SIGCHLD) {
            if (info.si_code <= 0) ::kill(child, signal);
            continue;
        }
        int status = 0;
        if (::waitpid(child, &status, WNOHANG) == child) return exit_status::from_wait(status).shell_code();
    }
}

bool refuses_settings(invocation const& call) {
    for (auto const& flag : call.flags) {
        if (!is_made_here(flag.name)) continue;
        complain(fmt::format(
            "--{} (flag) does not go with --dev, which makes a platform and a job of its own", flag.name));
        return true;
    }
    return false;
}

}  // namespace

int dev_run(invocation const& call, ::sigset_t mask) {
    if (refuses_settings(call)) return agent_failure;
    devserver::embedded_server server;
    auto const port = server.start();
    if (!port) {
        complain(port.error().text);
        return agent_failure;
    }
    auto const url = url_of(*port);
    asio::io_context io(1);
    auto const job = run_to_the_end(io, create_job(io, url, call.operands));
    if (!job) return agent_failure;

    os::spawn_request request;
    request.argv = child_arguments(call);
    request.environment = child_environment(call.env, url, *job);
    request.signal_mask = mask;
    request.ignore_child_ends = os::claim_child_ends();
    request.parent_death_signal = SIGTERM;  // the run stops its workload in order
    auto const child = os::spawn(request);
    if (!child) {
        complain(fmt::format("cannot start {}: {}", child.error().path, child.error().code.message()));
        return agent_failure;
    }
    int const code = wait_for(*child);
    (void)run_to_the_end(io, print_tree(io, url, job->name));
    server.stop();
    return code;
}

}  // namespace task_agent::cli
