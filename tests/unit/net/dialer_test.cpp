// Real sockets on loopback; a black hole is a listener whose queue is full, so that the kernel drops what
// comes.
#include "task_agent/net/dialer.hpp"

#include "support/run_awaitable.hpp"

#include <boost/asio/detached.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/test/unit_test.hpp>

#include <array>

namespace ta = task_agent;
namespace net = ta::net;
namespace ip = ta::asio::ip;
using namespace std::chrono_literals;

namespace {

struct listener {
    explicit listener(ta::asio::io_context& io) : acceptor(io, {ip::address_v4::loopback(), 0}) {}
    net::dialer::endpoint endpoint() const { return acceptor.local_endpoint(); }
    ip::tcp::acceptor acceptor;
};

class black_hole {
public:
    explicit black_hole(ta::asio::io_context& io) : acceptor_(io) {
        acceptor_.open(ip::tcp::v4());
        acceptor_.bind({ip::address_v4::loopback(), 0});
        acceptor_.listen(0);
        for (auto& one : fill_) {
            one.open(ip::tcp::v4());
            one.native_non_blocking(true);
            auto const to = acceptor_.local_endpoint();
            // Asio's own would wait for the queue that never moves
            (void)::connect(one.native_handle(), to.data(), static_cast<socklen_t>(to.size()));
        }
    }
    net::dialer::endpoint endpoint() const { return acceptor_.local_endpoint(); }

private:
    ip::tcp::acceptor acceptor_;
    std::array<ip::tcp::socket, 3> fill_{ip::tcp::socket(acceptor_.get_executor()),
                                         ip::tcp::socket(acceptor_.get_executor()),
                                         ip::tcp::socket(acceptor_.get_executor())};
};

struct dialer_fixture {
    ta::asio::io_context io{1};
    ta::time_point began = ta::steady_clock::now();

    net::dialer::endpoint refusing() {
        listener gone(io);
        return gone.endpoint();
    }
    ta::error_code dial(net::dialer& dialer, std::vector<net::dialer::endpoint> to, ta::duration limit = 5s) {
        began = ta::steady_clock::now();
        return ta::support::run(io, dialer.run(std::move(to), began + limit));
    }
    ta::duration took() const { return ta::steady_clock::now() - began; }
};

std::vector<ip::address> addresses(std::initializer_list<char const*> texts) {
    std::vector<ip::address> made;
    for (auto const* text : texts)
        made.push_back(ip::make_address(text));
    return made;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(dialer_tests, dialer_fixture)

BOOST_AUTO_TEST_CASE(a_black_hole_costs_a_moment) {
    black_hole hole(io);
    listener server(io);
    net::dialer dialer(io);
    BOOST_TEST(!dial(dialer, {hole.endpoint(), server.endpoint()}));
    BOOST_TEST((took() >= 250ms && took() < 1500ms));
    BOOST_TEST((net::dialer::endpoint(dialer.take().remote_endpoint()) == server.endpoint()));
}

BOOST_AUTO_TEST_CASE(several_black_holes_cost_a_moment_each) {
    black_hole one(io);
    black_hole two(io);
    listener server(io);
    net::dialer dialer(io);
    BOOST_TEST(!dial(dialer, {one.endpoint(), two.endpoint(), server.endpoint()}));
    BOOST_TEST((took() >= 500ms && took() < 2500ms));
}

BOOST_AUTO_TEST_CASE(a_refusal_moves_on_at_once) {
    listener server(io);
    net::dialer dialer(io);
    BOOST_TEST(!dial(dialer, {refusing(), refusing(), server.endpoint()}));
    BOOST_TEST((took() < 200ms));
}

BOOST_AUTO_TEST_CASE(a_family_that_the_machine_lacks_is_passed_over) {
    listener server(io);
    net::dialer dialer(io);
    net::dialer::endpoint const unroutable = net::tcp_endpoint(ip::make_address("2001:db8::1"), 9);
    BOOST_TEST(!dial(dialer, {unroutable, server.endpoint()}, 3s));
}

BOOST_AUTO_TEST_CASE(both_families_are_dialled) {
    ta::error_code code;
    ip::tcp::acceptor v6(io);
    v6.open(ip::tcp::v6(), code);
    if (!code) v6.bind({ip::address_v6::loopback(), 0}, code);
    if (code) {
        BOOST_TEST_MESSAGE("skipped: no IPv6 on loopback: " << code.message());
        return;
    }
    v6.listen();
    listener v4(io);
    net::dialer first(io);
    BOOST_TEST(!dial(first, {v6.local_endpoint(), v4.endpoint()}));
    BOOST_TEST((net::dialer::endpoint(first.take().remote_endpoint()) ==
                net::dialer::endpoint(v6.local_endpoint())));
    black_hole hole(io);
    net::dialer second(io);
    BOOST_TEST(!dial(second, {hole.endpoint(), v6.local_endpoint()}));
}

BOOST_AUTO_TEST_CASE(the_last_failure_is_told) {
    net::dialer dialer(io);
    auto const code = dial(dialer, {refusing(), refusing()});
    BOOST_TEST((code == boost::system::errc::connection_refused));
}

BOOST_AUTO_TEST_CASE(the_limit_holds_over_all_of_them) {
    black_hole one(io);
    black_hole two(io);
    net::dialer dialer(io);
    auto const code = dial(dialer, {one.endpoint(), two.endpoint()}, 600ms);
    BOOST_TEST((code == ta::errc::timed_out));
    BOOST_TEST((took() >= 600ms && took() < 3s));
}

BOOST_AUTO_TEST_CASE(a_dialling_that_is_cancelled_ends_at_once) {
    black_hole hole(io);
    net::dialer dialer(io);
    ta::asio::steady_timer soon(io, 20ms);
    soon.async_wait([&](ta::error_code) { dialer.cancel(); });
    auto const code = dial(dialer, {hole.endpoint()});
    BOOST_TEST((code == ta::asio::error::operation_aborted));
    BOOST_TEST((took() < 2s));
}

BOOST_AUTO_TEST_CASE(an_io_context_may_end_in_the_middle) {
    for (int steps = 0; steps < 4; ++steps) {
        auto own = std::make_unique<ta::asio::io_context>(1);
        black_hole hole(io);
        net::dialer dialer(*own);
        ta::asio::co_spawn(*own, dialer.run({hole.endpoint(), hole.endpoint()}, ta::steady_clock::now() + 9s),
                           ta::asio::detached);
        for (int i = 0; i < steps; ++i)
            own->run_one_for(2ms);
    }
}

BOOST_AUTO_TEST_CASE(families_take_turns_and_keep_their_order) {
    auto const mixed = net::interleaved(addresses({"::1", "::2", "::3", "10.0.0.1", "10.0.0.2"}));
    BOOST_TEST((mixed == addresses({"::1", "10.0.0.1", "::2", "10.0.0.2", "::3"})));
    BOOST_TEST((net::interleaved(addresses({"10.0.0.1", "10.0.0.2", "::1"})) ==
                addresses({"10.0.0.1", "::1", "10.0.0.2"})));
    BOOST_TEST(
        (net::interleaved(addresses({"10.0.0.2", "10.0.0.1"})) == addresses({"10.0.0.2", "10.0.0.1"})));
    BOOST_TEST(net::interleaved({}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
