#define BOOST_TEST_MODULE ledger
#include <boost/test/included/unit_test.hpp>
#include <stdexcept>

static int share(int sum, int heads) {
    if (heads == 0)
        throw std::logic_error("nobody to share with");
    return sum / heads;
}

BOOST_AUTO_TEST_CASE(error_of_zero_heads) {
    BOOST_CHECK_THROW(share(3, 0), std::logic_error);
    BOOST_CHECK_EXCEPTION(share(3, 0), std::exception, [](const std::exception& e) { BOOST_TEST_MESSAGE("expected error: " << e.what()); return true; });
}

BOOST_AUTO_TEST_CASE(known_failure, *boost::unit_test::expected_failures(1)) {
    BOOST_CHECK_EQUAL(share(7, 2), 4);
}

BOOST_AUTO_TEST_CASE(many) {
    for (int i = 1; i < 8; ++i)
        BOOST_CHECK_GE(share(40, i), 5);
}
