#include "task_agent/devserver/serve.hpp"

#include "task_agent/devserver/controller.hpp"
#include "task_agent/devserver/job_store.hpp"
#include "task_agent/devserver/routes.hpp"
#include "task_agent/devserver/secret_spec.hpp"
#include "task_agent/devserver/server.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <fmt/format.h>

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace task_agent::devserver {
namespace {

struct host_and_port {
    std::string host;
    std::uint16_t port = 0;
};

std::optional<host_and_port> split_listen(std::string_view text) {
    auto const colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    std::string_view host = text.substr(0, colon);
    std::string_view const port = text.substr(colon + 1);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    host_and_port parts{std::string(host), 0};
    auto const [end, failure] = std::from_chars(port.data(), port.data() + port.size(), parts.port);
    if (port.empty() || failure != std::errc() || end != port.data() + port.size()) return std::nullopt;
    return parts;
}

result<> load_job(job_store& store, std::string const& path, std::string const& fallback_workspace) {
    errno = 0;
    std::ifstream file(path, std::ios::binary);
    if (!file) return system_error(last_errno(), fmt::format("cannot read the job file {}", path));
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    error_code failure;
    json::value const document = json::parse(text, failure);
    if (failure)
        return bad_input(fmt::format("the job file {} is not valid JSON: {}", path, failure.message()));
    std::string workspace = fallback_workspace;
    if (auto const* fields = document.if_object()) {
        if (auto const* named = fields->if_contains("workspace"); named && named->is_string())
            workspace = named->get_string();
    }
    answer const posted = post_job(store, workspace, text);
    if (posted.status != 201)
        return bad_input(fmt::format("the job file {} is refused: {}", path, posted.body));
    return {};
}

struct wrongs {
    std::vector<fault_spec> specs;
    std::uint64_t seed;
};

result<wrongs> read_faults(serve_options const& options) {
    wrongs found{{}, jitter::fresh_seed()};
    for (std::string const& text : options.faults) {
        auto spec = parse_fault(text);
        if (!spec) return spec.error();
        found.specs.push_back(std::move(*spec));
    }
    auto const& seed = options.fault_seed;
    if (seed.empty()) return found;
    auto const [end, failure] = std::from_chars(seed.data(), seed.data() + seed.size(), found.seed);
    if (failure != std::errc() || end != seed.data() + seed.size())
        return bad_input(fmt::format("--fault-seed '{}': allowed is a whole number", seed));
    return found;
}

result<std::optional<backend>> read_controller(serve_options const& options) {
    if (options.controller.empty()) return std::optional<backend>();
    auto const by = parse_backend(options.controller);
    if (by) return by;
    return bad_input(
        fmt::format("--controller '{}': allowed are docker, k8s and subprocess", options.controller));
}

// Round after round, until the timer is cancelled.
void keep_reconciling(boost::asio::steady_timer& timer, job_store& store, backend by) {
    timer.expires_after(controller_interval);
    timer.async_wait([&timer, &store, by](error_code failure) {
        if (failure) return;
        reconcile(store, by);
        keep_reconciling(timer, store, by);
    });
}

// The line is one write: a reader that waits for it gets it whole, and nothing is left in a buffer.
void print_line(int out, std::string const& line) {
    std::string_view rest = line;
    while (!rest.empty()) {
        auto const count = ::write(out, rest.data(), rest.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

}  // namespace

result<> serve(serve_options const& options) {
    auto const where = split_listen(options.listen);
    if (!where) {
        return bad_input(
            fmt::format("cannot listen on '{}': allowed is HOST:PORT, like 127.0.0.1:8080", options.listen));
    }
    auto faults = read_faults(options);
    if (!faults) return faults.error();
    auto const controller = read_controller(options);
    if (!controller) return controller.error();
    job_store store;
    for (std::string const& path : options.job_files) {
        if (auto loaded = load_job(store, path, options.workspace); !loaded) return loaded.error();
    }
    for (std::string const& text : options.secrets) {
        auto secret = parse_secret(text);
        if (!secret) return secret.error();
        store.set_secret(std::move(secret->workspace), std::move(secret->name), std::move(secret->value));
    }
    boost::asio::io_context context{1};
    server_options http_options;
    http_options.allow_remote = options.allow_remote;
    http_options.faults = std::move(faults->specs);
    http_options.fault_seed = faults->seed;
    if (options.notes_requests) {
        http_options.note = [out = options.out](std::string_view line) {
            print_line(out, std::string(line) + "\n");
        };
    }
    server http(context, store, http_options);
    boost::asio::steady_timer rounds(context);
    boost::asio::signal_set signals(context, SIGTERM, SIGINT);
    signals.async_wait([&http, &rounds](error_code failure, int) {
        if (failure) return;
        http.stop();
        rounds.cancel();
    });
    auto const port = http.listen(where->host, where->port);
    if (!port) return port.error();
    bool const is_v6 = where->host.find(':') != std::string::npos;
    std::string const host = is_v6 ? fmt::format("[{}]", where->host) : where->host;
    print_line(options.out, fmt::format("dev-server listens on http://{}:{}\n", host, *port));
    if (*controller) keep_reconciling(rounds, store, **controller);
    context.run();
    return {};
}

}  // namespace task_agent::devserver
