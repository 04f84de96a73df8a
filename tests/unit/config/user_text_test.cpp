#include "task_agent/config/user_text.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(user_text_tests)

BOOST_AUTO_TEST_CASE(a_user_alone_brings_the_group_of_its_own_number) {
    BOOST_TEST((ta::parse_user("1000") == ta::user_ids{1000, 1000}));
    BOOST_TEST((ta::parse_user("1000:100") == ta::user_ids{1000, 100}));
    BOOST_TEST((ta::parse_user("0:0") == ta::user_ids{0, 0}));
    BOOST_TEST((ta::parse_user("4294967294") == ta::user_ids{4294967294U, 4294967294U}));
}

BOOST_AUTO_TEST_CASE(names_signs_blanks_and_the_number_that_means_none_are_no_users) {
    for (char const* text : {"", "root", "1000:users", "1000:", ":100", "-1", "+1", " 1", "1 ", "1:2:3",
                             "4294967295", "1:4294967295", "4294967296"}) {
        BOOST_TEST(!ta::parse_user(text).has_value(), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
