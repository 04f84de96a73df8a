#define BOOST_TEST_MODULE ledger
#include <boost/test/included/unit_test.hpp>

static long net(long gross, long percent) {
    return gross * 100 / (100 + percent);
}

BOOST_AUTO_TEST_SUITE(taxes)

BOOST_AUTO_TEST_CASE(nineteen) {
    BOOST_TEST(net(11900, 19) == 10000);
}

BOOST_AUTO_TEST_CASE(seven_is_rounded) {
    BOOST_TEST_MESSAGE("999 cents");
    BOOST_TEST(net(999, 7) == 934); // RAISES
}

BOOST_AUTO_TEST_SUITE_END()
