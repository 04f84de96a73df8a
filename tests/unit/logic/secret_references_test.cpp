#include "task_agent/logic/secret_references.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

// "ENV=workspace/name" each.
std::vector<std::string> found_in(std::string_view text) {
    std::vector<std::string> found;
    auto const parsed = ta::parse_secret_references(text);
    BOOST_REQUIRE_MESSAGE(parsed.has_value(), text);
    for (auto const& reference : *parsed)
        found.push_back(reference.variable + "=" + reference.workspace + "/" + reference.name);
    return found;
}

std::string fault_in(std::string_view text) {
    auto const parsed = ta::parse_secret_references(text);
    BOOST_REQUIRE_MESSAGE(parsed.has_error(), text);
    BOOST_TEST((parsed.error().code == ta::errc::bad_input));
    return parsed.error().text;
}

std::string refused(std::string const& what) {
    return what + "; allowed is ENV=workspace/secret,ENV2=workspace/secret2";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(secret_references_tests)

BOOST_AUTO_TEST_CASE(what_the_launcher_takes_is_taken) {
    using list = std::vector<std::string>;
    auto const each = boost::test_tools::per_element();
    BOOST_TEST(found_in("HF_TOKEN=default/hf-token") == list{"HF_TOKEN=default/hf-token"}, each);
    list const two = {"A=default/one", "B=other-ws/two"};
    BOOST_TEST(found_in("A=default/one,B=other-ws/two") == two, each);
    BOOST_TEST(found_in("  A = default/one ,\tB= other-ws / two \n") == two, each);
    BOOST_TEST(found_in("A=default/one,B=other-ws/two,") == two, each);
    BOOST_TEST(found_in(",A=default/one, ,,B=other-ws/two , ") == two, each);
    list const twice = {"A=w/one", "A=w/two"};
    BOOST_TEST(found_in("A=w/one,A=w/two") == twice, each);
    BOOST_TEST(found_in("").empty());
    BOOST_TEST(found_in(" , ,").empty());
}

BOOST_AUTO_TEST_CASE(what_the_launcher_refuses_is_refused_by_place_and_variable) {
    BOOST_TEST(fault_in("HF_TOKEN") == refused("entry 1 has no '='"));
    BOOST_TEST(fault_in("A=w/s,HF_TOKEN=secret") == refused("entry 2 (HF_TOKEN) has no '/' behind the '='"));
    BOOST_TEST(fault_in("A=w/s/t") == refused("entry 1 (A) has more than one '/' behind the '='"));
    BOOST_TEST(fault_in("A=w/s=t") == refused("entry 1 (A) has more than one '='"));
    BOOST_TEST(fault_in("A==w/s") == refused("entry 1 (A) has more than one '='"));
    BOOST_TEST(fault_in("=w/s") == refused("entry 1 names no variable"));
    BOOST_TEST(fault_in(" =w/s") == refused("entry 1 names no variable"));
    BOOST_TEST(fault_in("A=/s") == refused("entry 1 (A) names no workspace"));
    BOOST_TEST(fault_in("A=w/") == refused("entry 1 (A) names no secret"));
    BOOST_TEST(fault_in("A= / ") == refused("entry 1 (A) names no workspace"));
    BOOST_TEST(fault_in("A=") == refused("entry 1 (A) has no '/' behind the '='"));
    // empty entries count: the number is that of the comma
    BOOST_TEST(fault_in("A=w/s,,B") == refused("entry 3 has no '='"));
}

BOOST_AUTO_TEST_CASE(a_value_that_was_written_in_the_place_of_a_name_is_not_repeated) {
    BOOST_TEST(fault_in("HF_TOKEN=hf_q8ZkPw3nLr7v").find("hf_") == std::string::npos);
    BOOST_TEST(fault_in("hf_q8ZkPw3nLr7v").find("hf_") == std::string::npos);
    BOOST_TEST(fault_in("A\x1b[31m=x") == refused("entry 1 (A) has no '/' behind the '='"));
}

BOOST_AUTO_TEST_SUITE_END()
