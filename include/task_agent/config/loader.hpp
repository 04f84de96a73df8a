// From flags, environment, platform variables and config file to one value per option, with its source
// (contract 1).
//
// Precedence: flag > TASK_AGENT_* > platform variable > config file > default. All sources are read to the
// end even when a higher one has decided, so that every mistake is told at once and none waits for the day
// its source gets to speak. Flags, TASK_AGENT_* and the file are strict; a malformed platform variable is a
// warning and counts as unset.
//
// Pure but for read_config_text. Plain values; any thread.
#pragma once

#include "task_agent/config/config_entry.hpp"
#include "task_agent/config/environment.hpp"
#include "task_agent/config/option_table.hpp"
#include "task_agent/core/identity.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace task_agent {

enum class source_kind { flag, environment, platform, file, fallback };

// Where a value came from, for `config` and for later messages about it.
struct value_source {
    source_kind kind = source_kind::fallback;
    std::string name;  // "--stop-grace", "TASK_AGENT_STOP_GRACE", "NMP_JOBS_URL", the file's path, or empty
};

// "flag", "environment", "platform", "/etc/task-agent/config.json", "default".
[[nodiscard]] std::string to_text(value_source const& source);

struct effective_value {
    option_spec const* option = nullptr;  // never null once loaded
    std::string text;                     // passed fault_of, unless problems say otherwise
    value_source source;
};

// One option as the command line had it; later ones win.
struct flag_text {
    std::string name;
    std::string text;
};

struct config_file {
    std::string path;
    std::vector<config_entry> entries;
};

// Why a text is no base URL, without repeating it, or empty when it is one.
using url_check = std::function<std::string(std::string_view url)>;

struct load_request {
    command_set command = command_set::none;  // one command; its options are what comes out
    std::vector<flag_text> flags{};           // only names of that command, see cli/command_line
    environment env{};
    std::optional<config_file> file{};
    url_check check_url{};  // optional; without one any url passes
};

class loaded_options {
public:
    // One sentence each. With any, the values must not be used: exit 125.
    std::vector<std::string> problems;
    // One sentence each, to be logged; the run goes on.
    std::vector<std::string> warnings;
    // Every option of the command, in table order.
    std::vector<effective_value> values;
    api_family family = api_family::nmp;

    // `name` is one of the command's options.
    [[nodiscard]] effective_value const& at(std::string_view name) const;
};

[[nodiscard]] loaded_options load_options(load_request const& request);

// NHX only when it alone is there: NMP_ decides by the variables that the option table reads, NHX_ by any
// (platform-facts 1.6). Without either the family is NMP.
[[nodiscard]] api_family family_of(environment const& env);

}  // namespace task_agent
