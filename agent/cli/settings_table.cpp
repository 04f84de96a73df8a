#include "task_agent/cli/settings_table.hpp"

#include "task_agent/base/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace task_agent::cli {
namespace {

// A path or a principal may be long; it must not push everybody's source out of sight.
constexpr std::size_t widest_value = 40;

std::string value_text(effective_value const& value) {
    auto text = to_plain_text(printable_value(*value.option, value.text));
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return text.empty() ? "-" : text;
}

std::string source_text(value_source const& source) {
    if (source.name.empty() || source.kind == source_kind::file) return to_text(source);
    return fmt::format("{} ({})", source.name, to_text(source));
}

}  // namespace

std::string settings_table(loaded_options const& options) {
    std::size_t names = 0;
    std::size_t values = 0;
    for (auto const& value : options.values) {
        names = std::max(names, value.option->name.size());
        values = std::max(values, std::min(value_text(value).size(), widest_value));
    }
    std::string text;
    for (auto const& value : options.values) {
        text += fmt::format("{:<{}}  {:<{}}  {}\n", value.option->name, names, value_text(value), values,
                            source_text(value.source));
    }
    return text;
}

}  // namespace task_agent::cli
