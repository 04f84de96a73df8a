// How a run ends when somebody wants it to: the platform by cancel or pause, or a signal from outside
// (contract 1 exit codes, 4 stop ladder, 9 control).
#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <chrono>
#include <csignal>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::process;

// Workloads: each says when its traps are set. A shell that waits runs its trap at once, also when the signal
// came before the wait; one with the sleep in the foreground would miss a signal that falls between the two.
constexpr char dies_of_term[] = "echo ready; sleep 60";
constexpr char ends_well_on_term[] = "trap 'echo saved; exit 0' TERM; echo ready; sleep 60 & wait";
constexpr char fails_on_term[] = "trap 'echo failing >&2; exit 7' TERM; echo ready; sleep 60 & wait";
constexpr char ignores_term[] = "trap '' TERM; echo ready; sleep 60";

using options = std::vector<std::string>;

options polling(options more = {}) {
    more.insert(more.begin(), {"--control-interval", "200ms"});
    return more;
}

// The platform wants the step to end; the run notices by its control poll.
support::ending end_by_order(platform const& p, options const& wishes, char const* workload,
                             std::string const& order) {
    process agent_run(p.run(wishes, shell(workload)));
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    p.set_step("active");  // as the jobs controller does
    if (order == "cancel") {
        p.cancel();
    } else {
        p.set_step(order);
    }
    return agent_run.wait();
}

support::ending end_by_signal(platform const& p, options const& wishes, char const* workload, int signal) {
    process agent_run(p.run(wishes, shell(workload)));
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    agent_run.signal(signal);
    return agent_run.wait();
}

std::string reason(platform const& p) {
    return text_at(p.task(), "/error_details/reason");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stopping_tests)

BOOST_AUTO_TEST_CASE(cancel_of_the_job_stops_the_workload_and_exits_0) {  // contract 1 and 9
    platform p;
    process agent_run(p.run(polling(), shell(dies_of_term)));
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    p.set_step("active");  // as the jobs controller does
    auto env = plain_environment();
    env["NMP_JOBS_URL"] = p.server().url();
    auto const cancelled = support::run({{agent(), "cancel", p.job(), "--workspace", "default"}, env});
    BOOST_TEST(cancelled.code == 0);
    BOOST_TEST(cancelled.out + cancelled.err == "");

    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err == "");
    BOOST_TEST(p.task_status() == "cancelled");
    BOOST_TEST(text_at(p.task(), "/status_details/agent/signal_name") == "SIGTERM");
    // without --own-step the rest is the controller's
    BOOST_TEST(p.step_status() == "cancelling");
}

BOOST_AUTO_TEST_CASE(a_cancelled_workload_that_saves_and_exits_is_cancelled_too) {  // contract 1
    platform p;
    auto const end = end_by_order(p, polling(), ends_well_on_term, "cancel");
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "ready\nsaved\n");
    BOOST_TEST(p.task_status() == "cancelled");
}

BOOST_AUTO_TEST_CASE(a_cancelled_workload_that_fails_on_the_way_out_is_no_failure) {  // contract 1
    platform p;
    auto const end = end_by_order(p, polling(), fails_on_term, "cancel");
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.err.ends_with("failing\n"));  // the shell may name the signal before
    BOOST_TEST(p.task_status() == "cancelled");
    BOOST_TEST(reason(p) == "(none)");
}

BOOST_AUTO_TEST_CASE(stop_exit_workload_passes_the_code_of_a_cancelled_workload) {  // contract 1
    platform p;
    BOOST_TEST(end_by_order(p, polling({"--stop-exit=workload"}), dies_of_term, "cancel").code ==
               128 + SIGTERM);
    BOOST_TEST(p.task_status() == "cancelled");
}

BOOST_AUTO_TEST_CASE(a_cancelled_workload_that_ignores_the_signal_is_killed_after_the_grace) {  // contract 4
    platform p;
    auto const end = end_by_order(p, polling({"--stop-grace", "300ms"}), ignores_term, "cancel");
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.took < 5s);
    BOOST_TEST(p.task_status() == "cancelled");
    BOOST_TEST(text_at(p.task(), "/status_details/agent/signal_name") == "SIGKILL");
}

BOOST_AUTO_TEST_CASE(pause_stops_the_workload_and_is_reported_as_paused) {  // contract 1 and 9
    platform p;
    BOOST_TEST(end_by_order(p, polling(), ends_well_on_term, "pausing").code == 0);
    BOOST_TEST(p.task_status() == "paused");
}

BOOST_AUTO_TEST_CASE(
    a_step_that_is_cancelling_before_the_start_is_noticed_at_the_first_reading) {  // contract 9
    platform p;
    p.set_step("cancelling");
    process agent_run(p.run({"--control-interval", "0"}, shell(dies_of_term)));
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "cancelled");
}

BOOST_AUTO_TEST_CASE(a_step_that_was_cancelled_before_the_start_counts_as_cancel) {  // contract 9
    platform p;
    p.cancel();
    BOOST_REQUIRE(p.step_status() == "cancelled");
    process agent_run(p.run({}, shell(dies_of_term)));
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "cancelled");
}

BOOST_AUTO_TEST_CASE(a_term_from_outside_is_an_error_with_the_workloads_code) {  // contract 1
    platform p;
    auto const end = end_by_signal(p, {}, dies_of_term, SIGTERM);
    BOOST_TEST(end.code == 128 + SIGTERM);
    BOOST_TEST(p.task_status() == "error");
    BOOST_TEST(reason(p) == "stopped_externally");
    BOOST_TEST(text_at(p.task(), "/error_details/signal_name") == "SIGTERM");
}

