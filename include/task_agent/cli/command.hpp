// One subcommand of the executable: what it is called, what it takes and what it does.
//
// A command is a constant in its own file (agent/cli/<name>_command.cpp) and one line in
// agent/cli/commands.cpp; parsing, usage errors and help come from here. A command that is not in the table
// does not exist.
#pragma once

#include "task_agent/config/environment.hpp"
#include "task_agent/config/loader.hpp"
#include "task_agent/config/option_table.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent::cli {

// Usage errors and failures of the agent itself, for every command (contract 1).
inline constexpr int agent_failure = 125;

// A flag of one command that is a question of the moment and no setting ("--watch"): it has no variable, no
// config key. May be given several times; all values are handed over.
struct own_flag {
    std::string_view name;        // without dashes
    std::string_view value_name;  // empty: takes no value, its text is "true" or what --name=TEXT says
    std::string_view help;        // one line without a full stop
};

// What may follow the flags.
struct operands {
    std::size_t least = 0;
    std::size_t most = 0;
    // The first operand starts a foreign command line: nothing behind it is read as a flag (`run CMD
    // [ARG...]`).
    bool is_command_line = false;
    std::string_view what{};  // "JOB": named when one is missing
};

struct invocation;

struct command {
    std::string_view name;
    std::string_view usage;                    // behind "task-agent ": "run [options] [--] CMD [ARG...]"
    std::string_view summary;                  // one line of the overview, without a full stop
    command_set settings = command_set::none;  // its rows of the option table
    std::span<own_flag const> flags{};
    operands takes{};
    int (*act)(invocation const&) = nullptr;  // returns the exit code
};

struct invocation {
    command const* what = nullptr;
    std::vector<flag_text> flags;       // of both kinds, in the order given; values not yet judged
    std::vector<std::string> operands;  // for a command line: CMD and everything behind it, untouched
    environment env;

    // The last value of an own flag, or nothing. A valueless flag is judged here: "--watch=false" is not set.
    [[nodiscard]] std::string_view value_of(std::string_view flag) const noexcept;
    [[nodiscard]] bool has(std::string_view flag) const noexcept;
};

// All of them, in the order of the overview.
[[nodiscard]] std::span<command const* const> commands() noexcept;

[[nodiscard]] command const* find_command(std::span<command const* const> table,
                                          std::string_view name) noexcept;

}  // namespace task_agent::cli
