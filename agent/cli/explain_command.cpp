// `explain`: reads a log from a file or stdin and prints the cause, category, hint and stack that `run` would
// report. Exit code 0 when it found a failure, 1 when the log tells of none, 125 for a mistake in the call or
// a file that cannot be read.
#include "task_agent/base/unique_fd.hpp"
#include "task_agent/cli/command.hpp"
#include "task_agent/cli/loading.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/config/size_text.hpp"
#include "task_agent/logic/secret_set.hpp"
#include "task_agent/run/explain.hpp"
#include "task_agent/run/failure_rule_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <string>
#include <utility>

namespace task_agent::cli {
namespace {

constexpr int nothing_found = 1;

int act(invocation const& call) {
    auto const loaded = load(call);
    if (!loaded) return agent_failure;
    for (auto const& warning : loaded->warnings)
        complain(warning);
    auto rules = read_failure_rules(loaded->at("failure-rules"));
    for (auto const& problem : rules.problems)
        complain(problem);
    if (!rules.problems.empty()) return agent_failure;

    explain_options options;
    auto const environment = call.env.entries();
    options.secrets = secrets_in(environment);
    options.rules = std::move(rules.rules);
    options.stack_limit = parse_size(loaded->at("error-stack-limit").text).value();

    if (auto const code = loaded->at("exit-code").text; !code.empty())
        options.exit_code = std::stoi(code);  // which the table has judged

    std::string const path = call.operands.empty() ? "-" : call.operands.front();
    unique_fd file;
    int fd = STDIN_FILENO;
    if (path != "-") {
        file = unique_fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!file) {
            complain("cannot read the log: " + system_error(last_errno(), path).text);
            return agent_failure;
        }
        fd = file.get();
    }
    auto const found = explain_log(fd, path, options);
    if (!found) {
        complain("cannot read the log " + (path == "-" ? std::string("on stdin") : path) + ": " +
                 found.error().text);
        return agent_failure;
    }
    if (!found->failure) {
        std::string said = "no failure found\n";
        if (!found->gone_on_from.empty())
            said += "the log goes on behind " + found->gone_on_from +
                    "; if the command failed, tell how: --exit-code N\n";
        int const printed = print(said);
        return printed != 0 ? printed : nothing_found;
    }
    return print(explanation_text(*found->failure));
}

}  // namespace

extern command const explain_command;
constinit command const explain_command = {.name = "explain",
                                           .usage = "explain [options] [FILE]",
                                           .summary = "names the cause in a log that is already there",
                                           .settings = command_set::explain,
                                           .takes = {.least = 0, .most = 1, .what = "FILE"},
                                           .act = act};

}  // namespace task_agent::cli
