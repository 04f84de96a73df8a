// What needs no network: our own files and names. Lookups through DNS are proven in
// tests/process/empty_root_test.py.
#include "task_agent/net/name_lookup.hpp"

#include "support/run_awaitable.hpp"

#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

ta::result<std::vector<ta::asio::ip::address>> looked_up(ta::asio::io_context& io, std::string host,
                                                         ta::duration limit) {
    ta::net::name_lookup lookup(io);
    return ta::support::run(io, lookup.run(std::move(host), ta::steady_clock::now() + limit));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(name_lookup_tests)

BOOST_AUTO_TEST_CASE(localhost_is_loopback_whatever_the_files_say) {
    ta::asio::io_context io(1);
    for (char const* host : {"localhost", "localhost.", "jobs.localhost"}) {
        auto const found = looked_up(io, host, 5s);
        BOOST_REQUIRE(found.has_value());
        BOOST_TEST(std::all_of(found->begin(), found->end(), [](auto const& a) { return a.is_loopback(); }));
    }
}

BOOST_AUTO_TEST_CASE(an_impossible_name_fails_and_says_which) {
    ta::asio::io_context io(1);
    auto const found = looked_up(io, std::string(300, 'a') + ".example", 5s);
    BOOST_REQUIRE(found.has_error());
    BOOST_TEST(found.error().text.find(std::string(300, 'a')) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_lookup_that_is_cancelled_ends_at_once) {
    ta::asio::io_context io(1);
    ta::net::name_lookup lookup(io);
    ta::asio::steady_timer soon(io, 1ms);
    soon.async_wait([&](boost::system::error_code) { lookup.cancel(); });
    auto const started = ta::steady_clock::now();
    auto const found = ta::support::run(io, lookup.run("no-such-host.invalid", started + 20s));
    BOOST_TEST(found.has_error());
    BOOST_TEST((ta::steady_clock::now() - started < 5s));
}

BOOST_AUTO_TEST_CASE(one_that_is_destroyed_with_its_io_context_leaves_nothing_behind) {
    for (int i = 0; i < 20; ++i) {
        ta::asio::io_context io(1);
        ta::net::name_lookup lookup(io);
        ta::asio::co_spawn(io, lookup.run("no-such-host.invalid", ta::steady_clock::now() + 20s),
                           ta::asio::detached);
        for (int step = 0; step < i % 5; ++step)
            io.poll_one();
    }
}

BOOST_AUTO_TEST_SUITE_END()
