// Every setting the agent knows, as data: one row says its name, its grammar, its default and where it may
// come from. The command line, the environment, the config file and the help are all read off this table
// (contract 1), so that a setting is added in one place. A row exists only for what is implemented: an
// unknown option is an error.
//
// Constant data; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace task_agent {

enum class option_kind {
    text,       // anything, also empty where the default is empty
    flag,       // true or false; on the command line the bare name means true
    time_span,  // base/duration_text
    size,       // bytes, config/size_text
    number,     // a whole one, or empty where the default is empty
    choice,     // one of a few words
    sequence,   // config/stop_sequence_text, or empty
    signal,     // a signal that can be caught, by name or number
    user,       // config/user_text, or empty
    url,        // judged by the caller's check; user information in it is never printed
};

// The commands that take settings; a row names its commands by or-ing these.
enum class command_set : unsigned {
    none = 0,
    run = 1,
    status = 2,
    submit = 4,
    job_action = 8,  // cancel, pause, resume
    flush = 16,
    explain = 32
};

[[nodiscard]] constexpr command_set operator|(command_set a, command_set b) noexcept {
    return static_cast<command_set>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
[[nodiscard]] constexpr bool contains(command_set set, command_set one) noexcept {
    return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

// Bounds of a duration (nanoseconds), a size (bytes) or a number, inclusive.
struct option_range {
    std::int64_t least = 0;
    std::int64_t most = INT64_MAX;
};

struct option_spec {
    std::string_view name{};  // "stop-grace": the flag is --stop-grace, the config key is the name itself
    option_kind kind = option_kind::text;
    command_set commands = command_set::none;
    std::string_view fallback{};                   // the default in the option's own grammar
    std::string_view value_name{};                 // "DURATION" in the help; empty for a flag
    std::span<std::string_view const> platform{};  // the platform's variables, in the order they are asked
    std::span<std::string_view const> choices{};
    option_range range{};
    bool is_secret = false;   // never printed
    bool is_in_file = true;   // may stand in the config file
    bool is_flag = true;      // may stand on the command line, which everybody on the machine can read
    std::string_view help{};  // one line without a full stop
};

[[nodiscard]] std::span<option_spec const> option_table() noexcept;

[[nodiscard]] option_spec const* find_option(std::string_view name) noexcept;

// "TASK_AGENT_STOP_GRACE".
[[nodiscard]] std::string variable_of(option_spec const& option);
// The option that an environment variable sets, or nullptr.
[[nodiscard]] option_spec const* option_of_variable(std::string_view variable) noexcept;

// Why `text` is no value of the option ("not a duration; allowed are values like 250ms, 8s, 1m30s"), or empty
// when it is one. Urls are not looked into here.
[[nodiscard]] std::string fault_of(option_spec const& option, std::string_view text);

// True for "true", "yes", "on" and "1"; false for anything else. For text that fault_of has passed.
[[nodiscard]] bool flag_value(std::string_view text) noexcept;

// The value as it may be printed: secrets and the user information of a url replaced by "***".
[[nodiscard]] std::string printable_value(option_spec const& option, std::string_view text);

}  // namespace task_agent
