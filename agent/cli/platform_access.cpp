#include "task_agent/cli/platform_access.hpp"

#include "task_agent/cli/loading.hpp"
#include "task_agent/cli/terminal.hpp"
#include "task_agent/config/make_settings.hpp"
#include "task_agent/logic/http_verdict.hpp"
#include "task_agent/net/tls_context.hpp"
#include "task_agent/wire/job_codec.hpp"

#include <boost/asio/co_spawn.hpp>
#include <fmt/format.h>

#include <exception>
#include <utility>

namespace task_agent::cli {

namespace {

net::tls_options tls_options_from(platform_settings const& settings, environment const& env) {
    net::tls_options tls;
    tls.ca_file = settings.ca_file;
    tls.ca_file_source = settings.ca_file_source;
    tls.client_cert = settings.client_cert;
    tls.client_key = settings.client_key;
    // as OpenSSL's own tools read the pair; who gives a file by option means this file alone
    bool const is_usual = settings.ca_file.empty() || settings.ca_file_source == "SSL_CERT_FILE";
    if (is_usual) tls.ca_folders = env.get_filled("SSL_CERT_DIR").value_or("");
    return tls;
}

token_options token_options_from(platform_settings const& settings, environment const& env,
                                 std::shared_ptr<net::tls_context> const& tls) {
    token_options tokens;
    tokens.identity_file = settings.identity_file;
    tokens.token_file = settings.token_file;
    tokens.token = settings.token;
    if (!settings.auth_url.empty()) {
        if (auto url = net::parse_base_url(settings.auth_url)) tokens.auth_url = std::move(*url);
    }
    tokens.via = [env, tls](net::base_url const& to) {
        net::transport via;
        via.tls = tls;
        via.proxy = net::choose_proxy(to, env).proxy;
        return via;
    };
    return tokens;
}

platform_access access_to(std::string const& server, platform_settings const& settings,
                          environment const& env) {
    platform_access access;
    if (!server.empty()) {
        if (auto url = net::parse_base_url(server)) access.url = std::move(*url);
    }
    access.client.via.tls = std::make_shared<net::tls_context>(tls_options_from(settings, env));
    if (access.url) {
        auto choice = net::choose_proxy(*access.url, env);
        access.client.via.proxy = std::move(choice.proxy);
        if (!choice.warning.empty()) access.warnings.push_back(std::move(choice.warning));
    }
    access.client.tokens = token_options_from(settings, env, access.client.via.tls);
    access.client.family = settings.family;
    if (settings.principal_json.empty()) return access;
    auto creator = parse_principal(settings.principal_json);
    if (creator) {
        access.client.creator = std::move(*creator);
    } else {
        access.warnings.push_back("the principal is not understood and counts as none: " +
                                  creator.error().text);
    }
    return access;
}

}  // namespace

platform_access platform_access_from(platform_settings const& settings, environment const& env) {
    return access_to(settings.jobs_url, settings, env);
}

platform_access secrets_access_from(platform_settings const& settings, environment const& env) {
    auto const& server = settings.secrets_url.empty() ? settings.jobs_url : settings.secrets_url;
    auto with = settings;
    if (with.auth_url.empty()) with.auth_url = settings.jobs_url;
    return access_to(server, with, env);
}

int with_jobs_client(invocation const& call, std::function<asio::awaitable<int>(jobs_client&)> work) {
    auto const options = load(call);
    if (!options) return agent_failure;
    auto const settings = make_client_settings(*options);
    auto access = platform_access_from(settings.platform, call.env);
    for (auto const& warning : options->warnings)
        complain(warning);
    for (auto const& warning : access.warnings)
        complain(warning);
    if (!access.url) {
        complain("no platform is known: give --jobs-url URL, or set NMP_JOBS_URL or NMP_BASE_URL");
        return agent_failure;
    }
    if (settings.workspace.empty()) {
        complain("no workspace is known: give --workspace NAME, or set NEMO_JOB_WORKSPACE");
        return agent_failure;
    }

    identity who;
    who.workspace = settings.workspace;
    asio::io_context io(1);
    jobs_client client(io, *access.url, std::move(who), std::move(access.client));
    int code = agent_failure;
    auto on_end = [&](std::exception_ptr failure, int result) {
        client.close();
        if (failure) std::rethrow_exception(failure);
        code = result;
        io.stop();
    };
    asio::co_spawn(io, work(client), on_end);
    io.run();
    return code;
}

void complain_about(std::string_view what, call_outcome const& outcome) {
    complain(fmt::format("cannot {}: {}", what, describe(outcome)));
}

}  // namespace task_agent::cli
