#include "task_agent/trace/cause.hpp"
#include "task_agent/trace/trace_weight.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const border(60, '=');
std::string const line(60, '-');

std::string row(int rank, std::string const& code, std::string const& said) {
    return "[" + std::to_string(rank) +
           "]:\n  time      : 2026-11-22_12:00:00\n  host      : node1\n  rank      : " +
           std::to_string(rank) + " (local_rank: 0)\n  exitcode  : " + code +
           " (pid: 123)\n  error_file: <N/A>\n  traceback : " + said + "\n";
}

std::string launcher(std::string const& others, std::string const& root) {
    return "Traceback (most recent call last):\n"
           "  File \"/usr/bin/torchrun\", line 8, in <module>\n"
           "    sys.exit(main())\n"
           "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: \n" +
           border + "\ntrain.py FAILED\n" + line + "\nFailures:\n" + others + line +
           "\nRoot Cause (first observed failure):\n" + root + border + "\n";
}

std::string const hint = "To enable traceback see: https://pytorch.org/docs/stable/elastic/errors.html";

std::string trace_of(std::string const& tag, std::string const& raised) {
    return tag + "Traceback (most recent call last):\n" + tag +
           "  File \"/app/train.py\", line 3, in step\n" + tag + "    fail()\n" + tag + raised + "\n";
}

std::string message_for(std::string const& log) {
    auto const found = tr::traces_in(log);
    tr::end_facts facts;
    facts.exit = task_agent::exit_status{};
    facts.err_traces = found;
    return tr::choose_cause(facts).message;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(python_launcher_tests)

BOOST_AUTO_TEST_CASE(the_table_belongs_to_the_launchers_trace_and_names_the_rank) {
    std::string const text =
        launcher(row(3, "1", hint), row(1, "-9", "Signal 9 (SIGKILL) received by PID 123"));
    auto const found = tr::traces_in(text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::summary));
    BOOST_TEST(found[0].exception.rank.value_or(-1) == 1);
    BOOST_TEST(found[0].exception.message == "train.py FAILED");
    BOOST_TEST(found[0].root_line == "exitcode -9: Signal 9 (SIGKILL) received by PID 123");
    BOOST_TEST(found[0].text == text);
}

BOOST_AUTO_TEST_CASE(a_traceback_inside_the_table_is_what_was_raised) {
    auto const found = tr::traces_in(
        launcher("  <NO_OTHER_FAILURES>\n",
                 row(2, "1",
                     "Traceback (most recent call last):\n    File \"/app/train.py\", line 3, in step\n"
                     "      fail()\n  ValueError: bad batch\n  ")));
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].root_line == "ValueError: bad batch");
    BOOST_TEST(found[0].exception.rank.value_or(-1) == 2);
}

BOOST_AUTO_TEST_CASE(the_trace_of_the_rank_that_is_named_goes_before_those_of_its_peers) {
    std::string const table = launcher(row(0, "1", hint), row(1, "1", hint));
    std::string const said = message_for(trace_of("[rank0]: ", "ValueError: first printed") +
                                         trace_of("[rank1]: ", "ValueError: first failed") + table);
    BOOST_TEST(said == "ValueError: first failed on rank 1");
}

BOOST_AUTO_TEST_CASE(a_rank_that_was_killed_is_told_by_the_launcher_not_by_its_peers) {
    std::string const said =
        message_for(trace_of("[rank0]: ", "RuntimeError: Connection closed by peer [10.0.0.2]:1") +
                    launcher(row(0, "1", hint), row(1, "-9", "Signal 9 (SIGKILL) received by PID 123")));
    BOOST_TEST(said.find("SIGKILL") != std::string::npos);
    BOOST_TEST(said.ends_with(" on rank 1"));
}

BOOST_AUTO_TEST_CASE(a_table_that_breaks_off_ends_at_strange_lines) {
    std::string text = launcher("", "");
    text = text.substr(0, text.find("Failures:"));
    for (int i = 0; i < 100; ++i)
        text += "other output\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(!found[0].exception.rank.has_value());
    BOOST_TEST(found[0].text.ends_with(line + "\n"));
}

constexpr char const* const parent_of_a_step =
    "Traceback (most recent call last):\n  File \"run.py\", line 9, in main\n    check_call(step)\n"
    "  File \"/usr/lib/python3.11/subprocess.py\", line 413, in check_call\n"
    "    raise CalledProcessError(retcode, cmd)\n"
    "subprocess.CalledProcessError: Command '['step']' returned non-zero exit status 1.\n";

BOOST_AUTO_TEST_CASE(a_child_tells_more_than_the_parent_that_tells_of_its_code) {
    std::string const child =
        "Traceback (most recent call last):\n  File \"step.py\", line 4, in load\n    return rows[0]\n"
        "IndexError: list index out of range\n";
    auto const found = tr::traces_in("starting\n" + child + parent_of_a_step);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(tr::weight_of(found[0]) > tr::weight_of(found[1]));
    BOOST_TEST(found[0].exception.type == "IndexError");
    BOOST_TEST(found[1].exception.frames.back().function == "check_call");
}

BOOST_AUTO_TEST_CASE(what_a_child_without_a_trace_said_directly_above_its_parents_tells_more) {
    std::string const said = "step: plan.bin is not readable: no such key\n";
    auto const found = tr::traces_in("starting\n" + said + "step: 3 rows\n" + parent_of_a_step);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].exception.message == "plan.bin is not readable: no such key");
    BOOST_TEST(!found[0].is_guess);
    BOOST_TEST(tr::weight_of(found[0]) > tr::weight_of(found[1]));
    // what stands further above may be the parent's own
    std::string rows;
    for (int i = 0; i < 8; ++i)
        rows += "row " + std::to_string(i) + "\n";
    auto const far = tr::traces_in("starting\n" + said + rows + parent_of_a_step);
    BOOST_REQUIRE(far.size() == 1u);
    BOOST_TEST(far[0].exception.type == "subprocess.CalledProcessError");
}

BOOST_AUTO_TEST_SUITE_END()
