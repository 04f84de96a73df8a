#include "task_agent/devserver/secret_spec.hpp"

#include "fixture.hpp"

using namespace task_agent::devserver::test;
namespace dev = task_agent::devserver;

namespace {

constexpr char path[] = "/apis/secrets/v2/workspaces/ws/secrets/hf-token/access";

struct with_secret : platform {
    with_secret() { store.set_secret("ws", "hf-token", "a\n\"b\""); }
};

std::string refusal_of(std::string_view text) {
    auto const parsed = dev::parse_secret(text);
    BOOST_REQUIRE_MESSAGE(parsed.has_error(), text);
    return parsed.error().text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(secret_routes_tests)

// platform-facts 2.2
BOOST_AUTO_TEST_CASE(a_service_gets_the_value_also_on_behalf_of_a_user) {
    with_secret p;
    for (auto const* family : {"X-NMP", "X-NHX"}) {
        p.headers = {{std::string(family) + "-Principal-Id", "service:jobs"}};
        BOOST_TEST(p.want(200, "GET", path) ==
                   json::parse(R"({"name":"hf-token","workspace":"ws","value":"a\n\"b\""})"));
        p.headers.emplace_back(std::string(family) + "-Principal-On-Behalf-Of", "ann");
        BOOST_TEST(p.want(200, "GET", path).at("value").as_string() == "a\n\"b\"");
    }
    p.headers = {{"Authorization", "Bearer abc"}};
    p.want(200, "GET", path);
}

BOOST_AUTO_TEST_CASE(users_and_nobody_get_none) {
    with_secret p;
    BOOST_TEST(p.want(401, "GET", path) == json::parse(R"({"detail":"Authentication required"})"));
    p.headers = {{"X-NMP-Principal-Id", "ann"}};
    BOOST_TEST(p.want(403, "GET", path) == json::parse(R"({"detail":"Forbidden"})"));
    p.headers.emplace_back("X-NMP-Principal-On-Behalf-Of", "service:jobs");
    p.want(403, "GET", path);
}

BOOST_AUTO_TEST_CASE(a_secret_that_is_not_there_is_named) {
    with_secret p;
    p.headers = {{"X-NMP-Principal-Id", "service:jobs"}};
    BOOST_TEST(p.want(404, "GET", "/apis/secrets/v2/workspaces/other/secrets/hf-token/access") ==
               json::parse(R"({"detail":"Secret other/hf-token not found"})"));
    p.want(405, "POST", path);
}

BOOST_AUTO_TEST_CASE(a_spec_is_split_at_its_first_equals_sign) {
    auto const secret = dev::parse_secret("ws/hf-token=a=b/c,d");
    BOOST_REQUIRE(secret.has_value());
    BOOST_TEST(secret->workspace == "ws");
    BOOST_TEST(secret->name == "hf-token");
    BOOST_TEST(secret->value == "a=b/c,d");
}

BOOST_AUTO_TEST_CASE(a_bad_spec_is_refused_without_its_value) {
    BOOST_TEST(refusal_of("s3cretive") == "--secret '...' has no '='; allowed is WS/NAME=VALUE");
    BOOST_TEST(refusal_of("name=s3cretive") ==
               "--secret 'name' has no '/' before the '='; allowed is WS/NAME=VALUE");
    BOOST_TEST(refusal_of("/name=s3cretive") ==
               "--secret '/name' names no workspace; allowed is WS/NAME=VALUE");
    BOOST_TEST(refusal_of("ws/name=") == "--secret 'ws/name' has no value; allowed is WS/NAME=VALUE");
    BOOST_TEST(refusal_of("ws/Name=s3cretive").starts_with("--secret 'ws/Name': Invalid secret name 'Name'"));
    BOOST_TEST(refusal_of("ws/a/b=s3cretive").find("s3cretive") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
