#include "task_agent/core/status.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(status_tests)

BOOST_AUTO_TEST_CASE(every_word_parses_back_and_an_unknown_one_is_nothing) {
    for (int i = 0; i <= static_cast<int>(ta::status::error); ++i) {
        auto const s = static_cast<ta::status>(i);
        BOOST_TEST((ta::parse_status(ta::to_text(s)) == s));
    }
    BOOST_TEST(!ta::parse_status("queued").has_value());
    BOOST_TEST(!ta::parse_status("").has_value());
    BOOST_TEST(!ta::parse_status("ACTIVE").has_value());
}

// platform-facts 3.1: paused leads on, it is not an end
BOOST_AUTO_TEST_CASE(only_completed_error_and_cancelled_are_terminal) {
    int terminal = 0;
    for (int i = 0; i <= static_cast<int>(ta::status::error); ++i)
        terminal += ta::is_terminal(static_cast<ta::status>(i));
    BOOST_TEST(terminal == 3);
    BOOST_TEST(!ta::is_terminal(ta::status::paused));
}

BOOST_AUTO_TEST_SUITE_END()
