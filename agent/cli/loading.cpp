#include "task_agent/cli/loading.hpp"

#include "task_agent/cli/terminal.hpp"
#include "task_agent/config/config_file.hpp"
#include "task_agent/net/base_url.hpp"
#include "task_agent/wire/config_codec.hpp"

#include <string>
#include <utility>

namespace task_agent::cli {
namespace {

std::string fault_of_url(std::string_view url) {
    auto const parsed = net::parse_base_url(url);
    return parsed ? std::string() : parsed.error().text;
}

// False after a complaint.
bool read_config(load_request& request, invocation const& call) {
    auto const choice = choose_config_file(call.flags, call.env);
    auto text = read_config_text(choice);
    if (!text) {
        complain(text.error().text);
        return false;
    }
    if (!*text) return true;
    auto entries = parse_config(**text);
    if (!entries) {
        complain(choice.path + ": " + entries.error().text);
        return false;
    }
    request.file = config_file{choice.path, std::move(*entries)};
    return true;
}

}  // namespace

std::optional<loaded_options> load(invocation const& call) {
    load_request request;
    request.command = call.what->settings;
    for (auto const& flag : call.flags) {
        if (find_option(flag.name)) request.flags.push_back(flag);
    }
    request.env = call.env;
    request.check_url = fault_of_url;
    if (!read_config(request, call)) return std::nullopt;
    auto options = load_options(request);
    for (auto const& problem : options.problems)
        complain(problem);
    if (!options.problems.empty()) return std::nullopt;
    return options;
}

}  // namespace task_agent::cli
