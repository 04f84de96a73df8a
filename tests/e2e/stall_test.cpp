// A command that does not move: what the platform is told of it, when that is taken back, and what heartbeats
// say meanwhile (contract 3.2, 9). Hung programs of real runtimes are in hung_test.py, the stop that follows
// in stop_table_test.cpp.
#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <chrono>
#include <csignal>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::process;
using support::steady;
using support::temp_dir;

std::string report_of(platform const& on, std::string const& pointer) {
    return text_at(on.task(), "/status_details/error_report" + pointer);
}

bool wait_for_evidence(platform const& on) {
    return support::eventually([&] { return report_of(on, "/details/reason") == "stalled"; });
}

bool wait_for_recovery(platform const& on) {
    return support::eventually([&] { return report_of(on, "") == "null"; });
}

// Updates that are neither the first, nor the last, nor bring anything but the agent's own key.
std::size_t heartbeats(platform const& on) {
    auto const all = on.updates();
    return static_cast<std::size_t>(std::ranges::count_if(all, [](auto const& update) {
        return text_at(update, "/status") == "active" &&
               text_at(update, "/status_details/error_report") == "(none)";
    }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stall_tests)

BOOST_AUTO_TEST_CASE(a_stall_is_reported_with_where_it_waits_once_and_taken_back_when_the_command_moves) {
    platform on;
    temp_dir const dir;
    support::gate moves(dir / "moves");
    support::gate ends(dir / "ends");
    process run(on.run({"--stall-timeout=1s", "--log-level=info"},
                       shell("echo ready; " + moves.pass() + "; echo again; " + ends.pass())));
    run.wait_for_output("ready\n");
    BOOST_TEST_REQUIRE(wait_for_evidence(on));
    auto const message = report_of(on, "/details/message");
    BOOST_TEST(message.starts_with("no output and no report for 1s: "), message);
    BOOST_TEST(message.find("(pid ") != std::string::npos, message);
    auto const stack = report_of(on, "/stack");
    BOOST_TEST(stack.find("\n  thread ") != std::string::npos, stack);
    BOOST_TEST(stack.find(": waits") != std::string::npos, stack);
    BOOST_TEST(text_at(on.task(), "/status_details/agent/stalled") == "true");
    BOOST_TEST(text_at(on.task(), "/status_details/agent/moved_by") == "output");
    BOOST_TEST(on.task_status() == "active");
    run.wait_for_error("task-agent: warn: " + message);

    moves.open();
    BOOST_TEST(wait_for_recovery(on));
    // and it stalls again, which is told again
    BOOST_TEST(wait_for_evidence(on));
    ends.open();
    BOOST_TEST(run.wait().code == 0);
    BOOST_TEST(on.task_status() == "completed");
    BOOST_TEST(report_of(on, "") == "null", "a command that ended well has no stall any more");
    auto const all = on.updates();
    auto const told = std::ranges::count_if(all, [](auto const& update) {
        return text_at(update, "/status_details/error_report/details/reason") == "stalled";
    });
    BOOST_TEST(told == 2);
}

BOOST_AUTO_TEST_CASE(heartbeats_of_progress_stop_with_the_last_movement_and_go_on_with_the_next) {
    platform on({.staleness_timeout = 3});
    temp_dir const dir;
    support::gate moves(dir / "moves");
    process run(on.run({"--heartbeat=progress"},
                       shell("echo ready; " + moves.pass() + "; while echo again; do sleep 0.5; done")));
    run.wait_for_output("ready\n");
    BOOST_TEST_REQUIRE(wait_for_evidence(on));
    BOOST_TEST(text_at(on.task(), "/status_details/agent/heartbeat") == "progress");
    auto const before = heartbeats(on);
    BOOST_TEST(before >= 1U);
    // every second with a staleness timeout of 3: three of them are missing
    std::this_thread::sleep_for(3s);
    BOOST_TEST(heartbeats(on) == before);
    moves.open();
    BOOST_TEST(wait_for_recovery(on));
    BOOST_TEST(support::eventually([&] { return heartbeats(on) > before + 1; }));
    run.signal(SIGTERM);
    BOOST_TEST(run.wait().code == 143);
}

BOOST_AUTO_TEST_CASE(heartbeats_of_life_go_on_through_a_stall) {
    platform on({.staleness_timeout = 3});
    process run(on.run({"--stall-timeout=1s"}, {"sleep", "60"}));
    BOOST_TEST_REQUIRE(wait_for_evidence(on));
    auto const before = heartbeats(on);
    BOOST_TEST(support::eventually([&] { return heartbeats(on) > before + 1; }));
    run.signal(SIGTERM);
    BOOST_TEST(run.wait().code == 143);
}

// the platform's staleness timeout is for heartbeats: silence alone is no stall
BOOST_AUTO_TEST_CASE(without_being_asked_for_a_silent_command_is_no_stall) {
    platform on({.staleness_timeout = 1});
    process run(on.run({}, {"sleep", "3"}));
    BOOST_TEST(run.wait().code == 0);
    BOOST_TEST(on.task_status() == "completed");
    BOOST_TEST(text_at(on.task(), "/status_details/agent/moved_by") == "start");
    BOOST_TEST(report_of(on, "") == "(none)");
}

BOOST_AUTO_TEST_CASE(cpu_time_is_movement_where_that_is_asked_for) {
    auto const spin = shell("end=$(($(date +%s) + 4)); while [ $(date +%s) -lt $end ]; do :; done");
    platform counting;
    process first(counting.run({"--stall-timeout=1s", "--progress-source=cpu"}, spin));
    platform silent;
    process second(silent.run({"--stall-timeout=1s", "--on-stall=stop"}, spin));
    BOOST_TEST(first.wait().code == 0);
    BOOST_TEST(report_of(counting, "") == "(none)");
    BOOST_TEST(text_at(counting.task(), "/status_details/agent/moved_by") == "cpu");
    BOOST_TEST(second.wait().code == 143);
    BOOST_TEST(text_at(silent.task(), "/error_details/reason") == "stalled");
}

BOOST_AUTO_TEST_CASE(only_who_has_a_handler_is_asked_for_its_stacks) {
    platform on;
    // the shell has a handler for SIGUSR1, and its child would die of it
    process run(on.run({"--stall-timeout=1s", "--stall-signal=USR1", "--log-level=info"},
                       shell("trap 'echo here is where I wait' USR1; echo ready; sleep 60 & "
                             "while kill -0 $! 2>/dev/null; do wait; done; echo the child died")));
    run.wait_for_output("ready\n");
    BOOST_TEST_REQUIRE(wait_for_evidence(on));
    auto const stack = report_of(on, "/stack");
    BOOST_TEST(stack.ends_with("\nhere is where I wait\n"), stack);
    BOOST_TEST(text_at(on.task(), "/status_details/agent/stalled") == "true", "an answer is no movement");
    run.signal(SIGTERM);
    auto const end = run.wait();
    BOOST_TEST(end.out == "ready\nhere is where I wait\n");
}

// the child of the shell is what hangs, and a run that fails while it hangs still says where
BOOST_AUTO_TEST_CASE(a_time_limit_that_ends_a_stall_shows_where_it_waited) {
    platform on;
    process run(on.run({"--stall-timeout=1s", "--timeout=3s"}, shell("sleep 60; true")));
    BOOST_TEST(run.wait().code == 143);
    BOOST_TEST(text_at(on.task(), "/error_details/reason") == "timeout");
    auto const stack = text_at(on.task(), "/error_stack");
    BOOST_TEST(stack.find("): sleep 60\n") != std::string::npos, stack);
}

BOOST_AUTO_TEST_CASE(secrets_of_the_command_line_are_masked) {
    platform on;
    auto command = on.run({"--stall-timeout=1s", "--on-stall=stop"}, shell("sleep 60; : $0 hunter2hunter2"));
    command.env["A_TOKEN"] = "hunter2hunter2";
    process run(command);
    BOOST_TEST(run.wait().code == 143);
    auto const stack = text_at(on.task(), "/error_stack");
    BOOST_TEST(stack.find("): sh -c sleep 60; : $0 ***\n") != std::string::npos, stack);
    BOOST_TEST(stack.find("hunter2") == std::string::npos, stack);
}

BOOST_AUTO_TEST_CASE(a_limit_that_nobody_gives_is_an_error_before_the_start) {
    platform on;  // whose step has no staleness timeout
    for (auto const* option : {"--heartbeat=progress", "--on-stall=stop"}) {
        process run(on.run({option}, shell("echo it ran")));
        auto const end = run.wait();
        BOOST_TEST(end.code == 125);
        BOOST_TEST(end.out == "");
        auto const sentence = std::string(option) +
                              " (flag) needs --stall-timeout DURATION: the step has no "
                              "lifecycle.staleness_timeout_seconds";
        BOOST_TEST(end.err.find(sentence) != std::string::npos, end.err);
        BOOST_TEST(text_at(on.task(), "/error_details/message") == sentence);
    }
}

BOOST_AUTO_TEST_CASE(a_platform_that_is_away_does_not_keep_a_command_from_starting) {
    platform on;
    auto command = on.run({"--heartbeat=progress", "--final-timeout=1s"}, shell("echo it ran"));
    command.env["NMP_BASE_URL"] = command.env["NMP_JOBS_URL"] = "http://127.0.0.1:1";
    process run(command);
    auto const end = run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "it ran\n");
}

BOOST_AUTO_TEST_SUITE_END()
