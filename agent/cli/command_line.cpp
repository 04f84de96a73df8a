// The only file that knows CLI11. It splits flags from values and operands; names, values and sentences are
// ours, because its own are neither one sentence nor all of our sources.
#include "task_agent/cli/command_line.hpp"

#include "task_agent/config/near_miss.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace task_agent::cli {
namespace {

// CLI11 takes "--name=" for "--name" and eats the next argument. The mark keeps the empty value a value; no
// argument of execve(2) can hold the byte sequence and end like this by accident, and foreign command lines
// are never marked.
constexpr char empty_mark = '\x01';

bool is_marked(std::string_view text) {
    return text.size() >= 3 && text.starts_with("--") && text[text.size() - 2] == '=' &&
           text.back() == empty_mark;
}

std::string unmarked(std::string text) {
    if (text == std::string_view(&empty_mark, 1)) return {};
    if (is_marked(text)) text.pop_back();
    return text;
}

bool is_flag_like(std::string_view argument) {
    return argument.size() > 1 && argument.front() == '-';
}

std::string_view flag_name(std::string_view argument) {
    argument.remove_prefix(std::min(argument.find_first_not_of('-'), argument.size()));
    return argument.substr(0, argument.find('='));
}

std::string see_help(std::string_view command_name) {
    return command_name.empty() ? "see `task-agent help`"
                                : fmt::format("see `task-agent help {}`", command_name);
}

class flag_parser {
public:
    explicit flag_parser(command const& what) : what_(what) {
        app_.set_help_flag();
        app_.prefix_command(what.takes.is_command_line);
        app_.allow_extras();
        help_ = app_.add_flag("-h,--help");
        for (option_spec const& option : option_table()) {
            if (option.is_flag && contains(option.commands, what.settings))
                add(option.name, option.value_name);
        }
        for (own_flag const& flag : what.flags)
            add(flag.name, flag.value_name);
    }

    result<invocation> parse(std::vector<std::string> const& arguments) {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
        for (std::string& argument : reversed) {
            if (argument.size() > 3 && argument.starts_with("--") && argument.ends_with('='))
                argument += empty_mark;
        }
        try {
            app_.parse(std::move(reversed));
        } catch (CLI::ArgumentMismatch const&) {
            // a flag takes whatever follows it, so the one without is the last argument
            return bad_input(fmt::format("{} (flag of {}): a value is missing; {}", arguments.back(),
                                         what_.name, see_help(what_.name)));
        } catch (CLI::Error const& e) {
            return bad_input(fmt::format("{}: {}; {}", what_.name, e.what(), see_help(what_.name)));
        }
        invocation made;
        made.what = &what_;
        take_flags(made);
        auto const rest = app_.remaining();
        auto const first = first_operand(rest);
        if (first.has_error()) return first.error();
        if (help_->count() > 0) {
            // the caller turns this into `help COMMAND`; nothing else that was said matters
            made.flags.assign(1, {"help", "true"});
            return made;
        }
        take_operands(made, arguments, rest, first.value());
        if (made.operands.size() < what_.takes.least) {
            return bad_input(fmt::format("{}: {} is missing; usage: task-agent {}", what_.name,
                                         what_.takes.what, what_.usage));
        }
        if (!what_.takes.is_command_line && made.operands.size() > what_.takes.most) {
            return bad_input(fmt::format("{}: \"{}\" is too much; usage: task-agent {}", what_.name,
                                         made.operands[what_.takes.most], what_.usage));
        }
        return made;
    }

private:
    void add(std::string_view name, std::string_view value_name) {
        std::string const dashed = fmt::format("--{}", name);
        CLI::Option* option = value_name.empty() ? app_.add_flag(dashed) : app_.add_option(dashed);
        // several are no error; which one counts is the loader's business
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        known_.emplace_back(name, option);
    }

