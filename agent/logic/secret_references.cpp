#include "task_agent/logic/secret_references.hpp"

#include "task_agent/base/plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace task_agent {
namespace {

constexpr char allowed[] = "allowed is ENV=workspace/secret,ENV2=workspace/secret2";

std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\n\v\f\r";
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// What is wrong with an entry that is not empty, or nothing; then the parts are in `into`.
std::string fault_of(std::string_view entry, secret_reference& into) {
    auto const equals = entry.find('=');
    if (equals == std::string_view::npos) return "has no '='";
    into.variable = trimmed(entry.substr(0, equals));
    auto const secret = trimmed(entry.substr(equals + 1));
    if (into.variable.empty()) return "names no variable";
    if (secret.find('=') != std::string_view::npos) return "has more than one '='";
    auto const slashes = std::count(secret.begin(), secret.end(), '/');
    if (slashes == 0) return "has no '/' behind the '='";
    if (slashes > 1) return "has more than one '/' behind the '='";
    auto const slash = secret.find('/');
    into.workspace = trimmed(secret.substr(0, slash));
    into.name = trimmed(secret.substr(slash + 1));
    if (into.workspace.empty()) return "names no workspace";
    if (into.name.empty()) return "names no secret";
    return {};
}

}  // namespace

result<std::vector<secret_reference>> parse_secret_references(std::string_view text) {
    std::vector<secret_reference> found;
    for (int number = 1; !text.empty(); ++number) {
        auto const comma = text.find(',');
        auto const entry = trimmed(text.substr(0, comma));
        text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
        if (entry.empty()) continue;
        secret_reference reference;
        if (auto const why = fault_of(entry, reference); !why.empty()) {
            auto const shown =
                reference.variable.empty() ? "" : fmt::format(" ({})", to_plain_text(reference.variable));
            return bad_input(fmt::format("entry {}{} {}; {}", number, shown, why, allowed));
        }
        found.push_back(std::move(reference));
    }
    return found;
}

}  // namespace task_agent
