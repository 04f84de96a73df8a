#include "task_agent/wire/auth_codec.hpp"

#include "json_reader.hpp"

namespace task_agent {
namespace {

namespace json = boost::json;

constexpr std::string_view grant_type = "urn:ietf:params:oauth:grant-type:token-exchange";
constexpr std::string_view access_token_type = "urn:ietf:params:oauth:token-type:access_token";
constexpr std::string_view jwt_type = "urn:ietf:params:oauth:token-type:jwt";
// Docker's proofs are no JWTs, and say so by how they begin (platform-facts 2.4).
constexpr std::string_view opaque_prefix = "nhx_obo_v1.";
constexpr std::string_view opaque_type =
    "urn:nvidia:nemo:params:oauth:token-type:docker-opaque-workload-proof";

std::string first_text(json::object const& from, std::string_view key, std::string_view other) {
    auto text = wire::text_at(from, key);
    return text.empty() ? wire::text_at(from, other) : text;
}

void add(std::string& form, std::string_view key, std::string_view value) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    if (value.empty()) return;
    if (!form.empty()) form += '&';
    form.append(key).append("=");
    for (char const c : value) {
        auto const byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos) {
            form += c;
        } else {
            form += {'%', hex[byte >> 4], hex[byte & 15]};
        }
    }
}

}  // namespace

result<auth_discovery> parse_auth_discovery(std::string_view body) {
    auto const parsed = wire::parse(body);
    if (!parsed) return error{errc::bad_answer, "auth discovery: " + parsed.error().text};
    auto const* top = parsed->if_object();
    auto const* oidc = top ? wire::object_at(*top, "oidc") : nullptr;
    if (!oidc) return error{errc::bad_answer, "auth discovery: the answer holds no object \"oidc\""};
    auth_discovery found;
    auto const* enabled = oidc->if_contains("workload_token_exchange_enabled");
    found.exchange_enabled = enabled && enabled->is_bool() && enabled->get_bool();
    found.token_endpoint = first_text(*oidc, "workload_token_endpoint", "token_endpoint");
    found.client_id = first_text(*oidc, "workload_client_id", "client_id");
    found.audience = wire::text_at(*oidc, "workload_audience");
    found.scope = wire::text_at(*oidc, "workload_scope");
    return found;
}

std::string encode_token_exchange(auth_discovery const& where, std::string_view proof) {
    std::string form;
    add(form, "grant_type", grant_type);
    add(form, "client_id", where.client_id);
    add(form, "subject_token", proof);
    add(form, "subject_token_type", proof.starts_with(opaque_prefix) ? opaque_type : jwt_type);
    add(form, "requested_token_type", access_token_type);
    add(form, "audience", where.audience);
    add(form, "scope", where.scope);
    return form;
}

result<access_token> parse_access_token(std::string_view body) {
    // never the parser's own words: they could quote the token
    auto const parsed = wire::parse(body);
    auto const* top = parsed ? parsed->if_object() : nullptr;
    if (!top) return error{errc::bad_answer, "token exchange: the answer is no JSON object"};
    access_token token;
    token.text = wire::text_at(*top, "access_token");
    if (token.text.empty())
        return error{errc::bad_answer, "token exchange: the answer holds no access_token"};
    auto const lifetime = wire::seconds_at(*top, "expires_in");
    if (!lifetime)
        return error{errc::bad_answer, "token exchange: expires_in is no positive number of seconds"};
    token.lifetime = *lifetime;
    return token;
}

}  // namespace task_agent