    // In the order given, across all flags.
    void take_flags(invocation& made) const {
        std::vector<std::pair<CLI::Option const*, std::size_t>> taken;
        for (CLI::Option const* option : app_.parse_order()) {
            auto const known =
                std::ranges::find(known_, option, [](auto const& pair) { return pair.second; });
            if (known == known_.end()) continue;
            auto seen = std::ranges::find(taken, option, [](auto const& pair) { return pair.first; });
            if (seen == taken.end()) seen = taken.insert(taken.end(), {option, 0});
            made.flags.push_back({std::string(known->first), unmarked(option->results()[seen->second++])});
        }
    }

    // Where the operands begin in what CLI11 left over; an unknown flag in front of them is an error.
    result<std::size_t> first_operand(std::vector<std::string> const& rest) const {
        for (std::size_t i = 0; i < rest.size(); ++i) {
            if (rest[i] == "--") return i + 1;
            if (is_flag_like(rest[i])) return unknown_flag(unmarked(rest[i]));
            if (what_.takes.is_command_line) return i;
        }
        return what_.takes.is_command_line ? rest.size() : 0;
    }

    error unknown_flag(std::string_view argument) const {
        if (option_spec const* const option = find_option(flag_name(argument)); option && !option->is_flag) {
            return bad_input(fmt::format(
                "--{} (flag of {}): not allowed on the command line, which others can read; allowed is {}",
                option->name, what_.name, variable_of(*option)));
        }
        std::vector<std::string_view> names = {"help"};
        for (auto const& [name, option] : known_)
            names.push_back(name);
        std::string_view const meant = near_miss(flag_name(argument), names);
        // only the name: the value behind the equals sign may be a secret
        std::string_view const shown = argument.substr(0, argument.find('='));
        std::string const guess = meant.empty() ? "" : fmt::format(" did you mean --{}?", meant);
        return bad_input(fmt::format("{} (flag of {}): no such option;{} {}", shown, what_.name, guess,
                                     see_help(what_.name)));
    }

    void take_operands(invocation& made, std::vector<std::string> const& arguments,
                       std::vector<std::string> const& rest, std::size_t first) const {
        if (what_.takes.is_command_line) {
            // from the original, by count: nothing of a foreign command line has passed through marks
            auto const count = static_cast<std::ptrdiff_t>(rest.size() - first);
            made.operands.assign(arguments.end() - count, arguments.end());
            return;
        }
        bool is_past_mark = false;
        for (std::string const& argument : rest) {
            if (argument == "--" && !std::exchange(is_past_mark, true)) continue;
            made.operands.push_back(unmarked(argument));
        }
    }

    command const& what_;
    CLI::App app_;
    CLI::Option* help_ = nullptr;
    std::vector<std::pair<std::string_view, CLI::Option const*>> known_;
};

result<invocation> helped(std::span<command const* const> table, std::vector<std::string> operands) {
    invocation made;
    made.what = find_command(table, "help");
    made.operands = std::move(operands);
    return made;
}

}  // namespace

error unknown_command(std::span<command const* const> table, std::string_view name) {
    std::vector<std::string_view> names;
    for (command const* c : table)
        names.push_back(c->name);
    std::string_view const meant = near_miss(name, names);
    if (!meant.empty()) {
        return bad_input(fmt::format("{}: no such command; did you mean {}? {}", name, meant, see_help({})));
    }
    return bad_input(fmt::format("{}: no such command; {}", name, see_help({})));
}

result<invocation> parse_command_line(std::span<command const* const> table,
                                      std::vector<std::string> arguments, environment env) {
    if (arguments.empty()) return bad_input(fmt::format("a command is missing; {}", see_help({})));
    std::string name = arguments.front();
    if (name == "-h" || name == "--help") return helped(table, {});
    if (name == "--version") name = "version";
    command const* what = find_command(table, name);
    if (what == nullptr) {
        if (!is_flag_like(name)) return unknown_command(table, name);
        return bad_input(fmt::format("{}: a flag stands behind its command; {}",
                                     name.substr(0, name.find('=')), see_help({})));
    }
    arguments.erase(arguments.begin());
    auto parsed = flag_parser(*what).parse(arguments);
    if (parsed.has_error()) return parsed.error();
    if (parsed.value().has("help")) return helped(table, {std::string(what->name)});
    parsed.value().env = std::move(env);
    return parsed;
}

}  // namespace task_agent::cli
