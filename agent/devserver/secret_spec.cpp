#include "task_agent/devserver/secret_spec.hpp"

#include "task_agent/devserver/names.hpp"

#include <fmt/format.h>

namespace task_agent::devserver {
namespace {

error refused(std::string_view shown, std::string_view why) {
    return bad_input(fmt::format("--secret '{}' {}; allowed is WS/NAME=VALUE", shown, why));
}

}  // namespace

result<secret_spec> parse_secret(std::string_view text) {
    auto const equals = text.find('=');
    // what has no equals sign may be the value alone
    if (equals == std::string_view::npos) return refused("...", "has no '='");
    auto const place = text.substr(0, equals);
    auto const slash = place.find('/');
    if (slash == std::string_view::npos) return refused(place, "has no '/' before the '='");
    secret_spec secret;
    secret.workspace = place.substr(0, slash);
    secret.name = place.substr(slash + 1);
    secret.value = text.substr(equals + 1);
    if (secret.workspace.empty()) return refused(place, "names no workspace");
    if (!is_entity_name(secret.name))
        return bad_input(fmt::format("--secret '{}': {}", place, bad_name_text("secret", secret.name)));
    if (secret.value.empty()) return refused(place, "has no value");
    return secret;
}

}  // namespace task_agent::devserver
