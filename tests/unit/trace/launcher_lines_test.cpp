#include "task_agent/trace/launcher_lines.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"
#include <algorithm>

namespace tr = task_agent::trace;

namespace {

std::string const rule(74, '-');

std::vector<bool> marks(std::vector<std::string> const& lines) {
    tr::line_history history;
    std::uint64_t number = 0;
    for (auto const& line : lines)
        history.push(line, number++);
    return tr::launcher_lines_of(history);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(launcher_lines_tests)

BOOST_AUTO_TEST_CASE(what_only_says_that_a_child_failed_is_a_launchers) {
    for (std::string_view const line :
         {"srun: error: node3: task 1: Exited with exit code 1", "srun: error: n2: tasks 0-3: Killed",
          "srun: Terminating StepId=123.0", "srun: Force Terminated StepId=123.0",
          "0: slurmstepd: error: *** STEP 123.0 ON node2 CANCELLED AT 2026-11-26T12:00:00 ***",
          "Error: exit status 1", "ERROR: Job failed: exit code 1",
          "2026-11-26T12:00:00.000000001Z stderr F Error: exit status 1",
          "#7 ERROR: process \"/bin/sh -c make\" did not complete successfully: exit code: 2",
          "Nov 26 12:00:00 node2 systemd[1]: load.service: Main process exited, code=exited, "
          "status=3/NOTIMPLEMENTED",
          "Nov 26 12:00:00 node2 systemd[1]: load.service: Failed with result 'exit-code'.",
          "Nov 26 12:00:00 node2 systemd[1]: Failed to start load.service - The nightly load.",
          "Nov 26 12:00:00 node2 systemd[1]: Starting load.service...",
          "systemd[1]: Stopped The nightly load."})
        BOOST_TEST(tr::is_launcher_line(line), line);
}

BOOST_AUTO_TEST_CASE(what_a_launcher_decided_itself_and_other_words_are_not) {
    for (std::string_view const line :
         {"slurmstepd: error: *** JOB 123 ON node2 CANCELLED AT 2026-11-26T12:00:00 DUE TO TIME LIMIT ***",
          "srun: error: Unable to allocate resources: Invalid account", "srun: job 12 queued", "Error: exit",
          "ERROR: Job failed: no space left on device", "starting srun: error: x", "",
          "Nov 26 12:00:00 node2 systemd[1]: load.service: Failed at step EXEC spawning /usr/bin/load: No "
          "such file",
          "Nov 26 12:00:00 node2 systemd[1]: load.service: start operation timed out. Terminating.",
          "Failed to start the nightly load", "ERROR: process 12 did not complete successfully"})
        BOOST_TEST(!tr::is_launcher_line(line), line);
}

BOOST_AUTO_TEST_CASE(a_box_is_known_by_what_stands_in_it) {
    std::vector<std::string> const lines = {"solver started",
                                            rule,
                                            "a table of the program's own",
                                            rule,
                                            "Error: matrix is singular",
                                            rule,
                                            "Primary job  terminated normally, but 1 process returned",
                                            "a non-zero exit code.",
                                            rule,
                                            rule,
                                            "mpirun detected that one or more processes exited with",
                                            "  Exit code:    3",
                                            rule};
    BOOST_TEST(marks(lines) == (std::vector<bool>{false, false, false, false, false, true, true, true, true,
                                                  true, true, true, true}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_rule_far_above_opens_no_box) {
    std::vector<std::string> lines = {rule};
    lines.insert(lines.end(), 30, "row");
    lines.insert(lines.end(), {"mpirun noticed that process rank 1 exited", rule});
    auto const found = marks(lines);
    BOOST_TEST(std::count(found.begin(), found.end(), true) == 0);
}

BOOST_AUTO_TEST_CASE(the_programs_own_last_words_are_found_above_its_launchers) {
    std::string const box = rule + "\nMPI_ABORT was invoked on rank 2 in communicator MPI_COMM_WORLD\n" +
                            "with errorcode 14.\n" + rule + "\n";
    auto const own = tr::traces_in("step 1\nError: matrix is singular at row 12\n" + box);
    BOOST_REQUIRE(own.size() == 1u);
    BOOST_TEST(own[0].cause_line == "Error: matrix is singular at row 12");
    BOOST_TEST(own[0].first_line == 1u);
    BOOST_TEST(own[0].last_line == 1u);
    auto const tagged = tr::traces_in(
        "0: step 1\n1: step 1\n1: Error: shard 17 is empty\n0: step 2\n"
        "srun: error: node3: task 1: Exited with exit code 1\n"
        "srun: Terminating StepId=123.0\n");
    BOOST_REQUIRE(tagged.size() == 1u);
    BOOST_TEST(tagged[0].cause_line == "Error: shard 17 is empty");
    BOOST_TEST(tr::traces_in("step 1\nstep 2\n" + box).empty());
}

BOOST_AUTO_TEST_CASE(a_launcher_that_stands_alone_is_read_as_before) {
    auto const found = tr::traces_in("Error: exit status 1\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cause_line == "Error: exit status 1");
}

BOOST_AUTO_TEST_SUITE_END()
