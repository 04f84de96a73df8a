#include "task_agent/run/agent_status.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

ta::time_point const t0{1000s};
ta::activity const at_start{.last_output = t0, .moved_at = t0};
ta::activity const spoke_at_80{
    .last_output = t0 + 80s, .moved_by = ta::movement::output, .moved_at = t0 + 80s};

boost::json::object parsed(ta::json_text const& text) {
    return boost::json::parse(text).as_object();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(agent_status_tests)

// platform-facts 3.2: an unchanged document does not refresh updated_at
BOOST_AUTO_TEST_CASE(two_documents_are_never_the_same_even_at_the_same_moment) {
    ta::agent_status status(t0);
    auto const first = parsed(status.next(t0, 15s, at_start));
    auto const second = parsed(status.next(t0, 15s, at_start));
    BOOST_TEST(first.at("seq").as_int64() == 1);
    BOOST_TEST(second.at("seq").as_int64() == 2);
}

BOOST_AUTO_TEST_CASE(ages_and_intervals_are_told_in_seconds) {
    ta::agent_status status(t0);
    status.on_workload_started(::getpid());
    auto const o = parsed(status.next(t0 + 90s + 250ms, 15s, spoke_at_80));
    BOOST_TEST(o.at("uptime_seconds").to_number<double>() == 90.25);
    BOOST_TEST(o.at("interval_seconds").to_number<double>() == 15.0);
    BOOST_TEST(o.at("output_age_seconds").to_number<double>() == 10.25);
    BOOST_TEST(o.at("rss_bytes").to_number<double>() > 100'000.0);
    BOOST_TEST(!o.contains("exit_code"));
}

// contract 3.2: why heartbeats stop, for whoever reads the last one
BOOST_AUTO_TEST_CASE(what_moved_last_and_how_long_ago_is_told) {
    ta::agent_status status(t0);
    auto const lively = parsed(status.next(t0 + 90s, 15s, spoke_at_80));
    BOOST_TEST(lively.at("heartbeat").as_string() == "alive");
    BOOST_TEST(lively.at("moved_by").as_string() == "output");
    BOOST_TEST(lively.at("moved_age_seconds").to_number<double>() == 10.0);
    BOOST_TEST(!lively.contains("stalled"));
    BOOST_TEST(!lively.contains("checkpoint_age_seconds"));
    auto still = at_start;
    still.is_stalled = still.beats_on_progress = true;
    still.saved_at = t0 + 30s;
    auto const stalled = parsed(status.next(t0 + 90s, 15s, still));
    BOOST_TEST(stalled.at("heartbeat").as_string() == "progress");
    BOOST_TEST(stalled.at("moved_by").as_string() == "start");
    BOOST_TEST(stalled.at("moved_age_seconds").to_number<double>() == 90.0);
    BOOST_TEST(stalled.at("stalled").as_bool());
    BOOST_TEST(stalled.at("checkpoint_age_seconds").to_number<double>() == 60.0);
}

// platform-facts 4.2: the agent exits 0 after a cancel; how the workload really ended is recorded
BOOST_AUTO_TEST_CASE(the_real_end_of_the_workload_is_told_with_the_last_document) {
    ta::agent_status status(t0);
    ta::exit_status exit;
    exit.signal = SIGKILL;
    status.on_workload_ended(exit);
    auto const o = parsed(status.next(t0, 15s, at_start));
    BOOST_TEST(o.at("exit_code").as_int64() == 137);
    BOOST_TEST(o.at("signal_name").as_string() == "SIGKILL");
}

BOOST_AUTO_TEST_CASE(a_rank_is_a_number_or_is_not_told) {
    ::setenv("RANK", "3", 1);
    BOOST_TEST(parsed(ta::agent_status(t0).next(t0, 15s, at_start)).at("rank").as_int64() == 3);
    ::setenv("RANK", "007", 1);
    BOOST_TEST(parsed(ta::agent_status(t0).next(t0, 15s, at_start)).at("rank").as_int64() == 7);
    ::setenv("RANK", "3\",\"x\":1", 1);
    BOOST_TEST(!parsed(ta::agent_status(t0).next(t0, 15s, at_start)).contains("rank"));
    ::unsetenv("RANK");
    BOOST_TEST(!parsed(ta::agent_status(t0).next(t0, 15s, at_start)).contains("rank"));
}

BOOST_AUTO_TEST_SUITE_END()