BOOST_AUTO_TEST_CASE(a_workload_that_ends_well_on_an_outside_term_is_completed) {  // contract 9
    platform p;
    auto const end = end_by_signal(p, {}, ends_well_on_term, SIGTERM);
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.out == "ready\nsaved\n");
    BOOST_TEST(p.task_status() == "completed");
}

BOOST_AUTO_TEST_CASE(a_workload_that_fails_on_an_outside_term_keeps_its_code) {  // contract 1
    platform p;
    BOOST_TEST(end_by_signal(p, {}, fails_on_term, SIGTERM).code == 7);
    BOOST_TEST(p.task_status() == "error");
    BOOST_TEST(reason(p) == "stopped_externally");
    BOOST_TEST(text_at(p.task(), "/error_details/exit_code") == "7");
}

BOOST_AUTO_TEST_CASE(a_term_while_the_step_is_cancelling_counts_as_cancel) {  // contract 9
    platform p;
    process agent_run(p.run({"--control-interval", "0"}, shell(dies_of_term)));
    agent_run.wait_for_output("ready\n");
    BOOST_REQUIRE(p.wait_for_updates(1, "active"));
    // the reading at the start must be over, or it could see the cancel first
    BOOST_REQUIRE(p.recorder().wait_until([](auto const& all) {
        return std::any_of(all.begin(), all.end(), [](auto const& e) { return e.request.method == "GET"; });
    }));
    p.set_step("active");
    p.cancel();
    agent_run.signal(SIGTERM);
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "cancelled");
}

BOOST_AUTO_TEST_CASE(an_interrupt_without_a_terminal_stops_as_well) {  // contract 4
    platform p;
    auto const end =
        end_by_signal(p, {"--stop-grace", "5s"},
                      "trap 'echo interrupted; exit 3' INT; echo ready; sleep 60 & wait", SIGINT);
    BOOST_TEST(end.code == 3);
    BOOST_TEST(end.out == "ready\ninterrupted\n");
    BOOST_TEST(reason(p) == "stopped_externally");
}

BOOST_AUTO_TEST_CASE(an_outside_term_is_escalated_after_the_grace) {  // contract 4
    platform p;
    auto const end = end_by_signal(p, {"--stop-grace", "300ms"}, ignores_term, SIGTERM);
    BOOST_TEST(end.code == 128 + SIGKILL);
    BOOST_TEST(end.took < 5s);
    BOOST_TEST(reason(p) == "stopped_externally");
}

BOOST_AUTO_TEST_CASE(other_signals_reach_the_workload_and_stop_nothing) {  // contract 4
    platform p;
    process agent_run(
        p.run({}, shell("trap 'echo got usr1' USR1; trap 'echo got hup; exit 0' HUP; echo ready; "
                        "while :; do sleep 0.02; done")));
    agent_run.wait_for_output("ready\n");
    agent_run.signal(SIGUSR1);
    // the group got it, its sleep included; the trap runs when that has ended
    agent_run.wait_for_output("got usr1\n");
    agent_run.signal(SIGHUP);
    BOOST_TEST(agent_run.wait().code == 0);
    BOOST_TEST(p.task_status() == "completed");
}

BOOST_AUTO_TEST_CASE(an_external_stop_is_told_to_the_termination_log) {  // contract 3
    platform p;
    support::temp_dir folder;
    auto const path = folder / "termination";
    BOOST_TEST(end_by_signal(p, {"--termination-log", path}, dies_of_term, SIGTERM).code == 128 + SIGTERM);
    BOOST_TEST(support::read_file(path) != "");
}

BOOST_AUTO_TEST_CASE(the_workload_dies_with_a_killed_agent) {  // contract 4, --orphan=kill
    platform p;
    process agent_run(p.run({}, shell("echo $$; exec sleep 60")));
    agent_run.wait_for_output("\n");
    auto const workload = static_cast<pid_t>(std::stol(agent_run.out()));
    agent_run.signal(SIGKILL);
    // its end closes the pipes that wait() reads
    BOOST_TEST(agent_run.wait().signal == SIGKILL);
    BOOST_TEST(support::eventually([&] {
        auto const stat = support::read_file("/proc/" + std::to_string(workload) + "/stat");
        return stat.empty() || stat.find(") Z ") != std::string::npos;
    }));
}

BOOST_AUTO_TEST_CASE(a_stop_ends_within_its_budget_when_the_platform_is_down) {  // contract 4
    platform p;
    p.instead = [](support::http_request const&) -> std::optional<support::http_answer> {
        return support::http_answer{503, R"({"detail":"down"})", {}};
    };
    process agent_run(p.run({"--stop-budget", "3s", "--log-level", "debug"}, shell(dies_of_term)));
    agent_run.wait_for_output("ready\n");
    auto const began = support::steady::now();
    agent_run.signal(SIGTERM);
    auto const end = agent_run.wait();
    BOOST_TEST(end.code == 128 + SIGTERM);
    BOOST_TEST((support::steady::now() - began < 4s));
    // contract 4: planned as a whole
    BOOST_TEST(end.err.find("the stop has 3s: SIGKILL after 1s875ms, output until 2s250ms, diagnosis until "
                            "2s400ms, final update until 3s") != std::string::npos,
               end.err);
    BOOST_TEST(end.err.find("the stop took ") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
