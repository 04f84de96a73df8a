#include "task_agent/wire/auth_codec.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(auth_codec_tests)

BOOST_AUTO_TEST_CASE(the_workloads_own_fields_of_the_discovery_go_before_the_common_ones) {
    auto const full = ta::parse_auth_discovery(
        R"({"oidc":{"client_id":"ui","token_endpoint":"https://idp/token","workload_token_exchange_enabled":true,
        "workload_client_id":"wl","workload_token_endpoint":"https://idp/exchange","workload_audience":"nemo","workload_scope":"jobs"}})");
    BOOST_REQUIRE(full.has_value());
    BOOST_TEST(full->exchange_enabled);
    BOOST_TEST(full->token_endpoint == "https://idp/exchange");
    BOOST_TEST(full->client_id == "wl");
    BOOST_TEST(full->audience == "nemo");
    BOOST_TEST(full->scope == "jobs");
    auto const plain =
        ta::parse_auth_discovery(R"({"oidc":{"client_id":"ui","token_endpoint":"https://idp/token"}})");
    BOOST_REQUIRE(plain.has_value());
    BOOST_TEST(!plain->exchange_enabled);
    BOOST_TEST(plain->token_endpoint == "https://idp/token");
    BOOST_TEST(plain->client_id == "ui");
    for (auto const* odd : {"", "[]", "{}", R"({"oidc":null})", "<html>"})
        BOOST_TEST(ta::parse_auth_discovery(odd).has_error(), odd);
}

// RFC 8693, 2.1
BOOST_AUTO_TEST_CASE(the_form_says_what_kind_of_proof_it_brings) {
    ta::auth_discovery where;
    where.client_id = "wl";
    where.audience = "a b&c";
    BOOST_TEST(
        ta::encode_token_exchange(where, "ey.J+/") ==
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=wl&subject_token=ey."
        "J%2B%2F"
        "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Ajwt"
        "&requested_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token&audience=a%20b%26c");
    BOOST_TEST(ta::encode_token_exchange(where, "nhx_obo_v1.x").find("docker-opaque-workload-proof") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_token_has_a_text_and_a_life_and_no_error_quotes_it) {
    auto const token =
        ta::parse_access_token(R"({"access_token":"secret-1","expires_in":600,"token_type":"Bearer"})");
    BOOST_REQUIRE(token.has_value());
    BOOST_TEST(token->text == "secret-1");
    BOOST_TEST((token->lifetime == 600s));
    for (auto const* odd : {R"({"access_token":"secret-1"})", R"({"access_token":"secret-1","expires_in":0})",
                            R"({"access_token":"secret-1","expires_in":-1})", R"({"expires_in":600})",
                            R"({"access_token":"secret-1)", "[]"}) {
        auto const refused = ta::parse_access_token(odd);
        BOOST_REQUIRE_MESSAGE(refused.has_error(), odd);
        BOOST_TEST(refused.error().text.find("secret-1") == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
