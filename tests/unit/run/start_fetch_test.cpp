#include "task_agent/run/start_fetch.hpp"

#include "support/run_awaitable.hpp"
#include "support/scripted_server.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace ta::support;
using namespace std::chrono_literals;

namespace {

struct recorded final : ta::log_sink {
    std::vector<std::string> lines;
    void write_line(std::string_view line) override { lines.emplace_back(line); }
};

struct fetch_fixture {
    ta::asio::io_context io{1};
    ta::jitter random{1};
    recorded lines;
    ta::logger log{ta::log_level::warn, lines};
    ta::secret_reference const which{"HF_TOKEN", "w", "s"};
    std::string const good = answer(200, R"({"value":"v"})");

    ta::secrets_client client(std::string const& url) {
        return ta::secrets_client(io, ta::net::parse_base_url(url).value(), {});
    }
    ta::start_fetch fetch(ta::duration limit = 20s) {
        return ta::start_fetch(io, random, log, ta::steady_clock::now() + limit, limit);
    }
    // The secret, or the sentence why not.
    std::string ask(ta::start_fetch& calls, ta::secrets_client& from) {
        auto const got = run(io, calls.secret(from, which));
        return got ? *got : got.error().text;
    }
    static std::string cannot(scripted_server const& server, std::string const& rest) {
        return "cannot get the secret w/s for HF_TOKEN from " + server.url() + rest;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(start_fetch_tests, fetch_fixture)

BOOST_AUTO_TEST_CASE(what_is_there_is_got_without_a_word) {
    scripted_server server(io, {{read_request(), send(good), hold()}});
    auto secrets = client(server.url());
    auto calls = fetch();
    BOOST_TEST(ask(calls, secrets) == "v");
    BOOST_TEST(lines.lines.empty());
}

BOOST_AUTO_TEST_CASE(trouble_that_passes_is_waited_out) {
    for (auto const& trouble : {answer(408), answer(425), answer(429), answer(500), answer(503),
                                answer(404, "<html>"), std::string("no HTTP\r\n\r\n")}) {
        scripted_server server(io, {{read_request(), send(trouble), read_request(), send(good), hold()},
                                    {read_request(), send(good), hold()}});
        auto secrets = client(server.url());
        auto calls = fetch();
        BOOST_TEST(ask(calls, secrets) == "v");
        secrets.close();
    }
}

BOOST_AUTO_TEST_CASE(a_start_that_waits_says_so_once) {
    scripted_server server(io, {{read_request(), send(answer(503)), read_request(), send(answer(429)),
                                 read_request(), send(good), hold()}});
    auto secrets = client(server.url());
    auto calls = fetch();
    BOOST_TEST(ask(calls, secrets) == "v");
    BOOST_REQUIRE(lines.lines.size() == 1U);
    BOOST_TEST(lines.lines.front().find("the start waits for the secret w/s for HF_TOKEN from " +
                                        server.url() + ": HTTP 503") != std::string::npos,
               lines.lines.front());
}

BOOST_AUTO_TEST_CASE(a_connection_that_breaks_is_made_again) {
    scripted_server server(io, {{reset()}, {read_request(), close()}, {read_request(), send(good), hold()}});
    auto secrets = client(server.url());
    auto calls = fetch();
    BOOST_TEST(ask(calls, secrets) == "v");
    BOOST_TEST(server.connections() == 3);
}

BOOST_AUTO_TEST_CASE(an_answer_that_will_not_change_is_not_asked_for_again) {
    for (auto const& [reply, rest] : std::vector<std::pair<std::string, std::string>>{
             {answer(404, R"({"detail":"Secret w/s not found"})"), ": HTTP 404: Secret w/s not found"},
             {answer(403, R"({"detail":"Forbidden"})"), ": HTTP 403: Forbidden"},
             {answer(401, R"({"detail":"who"})"), ": HTTP 401: who"},
             {answer(400), ": HTTP 400"},
             {answer(200, "<html>"), ": the answer is no JSON object"},
             {answer(200, R"({"value":3})"), ": the answer holds no text \"value\""},
             {answer(302), ": HTTP 302: redirects are not followed"}}) {
        scripted_server server(io, {{read_request(), send(reply), hold()}});
        auto secrets = client(server.url());
        auto calls = fetch();
        BOOST_TEST(ask(calls, secrets) == cannot(server, rest));
        BOOST_TEST(server.requests().size() == 1U);
        secrets.close();
    }
}

BOOST_AUTO_TEST_CASE(the_time_is_one_for_all_calls) {
    scripted_server server(io, {{read_request(), send(answer(503, "", "Retry-After: 30\r\n")), hold()}});
    auto secrets = client(server.url());
    auto calls = fetch(5s);
    auto const began = ta::steady_clock::now();
    BOOST_TEST(ask(calls, secrets) == cannot(server, " within 5s: HTTP 503"));
    BOOST_TEST((ta::steady_clock::now() - began < 4s), "a wait that ends too late is not begun");
}

BOOST_AUTO_TEST_CASE(a_silent_server_is_given_up_at_the_limit) {
    scripted_server server(io, {{read_request(), hold()}});
    auto secrets = client(server.url());
    auto calls = fetch(300ms);
    auto const began = ta::steady_clock::now();
    auto const said = ask(calls, secrets);
    BOOST_TEST(said.starts_with(cannot(server, " within 300ms: ")), said);
    BOOST_TEST((ta::steady_clock::now() - began >= 300ms));
    BOOST_TEST((ta::steady_clock::now() - began < 5s));
}

BOOST_AUTO_TEST_CASE(a_cancel_ends_the_call_under_way_the_wait_and_all_that_follows) {
    scripted_server silent(io, {{read_request(), hold()}});
    scripted_server busy(io, {{read_request(), send(answer(503, "", "Retry-After: 15\r\n")), hold()}});
    for (auto const* server : {&silent, &busy}) {
        auto secrets = client(server->url());
        auto calls = fetch();
        ta::asio::steady_timer later(io, 200ms);
        later.async_wait([&](auto) { calls.cancel(); });
        auto const began = ta::steady_clock::now();
        BOOST_TEST(ask(calls, secrets) == cannot(*server, ": the start was stopped"));
        BOOST_TEST((ta::steady_clock::now() - began < 5s));
        BOOST_TEST(ask(calls, secrets) == cannot(*server, ": the start was stopped"));
    }
}

BOOST_AUTO_TEST_CASE(a_step_that_is_missing_is_named) {
    scripted_server server(
        io, {{read_request(), send(answer(404, R"({"detail":"Job step not found"})")), hold()}});
    ta::identity id;
    id.workspace = "w";
    id.job = "j";
    id.step = "s";
    ta::jobs_client jobs(io, ta::net::parse_base_url(server.url()).value(), id);
    auto calls = fetch();
    auto const got = run(io, calls.step_config(jobs, id));
    BOOST_REQUIRE(got.has_error());
    BOOST_TEST(got.error().text ==
               "cannot get the config of step s of job w/j: HTTP 404: Job step not found");
}

BOOST_AUTO_TEST_SUITE_END()
