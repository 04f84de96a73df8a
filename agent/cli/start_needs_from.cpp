#include "task_agent/cli/start_needs_from.hpp"

#include "task_agent/logic/secret_references.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace task_agent::cli {
namespace {

// Empty where the config can be asked for.
std::string fault_of_step_config(run_settings const& settings, std::optional<net::base_url> const& platform) {
    if (settings.step_config_file.empty())
        return "--fetch-step-config: no file is known: give --step-config-file FILE, or set "
               "NEMO_JOB_STEP_CONFIG_FILE_PATH";
    if (platform) return {};
    auto names = settings.id.missing();
    if (settings.platform.jobs_url.empty()) names.emplace_back("NMP_JOBS_URL or NMP_BASE_URL");
    return fmt::format("--fetch-step-config: missing are {}", fmt::join(names, ", "));
}

}  // namespace

start_needs start_needs_from(run_settings const& settings, environment const& env,
                             std::optional<net::base_url> const& platform,
                             std::vector<std::string>& warnings) {
    start_needs needs;
    needs.limit = settings.fetch_timeout;
    if (settings.fetch_step_config) {
        needs.problem = fault_of_step_config(settings, platform);
        needs.step_config_file = settings.step_config_file;
    }
    auto references = parse_secret_references(settings.secrets);
    if (!references) {
        needs.problem = fmt::format("{}: {}", settings.secrets_source, references.error().text);
        return needs;
    }
    if (references->empty()) return needs;
    auto access = secrets_access_from(settings.platform, env);
    for (auto& warning : access.warnings) {
        if (std::ranges::find(warnings, warning) == warnings.end()) warnings.push_back(std::move(warning));
    }
    if (!access.url) {
        needs.problem = fmt::format(
            "{}: no server is known for secrets: give --secrets-url URL, or set NMP_SECRETS_URL or "
            "NMP_BASE_URL",
            settings.secrets_source);
        return needs;
    }
    needs.secrets = std::move(*references);
    needs.secrets_url = std::move(*access.url);
    needs.secrets_client = std::move(access.client);
    return needs;
}

}  // namespace task_agent::cli
