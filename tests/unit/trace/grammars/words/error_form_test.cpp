#include "task_agent/trace/grammars/words/error_form.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <utility>
#include <vector>

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(error_form_tests)

BOOST_AUTO_TEST_CASE(what_stands_before_the_words_of_an_error_is_its_form) {
    for (auto const& [said, form] : std::vector<std::pair<std::string, std::string>>{
             {"load: error: no plan", "load: error"},
             {"error[E12]: no plan", "error"},
             {"*ERROR in plan: no unit", "*ERROR"},
             {"plan.c:12:3: error: no unit", "error"},
             {"plan.c:12: fatal error: no unit", "fatal"},
             {"[4] FAILED plan 7", "[4] FAILED"},
             {"no plan was found", ""},
             {"mirrors are slow", ""},
             {"", ""},
             {"a plan of " + std::string(60, 'x') + " error", ""}})
        BOOST_TEST(tr::error_form(said) == form, said);
}

BOOST_AUTO_TEST_CASE(digits_make_no_other_form) {
    BOOST_TEST(tr::is_same_form("[4] FAILED", "[12] FAILED"));
    BOOST_TEST(tr::is_same_form("error", "error"));
    BOOST_TEST(!tr::is_same_form("load: error", "save: error"));
    BOOST_TEST(!tr::is_same_form("load: error", "load: errors"));
    BOOST_TEST(!tr::is_same_form("", ""));
    BOOST_TEST(!tr::is_same_form("7", ""));
}

BOOST_AUTO_TEST_SUITE_END()
