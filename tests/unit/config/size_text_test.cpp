#include "task_agent/config/size_text.hpp"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(size_text_tests)

BOOST_AUTO_TEST_CASE(bare_bytes_and_each_unit_are_understood) {
    BOOST_TEST(ta::parse_size("0").value() == 0U);
    BOOST_TEST(ta::parse_size("65536").value() == 65536U);
    BOOST_TEST(ta::parse_size("10B").value() == 10U);
    BOOST_TEST(ta::parse_size("64KiB").value() == 65536U);
    BOOST_TEST(ta::parse_size("64Ki").value() == 65536U);
    BOOST_TEST(ta::parse_size("64K").value() == 65536U);
    BOOST_TEST(ta::parse_size("1MiB").value() == 1048576U);
    BOOST_TEST(ta::parse_size("2G").value() == 2147483648U);
}

char const* const malformed[] = {"",
                                 "K",
                                 "-1",
                                 "+1",
                                 "1.5M",
                                 " 1",
                                 "1 K",
                                 "1kB",
                                 "1KB",
                                 "1iB",
                                 "1KiBB",
                                 "1KKiB",
                                 "0x10",
                                 "99999999999999999999",
                                 "99999999999G"};
BOOST_DATA_TEST_CASE(malformed_or_overflowing_text_is_refused, boost::unit_test::data::make(malformed),
                     text) {
    BOOST_TEST(!ta::parse_size(text).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_printed_is_short_and_parses_back) {
    BOOST_TEST(ta::size_to_text(65536) == "64KiB");
    BOOST_TEST(ta::size_to_text(1000) == "1000");
    BOOST_TEST(ta::size_to_text(0) == "0");
    for (std::uint64_t n :
         {std::uint64_t{1}, std::uint64_t{1024}, std::uint64_t{3} << 30U, std::uint64_t{1048577}}) {
        BOOST_TEST(ta::parse_size(ta::size_to_text(n)).value() == n);
    }
}

BOOST_AUTO_TEST_SUITE_END()
