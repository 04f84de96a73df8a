#define BOOST_TEST_MODULE rounding
#include <boost/test/included/unit_test.hpp>

#include <stdexcept>

namespace utf = boost::unit_test;

static int rounded(double x) {
    if (x < 0)
        throw std::domain_error("negative: " + std::to_string(x));
    return static_cast<int>(x + 0.5);
}

BOOST_AUTO_TEST_CASE(rounds_half_up) {
    BOOST_TEST(rounded(1.5) == 2);
}

BOOST_AUTO_TEST_CASE(rounds_half_to_even, *utf::expected_failures(1)) {
    BOOST_TEST(rounded(2.5) == 2);
}

BOOST_AUTO_TEST_CASE(negative_numbers_are_refused) {
    BOOST_CHECK_EXCEPTION(rounded(-1), std::domain_error, [](std::domain_error const& e) {
        BOOST_TEST_MESSAGE("refused as expected: std::domain_error, what(): " << e.what());
        return true;
    });
}

BOOST_AUTO_TEST_CASE(is_not_run_here, *utf::disabled()) {
    BOOST_FAIL("never printed");
}
