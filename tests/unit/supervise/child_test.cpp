#include "task_agent/supervise/child.hpp"

#include "support/eventually.hpp"
#include "task_agent/os/process.hpp"
#include "task_agent/os/spawn.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>

namespace ta = task_agent;
namespace asio = boost::asio;

namespace {

pid_t start(std::string script) {
    ta::os::spawn_request r;
    r.argv = {"sh", "-c", std::move(script)};
    r.environment = {"PATH=/usr/bin:/bin"};
    r.group = ta::os::child_group::own_session;
    ::sigemptyset(&r.signal_mask);
    auto const pid = ta::os::spawn(r);
    BOOST_REQUIRE(pid.has_value());
    return *pid;
}

asio::awaitable<void> wait_and_reap(ta::child& c, std::optional<ta::exit_status>& status) {
    co_await c.ended();
    // still a zombie: the group's number cannot have been given away
    BOOST_TEST((ta::os::peek_ended_child() == c.pid()));
    auto const got = c.reap();
    if (got) status = *got;
}

std::optional<ta::exit_status> run_to_the_end(std::string script) {
    asio::io_context context;
    auto c = ta::child::adopt(context.get_executor(), start(std::move(script)));
    BOOST_REQUIRE(c.has_value());
    std::optional<ta::exit_status> status;
    asio::co_spawn(context, wait_and_reap(*c, status), asio::detached);
    context.run();
    return status;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(child_tests)

BOOST_AUTO_TEST_CASE(the_code_and_the_signal_of_the_end_are_told) {
    auto const code = run_to_the_end("exit 7");
    BOOST_REQUIRE(code.has_value());
    BOOST_TEST(code->code == 7);
    auto const killed = run_to_the_end("kill -KILL $$");
    BOOST_REQUIRE(killed.has_value());
    BOOST_TEST(killed->signal == SIGKILL);
    BOOST_TEST(::waitpid(-1, nullptr, WNOHANG) == -1, "nothing is left to reap");
}

// Boost.Process would kill in its destructor
BOOST_AUTO_TEST_CASE(a_workload_outlives_the_object_that_held_it) {
    pid_t const pid = start("sleep 1000; exit 3");
    {
        asio::io_context context;
        auto c = ta::child::adopt(context.get_executor(), pid);
        BOOST_REQUIRE(c.has_value());
        auto moved = std::move(*c);
        BOOST_TEST(moved.pid() == pid);
    }
    auto const stat = ta::os::read_stat(pid);
    BOOST_REQUIRE(stat.has_value());
    BOOST_TEST(stat->state != 'Z');
    BOOST_TEST(!ta::os::reap(pid).has_value());
    BOOST_TEST(ta::os::kill_group(pid, SIGTERM));
    int status = 0;
    BOOST_TEST(::waitpid(pid, &status, 0) == pid);
    BOOST_TEST(WTERMSIG(status) == SIGTERM, "it ended of our signal, not of an earlier SIGKILL");
}

BOOST_AUTO_TEST_CASE(a_signal_reaches_the_whole_group_until_the_reaping_and_nobody_after_it) {
    asio::io_context context;
    auto c = ta::child::adopt(context.get_executor(), start("sleep 1000 & sleep 1000"));
    BOOST_REQUIRE(c.has_value());
    BOOST_TEST(c->signal_group(SIGKILL));
    std::optional<ta::exit_status> status;
    asio::co_spawn(context, wait_and_reap(*c, status), asio::detached);
    context.run();
    BOOST_REQUIRE(status.has_value());
    BOOST_TEST(status->signal == SIGKILL);
    BOOST_TEST(!c->signal_group(SIGKILL));
}

BOOST_AUTO_TEST_SUITE_END()
