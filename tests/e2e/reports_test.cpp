// What a workload reports by its status file, from a shell as any language would (contract 8.1): how it
// arrives, and what becomes of what is no report.
#include "support/eventually.hpp"

#include <boost/test/unit_test.hpp>

#include "platform.hpp"
#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>

namespace {

using namespace std::chrono_literals;
using namespace e2e;
using support::process;
using support::temp_dir;

std::string detail(platform const& on, std::string const& key) {
    return text_at(on.task(), "/status_details/" + key);
}

bool wait_for(platform const& on, std::string const& key, std::string const& value) {
    return support::eventually([&] { return detail(on, key) == value; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reports_tests)

BOOST_AUTO_TEST_CASE(lines_arrive_while_the_command_runs_by_key_and_with_their_types) {
    platform on;
    temp_dir const dir;
    support::gate const reports(dir / "reports");
    support::gate const ends(dir / "ends");
    process run(on.run({}, shell("echo ready; " + reports.pass() +
                                 "; f=$TASK_AGENT_STATUS_FILE; echo step=5 >>$f; echo 'name=run 7' >>$f; "
                                 "echo '{\"metrics\": {\"loss\": 0.5}, \"phase\": \"training\"}' >>$f; "
                                 "echo 'ids:=[1,2]' >>$f; " +
                                 ends.pass() + "; echo step=6 >>$f; echo last=true >>$f")));
    run.wait_for_output("ready\n");
    // so that it is not the output that moved last
    reports.open();
    BOOST_TEST(wait_for(on, "step", "5"));
    BOOST_TEST(wait_for(on, "ids", "[1,2]"));
    BOOST_TEST(detail(on, "name") == "run 7");
    BOOST_TEST(detail(on, "metrics/loss") == "5E-1");
    BOOST_TEST(detail(on, "phase") == "training");
    BOOST_TEST(detail(on, "agent/moved_by") == "report");
    BOOST_TEST(on.task_status() == "active");
    ends.open();
    BOOST_TEST(run.wait().code == 0);
    BOOST_TEST(on.task_status() == "completed");
    BOOST_TEST(detail(on, "step") == "6");
    BOOST_TEST(detail(on, "last") == "true");
    BOOST_TEST(detail(on, "phase") == "training");
}

// contract 3.3
BOOST_AUTO_TEST_CASE(a_command_that_reports_in_a_loop_makes_one_update_a_second_and_its_last_word_counts) {
    platform on;
    process run(
        on.run({}, shell("end=$(($(date +%s) + 3)); i=0; while [ $(date +%s) -lt $end ]; do i=$((i + 1)); "
                         "echo i=$i >>$TASK_AGENT_STATUS_FILE; done; echo $i")));
    auto const end = run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(detail(on, "i") + "\n" == end.out);
    auto const all = on.updates();
    BOOST_TEST(all.size() >= 3U);
    BOOST_TEST(all.size() <= 7U);
}

BOOST_AUTO_TEST_CASE(whatever_a_writer_does_to_the_file_is_read) {
    platform on;
    temp_dir const dir;
    support::gate const second(dir / "second");
    support::gate const third(dir / "third");
    process run(on.run({}, shell("f=$TASK_AGENT_STATUS_FILE; echo first=1 >$f; echo ready; " + second.pass() +
                                 "; echo second=22 >$f; " + third.pass() +
                                 "; echo third=3 >$f.new; mv $f.new $f; echo fourth=4 >>$f")));
    run.wait_for_output("ready\n");
    BOOST_TEST(wait_for(on, "first", "1"));
    second.open();
    BOOST_TEST(wait_for(on, "second", "22"));
    third.open();
    BOOST_TEST(run.wait().code == 0);
    BOOST_TEST(detail(on, "third") == "3");
    BOOST_TEST(detail(on, "fourth") == "4");
}

BOOST_AUTO_TEST_CASE(what_is_no_report_is_named_and_counted_and_loses_nothing_else) {
    platform on;
    process run(on.run(
        {}, shell("f=$TASK_AGENT_STATUS_FILE; echo before=1 >>$f; echo hello >>$f; echo '{\"a\": ' >>$f; "
                  "head -c 1100000 /dev/zero | tr '\\0' x >>$f; echo >>$f; echo after=1 >>$f; "
                  "printf torn=1 >>$f; exit 3")));
    auto const end = run.wait();
    BOOST_TEST(end.code == 3);
    BOOST_TEST(detail(on, "before") == "1");
    BOOST_TEST(detail(on, "after") == "1");
    BOOST_TEST(detail(on, "torn") == "(none)");
    BOOST_TEST(text_at(on.task(), "/error_details/lost/report_lines") == "4");
    for (auto const* why : {"it is neither a JSON object nor KEY=VALUE: \"hello\"", "line 1",
                            "it is longer than 1048576 bytes", "it has no end"})
        BOOST_TEST(end.err.find(why) != std::string::npos, why << " is not in " << end.err);
}

BOOST_AUTO_TEST_CASE(details_without_end_are_refused_where_a_megabyte_is_reached) {
    platform on;
    process run(on.run(
        {}, shell("f=$TASK_AGENT_STATUS_FILE; v=$(head -c 100000 /dev/zero | tr '\\0' x); i=0; "
                  "while [ $i -lt 12 ]; do i=$((i + 1)); echo key$i=$v >>$f; done; echo small=1 >>$f")));
    auto const end = run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(detail(on, "key10").size() == 100000U);
    BOOST_TEST(detail(on, "key11") == "(none)");
    BOOST_TEST(detail(on, "small") == "1");
    BOOST_TEST(detail(on, "agent/skipped_reports") == "2");
    BOOST_TEST(
        end.err.find("with it all details together are longer than 1048576 bytes") != std::string::npos,
        end.err);
}

BOOST_AUTO_TEST_CASE(a_report_is_movement) {
    platform on;
    process run(
        on.run({"--stall-timeout=2s", "--on-stall=stop"},
               shell("for i in 1 2 3 4 5 6 7; do sleep 0.6; echo i=$i >>$TASK_AGENT_STATUS_FILE; done")));
    BOOST_TEST(run.wait().code == 0);
    BOOST_TEST(on.task_status() == "completed");
    BOOST_TEST(detail(on, "error_report") == "(none)");
}

BOOST_AUTO_TEST_CASE(a_checkpoint_that_is_saved_ends_the_wait_between_two_signals) {
    platform on;
    process run(on.run(
        {"--stop-sequence=USR1:30s,TERM:5s", "--stop-budget=60s"},
        shell("trap 'echo checkpoint_saved=/ckpt/7 >>$TASK_AGENT_STATUS_FILE' USR1; trap 'exit 0' TERM; "
              "echo ready; while :; do sleep 0.1; done")));
    run.wait_for_output("ready\n");
    run.signal(SIGTERM);
    auto const end = run.wait();
    BOOST_TEST(end.code == 0);
    BOOST_TEST(end.took < 15s);
    BOOST_TEST(on.task_status() == "completed");
    BOOST_TEST(detail(on, "checkpoint_saved") == "/ckpt/7");
    BOOST_TEST(detail(on, "agent/checkpoint_age_seconds") != "(none)");
}

BOOST_AUTO_TEST_CASE(secrets_are_masked_in_values_and_in_what_is_skipped) {
    platform on;
    auto command = on.run({}, shell("echo \"note=it is $A_TOKEN\" >>$TASK_AGENT_STATUS_FILE; "
                                    "echo \"$A_TOKEN\" >>$TASK_AGENT_STATUS_FILE"));
    command.env["A_TOKEN"] = "hunter2hunter2";
    process run(command);
    auto const end = run.wait();
    BOOST_TEST(detail(on, "note") == "it is ***");
    BOOST_TEST(end.err.find("\"***\"") != std::string::npos, end.err);
    BOOST_TEST(end.err.find("hunter2") == std::string::npos, end.err);
}

BOOST_AUTO_TEST_CASE(the_folder_is_private_follows_tmpdir_and_is_gone_afterwards) {
    platform on;
    temp_dir const dir;
    auto command =
        on.run({}, shell("stat -c '%a %n' $(dirname $TASK_AGENT_STATUS_FILE) $TASK_AGENT_STATUS_FILE"));
    command.env["TMPDIR"] = dir.path();
    process run(command);
    auto const end = run.wait();
    BOOST_TEST(end.out.starts_with("700 " + dir.path() + "/task-agent-"), end.out);
    BOOST_TEST(end.out.find("\n600 " + dir.path() + "/task-agent-") != std::string::npos, end.out);
    BOOST_TEST(std::filesystem::is_empty(dir.path()));
}

BOOST_AUTO_TEST_CASE(a_workload_of_another_user_reports_too) {
    if (::geteuid() != 0) return;  // only root may give the file away
    platform on;
    process run(on.run({"--user=54321"}, shell("echo who=$(id -u) >>$TASK_AGENT_STATUS_FILE")));
    BOOST_TEST(run.wait().code == 0);
    BOOST_TEST(detail(on, "who") == "54321");
}

BOOST_AUTO_TEST_CASE(without_anybody_to_report_to_there_is_no_file) {
    process run(
        {{agent(), "run", "--", "sh", "-c", "echo \"<$TASK_AGENT_STATUS_FILE>\""}, plain_environment()});
    BOOST_TEST(run.wait().out == "<>\n");
}

BOOST_AUTO_TEST_SUITE_END()
