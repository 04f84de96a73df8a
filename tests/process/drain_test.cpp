// The end of the workload is not the end of its output, nor of its descendants (contract 4, "At exit").
#include "support/process_agent.hpp"
#include "support/process_stream.hpp"

using namespace support;

namespace {

// About 250 ms of silence; a machine that has other work may need longer, but a second wait would show.
bool is_one_silence(steady::duration took) {
    return took >= 240ms && took < 1900ms;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(drain_tests, leaves_nothing)

BOOST_AUTO_TEST_CASE(a_grandchild_that_obeys_costs_one_silence) {
    auto const run = run_to_end(shell_under_agent("sleep 3600 & echo done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(run.out == "done\n");
    BOOST_TEST(run.err == "");
    BOOST_TEST(is_one_silence(run.took), "it took " << in_ms(run.took) << " ms");
}

BOOST_AUTO_TEST_CASE(a_grandchild_that_ignores_sigterm_costs_two_seconds_more) {
    auto const run = run_to_end(shell_under_agent("trap '' TERM; sleep 3600 & echo done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(run.out == "done\n");
    BOOST_TEST((run.took >= 2200ms && run.took < 4500ms), "it took " << in_ms(run.took) << " ms");
}

BOOST_AUTO_TEST_CASE(no_descendants_cost_nothing) {
    // the best of some runs: the machine may have other work, but a wait would be in each of them
    auto best = steady::duration::max();
    for (int i = 0; i < 20; ++i) {
        auto const run = run_to_end(shell_under_agent("echo done"));
        BOOST_TEST(run.out == "done\n");
        best = std::min(best, run.took);
    }
#ifdef TASK_AGENT_SANITIZED
    constexpr auto most = 1000ms;  // the leak checker looks through the memory at each end
#else
    constexpr auto most = 100ms;
#endif
    BOOST_TEST((best < most), "it took " << in_ms(best) << " ms");
}

BOOST_AUTO_TEST_CASE(what_a_grandchild_says_at_its_end_is_kept) {
    auto const run = run_to_end(shell_under_agent(
        "(trap 'echo farewell; echo of it >&2; exit' TERM; echo set; while :; do sleep 0.01; done) & "
        "sleep 0.1; echo done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(run.out.find("done\n") != std::string::npos, run.out);
    BOOST_TEST(run.out.ends_with("farewell\n"), run.out);
    BOOST_TEST(run.err.ends_with("of it\n"), run.err);  // the shell says "Terminated" of its sleep
}

BOOST_AUTO_TEST_CASE(a_grandchild_that_goes_on_talking_is_heard_for_five_seconds) {
    auto const run = run_to_end(shell_under_agent(
        // without a pause: on a machine with other work one would look like silence
        "(trap 'echo last; exit' TERM; while :; do echo more; done) & echo done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST((run.took >= 4900ms && run.took < 9000ms), "it took " << in_ms(run.took) << " ms");
    BOOST_TEST(run.out.ends_with("last\n"));
}

BOOST_AUTO_TEST_CASE(a_grandchild_in_a_session_of_its_own_is_found) {
    auto const run =
        run_to_end(shell_under_agent("setsid sh -c 'echo $$; exec sleep 3600' & "
                                     "while ! ps -o sid= -p $! | grep -qw $!; do :; done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(!run.out.empty());
    BOOST_TEST(is_one_silence(run.took), "it took " << in_ms(run.took) << " ms");
}

BOOST_AUTO_TEST_CASE(a_daemon_that_let_go_of_everything_is_found_and_costs_no_silence) {
    temp_dir const dir;
    auto const pid_file = dir / "pid";
    // two forks, a session of its own, no descriptor of the workload's
    auto const run = run_to_end(shell_under_agent(
        "(setsid sh -c '(echo $$ > " + pid_file + ".new; mv " + pid_file + ".new " + pid_file +
        "; exec sleep 3600) >/dev/null 2>&1 </dev/null &' >/dev/null 2>&1 </dev/null &); while ! test -e " +
        pid_file + "; do :; done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST((run.took < 1900ms), "it took " << in_ms(run.took) << " ms");
}

BOOST_AUTO_TEST_CASE(a_whole_tree_of_sessions_that_ignores_sigterm_is_ended) {
    auto const run =
        run_to_end(shell_under_agent("trap '' TERM; setsid sh -c 'setsid sh -c \"echo deep; sleep 3600\" & "
                                     "sleep 3600' & read -r word < /dev/null; "
                                     "sleep 0.2; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(run.out == "deep\n");
    BOOST_TEST((run.took < 6s), "it took " << in_ms(run.took) << " ms");
}

BOOST_AUTO_TEST_CASE(a_stopped_grandchild_is_continued_to_end) {
    temp_dir const dir;
    auto const pid_file = dir / "pid";
    auto const run = run_to_end(shell_under_agent(
        "setsid sh -c 'trap \"echo farewell; exit\" TERM; echo $$ > " + pid_file + ".new; mv " + pid_file +
        ".new " + pid_file + "; kill -STOP $$; while :; do sleep 0.01; done' & while ! test -e " + pid_file +
        "; do :; done; until grep -q '^State:.T' /proc/$(cat " + pid_file + ")/status; do :; done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(run.out == "farewell\n");
    BOOST_TEST(is_one_silence(run.took), "it took " << in_ms(run.took) << " ms");
}

BOOST_AUTO_TEST_CASE(the_first_process_holds_its_number_while_its_group_is_signalled) {
    // a group is signalled by its leader's number: reaped, it could be another's by then
    temp_dir const dir;
    auto const run = run_to_end(shell_under_agent(
        "(trap 'cut -d \" \" -f 3 /proc/'$$'/stat; exit' TERM; echo set > " + (dir / "set") +
        "; while :; do sleep 0.01; done) & while ! test -e " + (dir / "set") + "; do :; done; exit 4"));
    BOOST_TEST(run.end.exited_with(4), run.end);
    BOOST_TEST(run.out == "Z\n", run.out << run.err);
}

BOOST_AUTO_TEST_CASE(a_child_from_before_the_agent_is_no_leftover) {
    launch what;
    what.argv = {"/bin/sh", "-c",
                 "sleep 3600 > /dev/null 2>&1 & echo $!; exec " + agent_path + " run -- sh -c 'exit 4'"};
    auto const run = run_to_end(what);
    BOOST_TEST(run.end.exited_with(4), run.end);
    pid_t const earlier = std::stoi(run.out);
    BOOST_TEST(look_at(earlier).state == 'S');
    ::kill(earlier, SIGKILL);
    BOOST_TEST(::waitpid(earlier, nullptr, 0) == earlier);
}

BOOST_AUTO_TEST_CASE(orphans_are_reaped_while_the_workload_runs) {
    child_process process(shell_under_agent(
        "i=0; while [ $i -lt 50 ]; do (true &); i=$((i+1)); done; echo ready; exec sleep 3600",
        {"--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "ready"));
    auto const until = steady::now() + patience;
    auto children = children_of(process.pid());
    while (children.size() != 1 && steady::now() < until) {
        ::poll(nullptr, 0, 5);
        children = children_of(process.pid());
    }
    BOOST_REQUIRE_EQUAL(children.size(), 1U);
    BOOST_TEST(look_at(children.front()).state != 'Z');
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(128 + SIGTERM));
}

namespace {

// Fills every pipe between the workload and a reader that begins a second after the workload's end.
void read_late(std::uint64_t bytes, bool wait_for_the_end) {
    temp_dir const dir;
    child_process process(under_agent({helper_path, "steady", std::to_string(bytes), "7", dir / "sent"}));
    if (wait_for_the_end) {
        auto const until = steady::now() + patience;
        auto const has_ended = [&] {
            auto const children = children_of(process.pid());
            return children.size() == 1 && look_at(children.front()).state == 'Z';
        };
        while (!has_ended() && steady::now() < until)
            ::poll(nullptr, 0, 1);
        BOOST_REQUIRE(has_ended());
    }
    BOOST_TEST(!process.ends_within(1000ms));
    collector output({process.out(), process.err()});
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(0));
    stream_hash hash;
    hash.add(output.text(0));
    BOOST_TEST(read_file(dir / "sent")
                   .starts_with(std::to_string(hash.count()) + ' ' + std::to_string(hash.value()) + '\n'));
    BOOST_TEST(output.text(0).size() == bytes);
    BOOST_TEST(output.text(1) == "");
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_last_burst_waits_for_a_reader_that_comes_late) {
    // as much as fits on the way: the agent's own pipe, its buffer, and the workload's pipe
    read_late(150 * 1024, true);
    read_late(1024 * 1024, false);
}

BOOST_AUTO_TEST_CASE(the_stop_budget_holds_with_a_reader_that_never_reads) {
    temp_dir const dir;
    child_process process(shell_under_agent(
        "trap '' TERM PIPE; echo up > " + (dir / "up") + "; while :; do cat /dev/zero; done",
        {"--stop-budget=2s", "--stop-grace=8s", "--log=off"}));
    auto const until = steady::now() + patience;
    while (read_file(dir / "up").empty() && steady::now() < until)
        ::poll(nullptr, 0, 1);
    auto const begin = steady::now();
    process.signal(SIGTERM);
    BOOST_TEST(process.wait().exited_with(128 + SIGKILL));
    auto const took = in_ms(steady::now() - begin);
    BOOST_TEST((took >= 400 && took < 3200), "the end took " << took << " ms");
}

BOOST_AUTO_TEST_CASE(the_stop_budget_holds_with_a_grandchild_too) {
    child_process process(shell_under_agent("trap '' TERM; setsid sleep 3600 & sleep 3600 & echo up; wait",
                                            {"--stop-budget=2s", "--log=off"}));
    collector output({process.out()});
    BOOST_REQUIRE(output.until_contains(0, "up"));
    auto const begin = steady::now();
    process.signal(SIGTERM);
    output.to_the_end();
    BOOST_TEST(process.wait().exited_with(128 + SIGKILL));
    BOOST_TEST((steady::now() - begin < 3200ms));
}

BOOST_AUTO_TEST_SUITE_END()
