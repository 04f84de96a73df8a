#include "task_agent/run/failure_rule_file.hpp"

#include "task_agent/os/given_file.hpp"

#include <fmt/format.h>

#include <chrono>

namespace task_agent {
namespace {

// For what a pipe brings next.
constexpr auto patience = std::chrono::seconds(5);

std::string name_of(effective_value const& option) {
    switch (option.source.kind) {
        case source_kind::flag:
            return fmt::format("{} \"{}\" (flag)", option.source.name, option.text);
        case source_kind::environment:
            return fmt::format("{}=\"{}\" (environment)", option.source.name, option.text);
        default:
            return fmt::format("key \"{}\" in {}: \"{}\"", option.option->name, option.source.name,
                               option.text);
    }
}

}  // namespace

trace::parsed_failure_rules read_failure_rules(effective_value const& option) {
    if (option.text.empty()) return {};
    std::string const name = name_of(option);
    auto const text = os::read_given_file(option.text.c_str(), trace::longest_rule_file, patience);
    if (text) return trace::parse_failure_rules(*text, name);
    trace::parsed_failure_rules failed;
    failed.problems.push_back(
        fmt::format("{}: {}; allowed is a file of failure rules, up to 256 KiB", name, text.error().text));
    return failed;
}

}  // namespace task_agent
