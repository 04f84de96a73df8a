#include "task_agent/cli/help_text.hpp"

#include "task_agent/config/config_file.hpp"
#include "task_agent/core/version.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace task_agent::cli {
namespace {

std::string flag_line(std::string_view name, std::string_view value_name, std::string_view help) {
    return fmt::format("  --{}{}{}\n      {}\n", name, value_name.empty() ? "" : " ", value_name, help);
}

std::string setting_lines(option_spec const& option) {
    std::string text = flag_line(option.name, option.value_name, option.help);
    if (!option.choices.empty()) text += fmt::format("      choices: {}\n", fmt::join(option.choices, ", "));
    if (!option.fallback.empty()) text += fmt::format("      default: {}\n", option.fallback);
    text += fmt::format("      environment: {}", variable_of(option));
    for (std::string_view const variable : option.platform)
        text += fmt::format(", {}", variable);
    return text + '\n';
}

}  // namespace

std::string overview(std::span<command const* const> table) {
    std::size_t widest = 0;
    for (command const* c : table)
        widest = std::max(widest, c->name.size());
    std::string text = fmt::format(
        "task-agent {}: wraps a command, reports it to the platform and explains its failures\n\n"
        "usage: task-agent COMMAND [options]\n\ncommands:\n",
        version);
    for (command const* c : table)
        text += fmt::format("  {:<{}}  {}\n", c->name, widest, c->summary);
    return text + "\n`task-agent help COMMAND` lists a command's options.\n";
}

std::string help_of(command const& what) {
    std::string text = fmt::format("usage: task-agent {}\n\n{}\n", what.usage, what.summary);
    if (!what.flags.empty()) text += "\nflags:\n";
    for (own_flag const& flag : what.flags)
        text += flag_line(flag.name, flag.value_name, flag.help);
    if (what.settings == command_set::none) return text;
    text += "\noptions:\n";
    for (option_spec const& option : option_table()) {
        if (contains(option.commands, what.settings)) text += setting_lines(option);
    }
    text += fmt::format(
        "\nA flag goes before its TASK_AGENT_ variable, that before the platform's variables in the order "
        "given, they "
        "before\nthe config file ({} unless --config says otherwise; keys are the names without dashes in "
        "front), "
        "and that\nbefore the default. `--option=value` and `--option value` are the same; a switch is "
        "turned off by "
        "`--option=false`.\n",
        default_config_path);
    return text;
}

}  // namespace task_agent::cli
