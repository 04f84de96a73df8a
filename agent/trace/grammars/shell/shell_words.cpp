#include "shell_words.hpp"

#include "task_agent/base/ascii.hpp"
#include "task_agent/trace/grammars/reading.hpp"

#include <array>

namespace task_agent::trace::shell {
namespace {

// What bash and dash say a complaint is of, besides variables.
constexpr std::array<std::string_view, 60> builtins = {
    "alias",    "bg",       "bind",    "break",   "builtin",   "caller",   "cd",     "command", "compgen",
    "complete", "continue", "coproc",  "declare", "dirs",      "disown",   "echo",   "enable",  "error",
    "eval",     "exec",     "exit",    "export",  "fc",        "fg",       "fork",   "getopts", "hash",
    "help",     "history",  "jobs",    "kill",    "let",       "local",    "logout", "mapfile", "popd",
    "printf",   "pushd",    "pwd",     "read",    "readarray", "readonly", "return", "set",     "shift",
    "shopt",    "source",   "suspend", "test",    "times",     "trap",     "type",   "typeset", "ulimit",
    "umask",    "unalias",  "unset",   "wait",    "warning",   "xmalloc"};

// How the shell's own words about a name begin.
constexpr std::array<std::string_view, 12> own_words = {
    "cannot ",   "bad array ", "invalid ",  "circular ", "expression ", "maximum ",
    "ambiguous", "restricted", "can only ", "usage: ",   "Usage: ",     "warning: "};

}  // namespace

bool names_variable(std::string_view message) noexcept {
    std::size_t const n = message.find(": ");
    if (n == 0 || n == std::string_view::npos) return false;
    std::string_view name = message.substr(0, n);
    // "days[$kind]"
    if (std::size_t const open = name.find('[');
        open != std::string_view::npos && open > 0 && name.back() == ']')
        name = name.substr(0, open);
    bool const is_name =
        std::all_of(name.begin(), name.end(), [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
    return is_name && std::find(builtins.begin(), builtins.end(), name) == builtins.end() &&
           !starts_with_any(message.substr(n + 2), own_words);
}

std::string_view type_of_sum(std::string_view message) noexcept {
    constexpr std::string_view by_zero = "division by 0";
    std::size_t const token = message.find(" (error token is \"");
    if (token == std::string_view::npos) return {};
    message = message.substr(0, token);
    if (message.ends_with(by_zero)) return failed;
    // the figure is wrong, not how it is written
    for (std::string_view const word : {"value too great for base", "exponent less than 0", "invalid number",
                                        "invalid integer constant", "invalid arithmetic base"}) {
        if (message.ends_with(word)) return failed;
    }
    return "syntax error";
}

}  // namespace task_agent::trace::shell
