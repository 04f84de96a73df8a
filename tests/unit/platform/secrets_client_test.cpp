#include "task_agent/platform/secrets_client.hpp"

#include "support/run_awaitable.hpp"
#include "support/scripted_server.hpp"
#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace ta::support;
using namespace std::chrono_literals;

namespace {

struct secrets_fixture {
    ta::asio::io_context io{1};
    ta::secret_reference const which{"HF_TOKEN", "my ws", "hf/../token"};

    ta::secrets_client client(scripted_server const& server, ta::jobs_client_options const& options = {}) {
        return ta::secrets_client(io, ta::net::parse_base_url(server.url() + "/base").value(), options);
    }
    ta::answer<std::string> ask(ta::secrets_client& secrets) {
        return run(io, secrets.value(which, ta::steady_clock::now() + 10s));
    }
    static bool has(std::string const& request, std::string const& header) {
        return request.find("\r\n" + header + "\r\n") != std::string::npos;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(secrets_client_tests, secrets_fixture)

BOOST_AUTO_TEST_CASE(a_secret_is_asked_for_as_a_service_on_behalf_of_the_creator) {
    scripted_server server(io, {{read_request(), send(answer(200, R"({"value":"v"})")), hold()}});
    ta::jobs_client_options options;
    options.creator = ta::principal{"ann", "ann@x", {"g1", "g2"}};
    auto secrets = client(server, options);
    BOOST_TEST(ask(secrets).value.value() == "v");
    auto const& request = server.requests().at(0);
    BOOST_TEST(request.starts_with(
        "GET /base/apis/secrets/v2/workspaces/my%20ws/secrets/hf%2F..%2Ftoken/access HTTP/1.1\r\n"));
    BOOST_TEST(has(request, "X-NMP-Principal-Id: service:jobs"));
    BOOST_TEST(has(request, "X-NMP-Principal-On-Behalf-Of: ann"));
    BOOST_TEST(has(request, "X-NMP-Principal-On-Behalf-Of-Email: ann@x"));
    BOOST_TEST(has(request, "X-NMP-Principal-On-Behalf-Of-Groups: g1,g2"));
}

BOOST_AUTO_TEST_CASE(without_a_creator_the_service_asks_for_itself_in_its_familys_words) {
    scripted_server server(io, {{read_request(), send(answer(200, R"({"value":""})")), hold()}});
    ta::jobs_client_options options;
    options.family = ta::api_family::nhx;
    auto secrets = client(server, options);
    BOOST_TEST(ask(secrets).value.value() == "");
    auto const& request = server.requests().at(0);
    BOOST_TEST(has(request, "X-NHX-Principal-Id: service:jobs"));
    BOOST_TEST(request.find("On-Behalf-Of") == std::string::npos);
    BOOST_TEST(request.find("X-NMP-") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_401_is_answered_with_the_token_read_anew_once) {
    ::support::temp_dir const folder;
    ::support::write_file(folder / "token", "stale");
    scripted_server server(io,
                           {{read_request(), send(answer(401)), read_request(), send(answer(401)), hold()}});
    ta::jobs_client_options options;
    options.tokens.token_file = folder / "token";
    auto secrets = client(server, options);
    BOOST_TEST(ask(secrets).outcome.http_status == 401);
    BOOST_REQUIRE(server.requests().size() == 2U);
    BOOST_TEST(has(server.requests().at(1), "Authorization: Bearer stale"));
    BOOST_TEST(server.requests().at(1).find("Principal") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(refusals_and_nonsense_are_outcomes) {
    std::string const too_large = "HTTP/1.1 200 OK\r\nContent-Length: 1048577\r\n\r\n{";
    scripted_server server(io, {{read_request(), send(answer(404, R"({"detail":"Secret w/s not found"})")),
                                 read_request(), send(answer(500)), read_request(),
                                 send(answer(200, "<html>")), read_request(), send(too_large), hold()}});
    auto secrets = client(server);
    auto const missing = ask(secrets);
    BOOST_TEST(missing.outcome.http_status == 404);
    BOOST_TEST(missing.outcome.detail == "Secret w/s not found");
    BOOST_TEST(!missing.value.has_value());
    BOOST_TEST(ask(secrets).outcome.http_status == 500);
    BOOST_TEST((ask(secrets).outcome.transport.code == ta::errc::bad_document));
    BOOST_TEST((ask(secrets).outcome.transport.code == ta::errc::answer_too_large));
}

BOOST_AUTO_TEST_SUITE_END()
