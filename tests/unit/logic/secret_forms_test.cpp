#include "task_agent/logic/secret_forms.hpp"

#include "task_agent/logic/masker.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace ta = task_agent;

namespace {

bool has_form(std::string_view value, std::string_view form) {
    auto const forms = ta::forms_of_secret(value);
    return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(secret_forms_tests)

BOOST_AUTO_TEST_CASE(a_secret_is_known_as_each_json_writer_escapes_it) {
    constexpr std::string_view value = "Zq9\"/\\<K\xC3\xBC+\xF0\x9F\x98\x80\t";
    BOOST_TEST(has_form(value, value));
    BOOST_TEST(has_form(value, "Zq9\\\"/\\\\<K\xC3\xBC+\xF0\x9F\x98\x80\\t"));
    BOOST_TEST(has_form(value, R"(Zq9\"/\\<K\u00fc+\ud83d\ude00\t)"));
    BOOST_TEST(has_form(value, R"(Zq9\"\/\\<K\u00fc+\ud83d\ude00\t)"));
    BOOST_TEST(has_form(value, "Zq9\\\"/\\\\\\u003cK\xC3\xBC+\xF0\x9F\x98\x80\\t"));
    BOOST_TEST(has_form(value, R"(Zq9\u0022/\\\u003CK\u00FC\u002B\uD83D\uDE00\t)"));
}

BOOST_AUTO_TEST_CASE(a_secret_with_control_characters_is_known_without_them) {
    BOOST_TEST(has_form("super\x01secret", "supersecret"));
    BOOST_TEST(has_form("super\rsecret\xE4t", "supersecret\xEF\xBF\xBDt"));
    BOOST_TEST(has_form("Zq9Xv7==", R"(Zq9Xv7\u003d\u003d)"));
    BOOST_TEST(has_form("super\x01secret", "super\\u0001secret"));
}

BOOST_AUTO_TEST_CASE(a_secret_is_known_as_a_literal_of_it_is_printed) {
    BOOST_TEST(has_form(R"(Zq9"7\Rt5)", R"(Zq9"7\\Rt5)"));
    BOOST_TEST(has_form(R"(Zq9"'7\Rt5)", R"(Zq9"\'7\\Rt5)"));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_text_have_no_json_form) {
    BOOST_TEST(has_form("\xFF\"secret", "\xFF\"secret"));
    BOOST_TEST(!has_form("\xFF\"secret", "\xFF\\\"secret"));
}

BOOST_AUTO_TEST_CASE(a_secret_in_a_json_record_is_masked) {
    std::vector<std::string> const values = {"Zq9#Xv\"7Lm/Kp2"};
    ta::secret_set const secrets(values);
    BOOST_TEST(ta::masked(R"({"msg":"bad token Zq9#Xv\"7Lm/Kp2"})", secrets) == R"({"msg":"bad token ***"})");
}

BOOST_AUTO_TEST_CASE(what_is_short_without_its_control_characters_is_no_secret) {
    std::vector<std::string> const values = {"ab\x01\x02\x03\x04\x05"};
    BOOST_TEST(ta::masked("tab about", ta::secret_set(values)) == "tab about");
}

BOOST_AUTO_TEST_SUITE_END()
