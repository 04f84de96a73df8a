#include "task_agent/platform/token_source.hpp"

#include "support/run_awaitable.hpp"
#include "support/scripted_server.hpp"
#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace ta = task_agent;
using namespace ta::support;
using namespace std::chrono_literals;

namespace {

std::string json(std::string const& body) {
    return answer(200, body, "Content-Type: application/json\r\n");
}

struct fixture {
    ta::asio::io_context io{1};
    ::support::temp_dir folder;
    std::vector<std::string> told;

    ta::token_options options() {
        ta::token_options made;
        made.on_token = [this](std::string const& token) { told.push_back(token); };
        return made;
    }
    static ta::net::base_url url(scripted_server const& server) {
        return ta::net::parse_base_url(server.url()).value();
    }
    static ta::net::base_url nowhere() { return ta::net::parse_base_url("http://127.0.0.1:1").value(); }
    ta::result<std::string> token_of(ta::token_source& from) {
        return run(io, from.current(ta::steady_clock::now() + 5s));
    }
    // One connection for each discovery and each exchange, as the source makes them.
    static scripted_server::script discovery(std::string const& endpoint) {
        return {read_request(),
                send(json(
                    R"({"oidc":{"workload_token_exchange_enabled":true,"client_id":"wl","token_endpoint":")" +
                    endpoint + "\"}}")),
                hold()};
    }
    static scripted_server::script token(std::string const& text, int lifetime) {
        return {
            read_request(),
            send(json(R"({"access_token":")" + text + R"(","expires_in":)" + std::to_string(lifetime) + "}")),
            hold()};
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(token_source_tests, fixture)

BOOST_AUTO_TEST_CASE(without_anything_there_is_no_token) {
    ta::token_source source(io, nowhere(), options());
    BOOST_TEST(token_of(source).value().empty());
    BOOST_TEST(!source.renew());
}

BOOST_AUTO_TEST_CASE(a_token_file_goes_before_a_token_and_is_read_anew_each_time) {
    auto o = options();
    o.token = "given";
    ta::token_source given(io, nowhere(), o);
    BOOST_TEST(token_of(given).value() == "given");
    o.token_file = folder / "token";
    ta::token_source source(io, nowhere(), o);
    ::support::write_file(o.token_file, "first\n");
    BOOST_TEST(token_of(source).value() == "first");
    BOOST_TEST(token_of(source).value() == "first");
    // as a projected volume rotates it
    ::support::write_file(folder / "next", " second");
    std::filesystem::rename(folder / "next", o.token_file);
    BOOST_TEST(token_of(source).value() == "second");
    BOOST_TEST(source.renew());
    std::vector<std::string> const wanted = {"first", "second"};
    BOOST_TEST(told == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_file_that_holds_no_token_is_named_and_its_content_is_not) {
    auto o = options();
    o.token_file = folder / "token";
    ta::token_source source(io, nowhere(), o);
    auto const missing = token_of(source);
    BOOST_REQUIRE(missing.has_error());
    BOOST_TEST(missing.error().text.find(o.token_file) != std::string::npos);
    ::support::write_file(o.token_file, " \n");
    BOOST_TEST(token_of(source).has_error());
    ::support::write_file(o.token_file, std::string(70000, 'x'));
    auto const large = token_of(source);
    BOOST_REQUIRE(large.has_error());
    BOOST_TEST(large.error().text.find("xxx") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_identity_is_exchanged_once_and_the_token_kept) {
    auto o = options();
    o.token_file = folder / "unused";
    o.identity_file = folder / "proof";
    ::support::write_file(o.identity_file, "nhx_obo_v1.p1\n");
    // the endpoint is told by the discovery, which has to know its port
    scripted_server idp(io, {token("access-1", 3600)});
    scripted_server platform(io, {discovery(idp.url() + "/realms/x/token")});
    ta::token_source source(io, url(platform), o);
    BOOST_TEST(token_of(source).value() == "access-1");
    BOOST_TEST(token_of(source).value() == "access-1");
    BOOST_REQUIRE(platform.requests().size() == 1U);
    BOOST_TEST(platform.requests()[0].starts_with("GET /apis/auth/discovery HTTP/1.1\r\n"));
    BOOST_REQUIRE(idp.requests().size() == 1U);
    BOOST_TEST(idp.requests()[0].starts_with("POST /realms/x/token HTTP/1.1\r\n"));
    BOOST_TEST(idp.requests()[0].find("Content-Type: application/x-www-form-urlencoded\r\n") !=
               std::string::npos);
    BOOST_TEST(idp.requests()[0].find("subject_token=nhx_obo_v1.p1&") != std::string::npos);
    std::vector<std::string> const wanted = {"nhx_obo_v1.p1", "access-1"};
    BOOST_TEST(told == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(after_a_401_the_proof_is_read_and_exchanged_anew) {
    auto o = options();
    o.identity_file = folder / "proof";
    ::support::write_file(o.identity_file, "proof-one");
    scripted_server idp(io, {token("access-1", 3600), token("access-2", 3600)});
    scripted_server platform(io, {discovery(idp.url()), discovery(idp.url())});
    ta::token_source source(io, url(platform), o);
    BOOST_TEST(token_of(source).value() == "access-1");
    ::support::write_file(o.identity_file, "proof-two");
    BOOST_TEST(source.renew());
    BOOST_TEST(token_of(source).value() == "access-2");
    BOOST_TEST(idp.requests().at(1).starts_with("POST / HTTP/1.1\r\n"));
    BOOST_TEST(idp.requests().at(1).find("subject_token=proof-two&") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_token_is_replaced_before_its_end_and_serves_to_it_where_that_fails) {
    auto o = options();
    o.identity_file = folder / "proof";
    ::support::write_file(o.identity_file, "proof-one");
    scripted_server idp(io, {token("access-1", 1), token("access-2", 2), {close()}});
    scripted_server platform(io, {discovery(idp.url()), discovery(idp.url()), discovery(idp.url())});
    ta::token_source source(io, url(platform), o);
    BOOST_TEST(token_of(source).value() == "access-1");
    // a second of life: replaced after 0.8 s
    auto const until = ta::steady_clock::now() + 5s;
    while (token_of(source).value() == "access-1" && ta::steady_clock::now() < until)
        io.run_for(20ms);
    BOOST_TEST(token_of(source).value() == "access-2");
    // two seconds: the next exchange, after 1.6 s, fails
    while (idp.connections() < 3 && ta::steady_clock::now() < until) {
        BOOST_TEST_REQUIRE(token_of(source).value() == "access-2");
        io.run_for(20ms);
    }
    BOOST_TEST(token_of(source).value() == "access-2");
}

BOOST_AUTO_TEST_CASE(two_requests_at_once_make_one_exchange) {
    auto o = options();
    o.identity_file = folder / "proof";
    ::support::write_file(o.identity_file, "proof-one");
    scripted_server idp(io, {token("access-1", 3600)});
    scripted_server platform(io, {discovery(idp.url())});
    ta::token_source source(io, url(platform), o);
    std::vector<std::string> got;
    for (int i = 0; i < 2; ++i) {
        ta::asio::co_spawn(
            io, source.current(ta::steady_clock::now() + 5s),
            [&](std::exception_ptr, ta::result<std::string> token) { got.push_back(token.value()); });
    }
    auto const until = ta::steady_clock::now() + 5s;
    while (got.size() < 2 && ta::steady_clock::now() < until)
        io.run_one_for(100ms);
    std::vector<std::string> const wanted = {"access-1", "access-1"};
    BOOST_TEST(got == wanted, boost::test_tools::per_element());
    BOOST_TEST(idp.connections() == 1);
}

BOOST_AUTO_TEST_CASE(what_goes_wrong_is_told_without_the_proof) {
    auto o = options();
    o.identity_file = folder / "proof";
    ::support::write_file(o.identity_file, "proof-one");
    auto const error_with = [&](std::vector<scripted_server::script> platform_says,
                                std::vector<scripted_server::script> idp_says) {
        scripted_server idp(io, std::move(idp_says));
        for (auto& script : platform_says) {
            if (script.empty()) script = discovery(idp.url());
        }
        scripted_server platform(io, std::move(platform_says));
        ta::token_source source(io, url(platform), o);
        auto const token = token_of(source);
        BOOST_REQUIRE(token.has_error());
        BOOST_TEST(token.error().text.find("proof-one") == std::string::npos);
        return token.error().text;
    };
    BOOST_TEST(error_with({{read_request(), send(answer(404))}}, {}).find("auth discovery: ") == 0U);
    BOOST_TEST(error_with({{read_request(), send(json(R"({"oidc":{"token_endpoint":"http://x"}})"))}}, {})
                   .find("offers no token exchange") != std::string::npos);
    BOOST_TEST(error_with({{}}, {{read_request(), send(answer(400, "bad proof-one"))}}).find("HTTP 400") !=
               std::string::npos);
    BOOST_TEST(error_with({{}}, {{close()}}).find("token exchange: ") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
