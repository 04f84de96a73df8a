#include "task_agent/cli/bypass.hpp"

#include "task_agent/cli/terminal.hpp"
#include "task_agent/logic/start_failure.hpp"
#include "task_agent/os/program_facts.hpp"
#include "task_agent/os/spawn.hpp"

#include <unistd.h>

#include <cerrno>
#include <string>
#include <vector>

namespace task_agent::cli {
namespace {

bool takes_value(std::string_view name) noexcept {
    auto const* const option = find_option(name);
    if (option && contains(option->commands, command_set::run)) return !option->value_name.empty();
    auto const* const run = find_command(commands(), "run");
    for (own_flag const& flag : run->flags) {
        if (flag.name == name) return !flag.value_name.empty();
    }
    return false;
}

// The file that execvp was denied, else the name itself.
std::string tried_file(std::string const& program, std::vector<std::string> const& environment) {
    for (auto const& path : os::program_candidates(program, environment)) {
        if (::access(path.c_str(), F_OK) == 0) return path;
    }
    return program;
}

}  // namespace

std::optional<std::size_t> command_of_run(std::span<char* const> arguments) {
    if (arguments.empty() || std::string_view(arguments[0]) != "run") return std::nullopt;
    std::size_t i = 1;
    for (; i < arguments.size(); ++i) {
        std::string_view const argument = arguments[i];
        if (argument == "--") {
            ++i;
            break;
        }
        if (argument.size() < 2 || argument.front() != '-') break;
        bool const is_long = argument.starts_with("--");
        if (is_long && argument.find('=') == std::string_view::npos && takes_value(argument.substr(2))) ++i;
    }
    return i < arguments.size() ? std::optional(i) : std::nullopt;
}

bool is_bypassed(char const* no_task_agent) noexcept {
    return no_task_agent && flag_value(no_task_agent);
}

int become_command(char** argv) {
    ::execvp(argv[0], argv);
    auto const code = last_errno();
    std::string const program = argv[0];
    auto const env = environment::of_process().entries();
    if (code.value() == E2BIG) {
        std::vector<std::string> arguments;
        for (char** a = argv; *a; ++a)
            arguments.emplace_back(*a);
        auto const failure = explain_long_arguments(program, os::measure_arguments(arguments, env));
        complain(failure.sentence);
        return failure.exit_code;
    }
    auto const path = tried_file(program, env);
    auto const facts = os::look_at_program(path, {}, {::geteuid(), ::getegid()});
    auto const failure = explain_exec_failure(program, path, code, facts);
    complain(failure.sentence);
    return failure.exit_code;
}

}  // namespace task_agent::cli
