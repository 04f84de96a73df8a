// `submit FILE`: creates a job (contract 1). Exit code 0 when the platform took it, 1 when it did not, 125
// for a mistake in the call.
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/platform_access.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/os/fd_io.hpp"
#include "task_agent/wire/json_value.hpp"

#include <fmt/format.h>

#include <string>

namespace task_agent::cli {
namespace {

constexpr int not_taken = 1;
constexpr std::size_t largest_file = std::size_t{16} << 20;

asio::awaitable<int> create(jobs_client& client, std::string body) {
    auto const answer = co_await client.create_job(std::move(body));
    if (answer.value) co_return print(*answer.value + "\n");
    complain_about("submit the job", answer.outcome);
    co_return not_taken;
}

int act(invocation const& call) {
    std::string const& path = call.operands.front();
    auto const text = os::read_file(path == "-" ? "/dev/stdin" : path.c_str(), largest_file);
    if (!text) {
        complain(text.error().text);
        return agent_failure;
    }
    auto body = checked_json(*text);
    if (!body) {
        complain(fmt::format("{} is no JSON: {}", path, body.error().text));
        return agent_failure;
    }
    return with_jobs_client(call, [body = *body](jobs_client& client) { return create(client, body); });
}

}  // namespace

extern command const submit_command;
constinit command const submit_command = {
    .name = "submit",
    .usage = "submit FILE [options]",
    .summary = "creates a job from a JSON file (- for stdin) and prints its name",
    .settings = command_set::submit,
    .takes = {.least = 1, .most = 1, .what = "FILE"},
    .act = act};

}  // namespace task_agent::cli
