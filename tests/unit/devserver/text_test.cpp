#include "task_agent/devserver/json_text.hpp"
#include "task_agent/devserver/message.hpp"
#include "task_agent/devserver/names.hpp"
#include "task_agent/devserver/query.hpp"
#include "task_agent/devserver/views.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <string>

namespace dev = task_agent::devserver;

BOOST_AUTO_TEST_SUITE(text_tests)

// platform-facts 3.6
BOOST_AUTO_TEST_CASE(entity_names_follow_the_pattern) {
    for (auto const* good : {"ab", "a1", "task-0f", "a.b_c+d@e", "a-b-c"})
        BOOST_TEST(dev::is_entity_name(good), good);
    for (auto const* bad : {"", "a", "1a", "Aa", "a--b", "ab-", "a b", "-a", "a/b", "aB", "ä1"})
        BOOST_TEST(!dev::is_entity_name(bad), bad);
    BOOST_TEST(dev::is_entity_name(std::string(63, 'a')));
    BOOST_TEST(!dev::is_entity_name(std::string(64, 'a')));
}

BOOST_AUTO_TEST_CASE(any_source_gives_a_usable_name_prefix) {
    for (auto const* source : {"", "7", "My Service!!", "--a--b--", "customizer-service-with-a-long-name"}) {
        auto const name = dev::name_prefix(source) + "-12345678";
        BOOST_TEST(dev::is_entity_name(name), name);
    }
    BOOST_TEST(dev::name_prefix("My Service!!") == "my-service");
    BOOST_TEST(dev::name_prefix("--7 7") == "job");
}

// platform-facts 3.2; Python leaves a zero fraction out
BOOST_AUTO_TEST_CASE(times_are_utc_without_a_zone) {
    using namespace std::chrono_literals;
    BOOST_TEST(dev::naive_utc(dev::instant(1'784'455'872'123'456us)) == "2026-07-19T10:11:12.123456");
    BOOST_TEST(dev::naive_utc(dev::instant(1'784'455'872'000'000us)) == "2026-07-19T10:11:12");
}

BOOST_AUTO_TEST_CASE(a_target_is_taken_apart_and_decoded_leniently) {
    auto const parts = dev::split_target("/a%20b/c+d%2Fe%zz%4?x=1+2&y&=z&&x=%5B%22%22&u=%FF&e=a=b");
    BOOST_TEST(parts.path == "/a b/c+d/e%zz%4");
    BOOST_REQUIRE(parts.query.size() == 6U);
    BOOST_TEST(parts.query[0].second == "1 2");
    BOOST_TEST(parts.query[1].first == "y");
    BOOST_TEST(parts.query[1].second == "");
    BOOST_TEST(parts.query[2].first == "");
    BOOST_TEST(parts.query[3].second == "[\"\"");
    BOOST_TEST(parts.query[4].second == "\xEF\xBF\xBD");
    BOOST_TEST(parts.query[5].second == "a=b");
    BOOST_TEST(dev::split_target("http://h:1/p?q=1").path == "/p");
    BOOST_TEST(dev::split_target("http://h").path == "/");
    BOOST_TEST(dev::split_target("/p?u=http://x/y").path == "/p");
}

BOOST_AUTO_TEST_CASE(documents_print_compactly_and_parse_back) {
    auto const* const text =
        R"({"a":[],"b":{},"c":[1,-2,18446744073709551615,0.1,1e+300,-0.0],"d":"é\"\n\u0000","e":[[null,true]]})";
    BOOST_TEST(dev::print_json(boost::json::parse(text)) == text);
}

// platform-facts 3.4, 3.5
BOOST_AUTO_TEST_CASE(a_version_conflict_tells_client_libraries_not_to_retry) {
    auto const conflict = dev::version_conflict("task task-1");
    BOOST_TEST(conflict.status == 409);
    BOOST_REQUIRE(conflict.headers.size() == 1U);
    BOOST_TEST(conflict.headers[0].first == "x-should-retry");
    BOOST_TEST(conflict.headers[0].second == "false");
    BOOST_TEST(boost::json::parse(conflict.body).at("detail").is_string());
}

BOOST_AUTO_TEST_SUITE_END()
