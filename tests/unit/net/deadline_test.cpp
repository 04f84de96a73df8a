#include "task_agent/net/deadline.hpp"

#include <boost/test/unit_test.hpp>

#include <optional>

namespace ta = task_agent;
using namespace std::chrono_literals;

BOOST_AUTO_TEST_SUITE(deadline_tests)

BOOST_AUTO_TEST_CASE(it_aborts_once_at_its_time) {
    ta::asio::io_context io(1);
    int aborted = 0;
    ta::net::deadline const limit(io, ta::steady_clock::now() + 1ms, [&] { ++aborted; });
    BOOST_TEST(!limit.has_passed());
    io.run();
    BOOST_TEST(aborted == 1);
    BOOST_TEST(limit.has_passed());
}

BOOST_AUTO_TEST_CASE(one_that_went_before_its_time_does_nothing_even_if_its_handler_is_queued) {
    ta::asio::io_context io(1);
    int aborted = 0;
    std::optional<ta::net::deadline> limit;
    limit.emplace(io, ta::steady_clock::now() - 1s, [&] { ++aborted; });
    ta::asio::steady_timer first(io, ta::steady_clock::now() - 2s);  // runs before the deadline's handler
    first.async_wait([&](boost::system::error_code) { limit.reset(); });
    io.run();
    BOOST_TEST(aborted == 0);
}

BOOST_AUTO_TEST_SUITE_END()
