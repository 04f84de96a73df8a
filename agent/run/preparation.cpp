#include "preparation.hpp"

#include "task_agent/config/environment.hpp"
#include "task_agent/os/private_file.hpp"
#include "task_agent/os/process.hpp"
#include "task_agent/run/detached.hpp"
#include "task_agent/run/start_fetch.hpp"

#include <fmt/format.h>

#include "masking.hpp"
#include "stopping.hpp"

namespace task_agent {
namespace {

namespace asio = boost::asio;

constexpr int code_of_agent_failure = 125;
// Only where a stall matters and nobody says when it is one: the start waits for the answer, not for long.
constexpr auto time_for_a_reading = std::chrono::seconds(2);

void fail(task_state& s, std::string sentence) {
    s.start_failed = start_failure{code_of_agent_failure, std::move(sentence)};
}

// Everything a fetch uses, for as long as it may run.
struct fetching {
    explicit fetching(task_state& state)
        : s(state), calls(s.io, s.random, s.log, s.began + s.request.needs.limit, s.request.needs.limit) {
        auto const& needs = s.request.needs;
        auto const on_token = [this](std::string const& token) { keep_secret(s, token); };
        if (!needs.step_config_file.empty() || !needs.stall_limit_for.empty()) {
            auto options = s.request.client;
            options.tokens.on_token = on_token;
            jobs.emplace(s.io, *s.request.platform, s.request.settings.id, std::move(options));
        }
        if (needs.secrets.empty()) return;
        auto options = needs.secrets_client;
        options.tokens.on_token = on_token;
        secrets.emplace(s.io, needs.secrets_url, options);
    }

    task_state& s;
    start_fetch calls;
    std::optional<jobs_client> jobs;
    std::optional<secrets_client> secrets;
};

std::optional<std::string> value_in(std::vector<std::string> const& entries, std::string_view name) {
    environment const all(entries);
    auto const value = all.get(name);
    return value ? std::optional<std::string>(*value) : std::nullopt;
}

void inject(task_state& s, std::string const& variable, std::string const& value) {
    auto& entries = s.request.environment;
    std::erase_if(entries, [&](std::string const& entry) { return variable_name(entry) == variable; });
    entries.push_back(variable + '=' + value);
    keep_secret(s, value);
}

// An agent around this one, of the same task, has fetched them already: what stands in the environment then
// is what it put there.
asio::awaitable<bool> were_injected_outside(task_state& s) {
    auto const outer = outer_agent::find(s.io, s.request.outer_socket);
    if (!outer) co_return false;
    auto const until = steady_clock::now() + outer_agent::time_to_answer;
    bool const is_same = co_await outer->reports_for(s.request.settings.id, s.request.task_is_made_up, until);
    if (!is_same) co_return false;
    std::vector<std::string> values;
    for (auto const& wanted : s.request.needs.secrets) {
        auto value = value_in(s.request.environment, wanted.variable);
        if (!value) co_return false;
        values.push_back(std::move(*value));
    }
    for (auto const& value : values)
        keep_secret(s, value);
    co_return true;
}

asio::awaitable<void> fetch_step_config(fetching& f) {
    auto const got = co_await f.calls.step_config(*f.jobs, f.s.request.settings.id);
    if (!got) {
        fail(f.s, got.error().text);
        co_return;
    }
    auto const& path = f.s.request.needs.step_config_file;
    auto const written = os::write_private_file(path, *got, f.s.request.settings.user);
    if (!written) fail(f.s, "the step's config is missing: " + written.error().text);
}

asio::awaitable<void> fetch_secrets(fetching& f) {
    bool const are_there = co_await were_injected_outside(f.s);
    if (are_there) co_return;
    for (auto const& wanted : f.s.request.needs.secrets) {
        auto const value = co_await f.calls.secret(*f.secrets, wanted);
        if (!value) {
            fail(f.s, value.error().text);
            break;
        }
        inject(f.s, wanted.variable, *value);
    }
    f.secrets->close();
}

// A platform that cannot be reached now says later what a stall is; one that says nothing of it never will.
asio::awaitable<void> check_stall_limit(fetching& f) {
    control::listener nobody;
    nobody.on_step = [](step_item const&) {};
    nobody.on_order = [](stop_order, step_item const&) {};
    nobody.on_superseded = [] {};
    nobody.job_is_gone = [] { return false; };
    control reader(f.s.io, *f.jobs, f.s.request.settings.id, duration::zero(), f.s.random, f.s.log, nobody);
    auto const step = co_await reader.read_step(steady_clock::now() + time_for_a_reading);
    if (!step || step->staleness_timeout) co_return;
    fail(f.s, f.s.request.needs.stall_limit_for +
                  " needs --stall-timeout DURATION: the step has no lifecycle.staleness_timeout_seconds");
}

asio::awaitable<void> fetch_all(fetching& f) {
    auto const& needs = f.s.request.needs;
    if (!needs.stall_limit_for.empty()) co_await check_stall_limit(f);
    if (!needs.step_config_file.empty() && !f.s.start_failed) co_await fetch_step_config(f);
    if (f.jobs) f.jobs->close();
    if (f.secrets && !f.s.start_failed) co_await fetch_secrets(f);
    f.s.io.stop();
}

// The handler may run late, when signals are the running workload's business: then the fetching is over.
void watch_for_stop(std::shared_ptr<fetching> const& f) {
    auto const on_signal = [weak = std::weak_ptr(f)](boost::system::error_code ec) {
        auto const still = weak.lock();
        if (ec || !still) return;
        if (!stopped_before_start(still->s)) return watch_for_stop(still);
        still->calls.cancel();
    };
    f->s.signal_watch.async_wait(asio::posix::stream_descriptor::wait_read, on_signal);
}

}  // namespace

bool prepare(task_state& s) {
    auto const& needs = s.request.needs;
    if (needs.is_nothing()) return true;
    if (!needs.problem.empty()) {
        fail(s, needs.problem);
        return false;
    }
    // what comes now must not lie in a core file, nor be read by who runs as the same user
    os::forbid_dumps();
    auto f = std::make_shared<fetching>(s);
    start_detached(s.io, fetch_all(*f), "fetching what the start needs");
    watch_for_stop(f);
    s.io.run();
    s.signal_watch.cancel();
    s.io.restart();
    f.reset();
    s.started = steady_clock::now();
    if (s.exit || stopped_before_start(s)) {
        s.start_failed.reset();
        return false;
    }
    return !s.start_failed;
}

}  // namespace task_agent
