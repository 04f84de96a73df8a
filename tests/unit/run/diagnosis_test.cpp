#include "task_agent/run/diagnosis.hpp"

#include "task_agent/logic/report_text.hpp"
#include "task_agent/wire/failure_codec.hpp"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <csignal>
#include <string>

namespace ta = task_agent;

namespace {

ta::time_point const t0{std::chrono::seconds(100)};

ta::end_of_workload exited(int code) {
    ta::end_of_workload end;
    end.exit = ta::exit_status();
    end.exit->code = code;
    end.command = {"python3", "train.py", "--name", "two words"};
    end.host = "node-7";
    end.stack_limit = 64 * 1024;
    end.ended_at = t0;
    return end;
}

ta::failure_report diagnose(ta::end_of_workload const& end, std::string_view out, std::string_view err) {
    ta::output_watch out_watch;
    ta::output_watch err_watch;
    out_watch.on_bytes(out, t0);
    err_watch.on_bytes(err, t0);
    out_watch.finish(t0);
    err_watch.finish(t0);
    return ta::diagnose(end, out_watch, err_watch);
}

constexpr char trace[] =
    "Traceback (most recent call last):\n"
    "  File \"train.py\", line 3, in <module>\n"
    "    step()\n"
    "ValueError: bad\n";

std::string torchrun_table(std::string const& others, std::string const& traceback) {
    return "Traceback (most recent call last):\n"
           "  File \"/opt/conda/bin/torchrun\", line 8, in <module>\n"
           "    raise ChildFailedError(\n"
           "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: \n"
           "============================================================\n"
           "train.py FAILED\n"
           "------------------------------------------------------------\n"
           "Failures:\n" +
           others +
           "------------------------------------------------------------\n"
           "Root Cause (first observed failure):\n"
           "[0]:\n"
           "  rank      : 2 (local_rank: 2)\n"
           "  exitcode  : 1 (pid: 13)\n"
           "  error_file: <N/A>\n"
           "  traceback : " +
           traceback + "\n============================================================\n";
}

ta::trace::found_trace left_trace(std::string const& type, std::string const& message) {
    ta::trace::found_trace made;
    made.exception.language = "python";
    made.exception.type = type;
    made.exception.message = message;
    made.exception.frames = {{"main.py", 9, "<module>"}, {"train.py", 3, "step"}};
    made.cause_line = type + ": " + message;
    made.text = "/l/error.json, written by torchelastic:\n" + made.cause_line + "\n";
    made.first_seen = made.last_seen = t0;
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnosis_tests)

BOOST_AUTO_TEST_CASE(a_secret_that_shows_in_a_finished_text_is_masked_in_every_one) {
    std::vector<std::string> const values = {"supersecretvalue123"};
    ta::secret_set const secrets(values);
    auto end = exited(1);
    end.secrets = &secrets;
    auto left = left_trace("Supersecretvalue123.supersecretvalue123", "bad supersecretvalue123");
    left.exception.frames.front() = {"/supersecretvalue123/a.py", 3, "supersecretvalue123"};
    left.exception.chain = {{"supersecretvalue123", "supersecretvalue123"}};
    end.files.traces = {left};
    // as if the watches had known of no secret
    auto const report = diagnose(end, "supersecretvalue123 was printed\n", "and supersecretvalue123\n");
    BOOST_REQUIRE(report.exception.has_value());
    BOOST_REQUIRE(report.last_output.size() == 2U);
    BOOST_TEST(report.exception->message == "bad ***");
    BOOST_TEST(report.exception->chain.front().message == "***");
    auto const all = ta::encode_failure(report) + report.stack + ta::report_tail(report, true) +
                     ta::termination_summary(report);
    BOOST_TEST(all.find("supersecretvalue123") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_trace_on_either_stream_gives_message_exception_and_stack) {
    for (bool const on_stdout : {false, true}) {
        auto const report = diagnose(exited(1), on_stdout ? trace : "", on_stdout ? "" : trace);
        BOOST_TEST(report.message == "ValueError: bad");
        BOOST_REQUIRE(report.exception.has_value());
        BOOST_TEST(report.exception->type == "ValueError");
        BOOST_TEST(report.exception->frames.size() == 1U);
        BOOST_TEST(report.stack == trace);
        BOOST_TEST(report.command == "python3 train.py --name 'two words'");
        BOOST_TEST(report.host == "node-7");
    }
}

// contract 3: no trace found - the last output of stderr, then stdout
BOOST_AUTO_TEST_CASE(without_a_trace_the_end_of_stderr_counts_and_without_it_that_of_stdout) {
    auto const from_err = diagnose(exited(3), "on stdout\n", "first\nno space left\n");
    BOOST_TEST(from_err.message == "exit code 3; last output: no space left");
    BOOST_TEST(from_err.stack == "first\nno space left\n");
    auto const guessed = diagnose(exited(3), "", "first\nload: no file 'a'\nremoving the lock\n3 of 4\n");
    BOOST_TEST(guessed.message == "exit code 3: load: no file 'a'");
    BOOST_TEST(guessed.stack == "first\nload: no file 'a'\nremoving the lock\n3 of 4\n");
    auto const from_out = diagnose(exited(3), "on stdout\n", "");
    BOOST_TEST(from_out.message == "exit code 3; last output: on stdout");
    BOOST_TEST(from_out.stack == "on stdout\n");
    auto const silent = diagnose(exited(3), "", "");
    BOOST_TEST(silent.message == "exit code 3, without any output");
    BOOST_TEST(silent.stack == "");
}

BOOST_AUTO_TEST_CASE(what_was_lost_is_counted_and_nothing_else_is_listed) {
    auto end = exited(1);
    end.lost = {{"stdout_bytes", 5}, {"stderr_bytes", 0}};
    auto const report = diagnose(end, "", std::string(100'000, 'x') + "\n");
    BOOST_TEST(report.lost.size() == 2U);
    BOOST_TEST(report.lost.at("stdout_bytes") == 5U);
    BOOST_TEST(report.lost.at("cut_lines") == 1U);
}

BOOST_AUTO_TEST_CASE(the_document_holds_the_keys_of_the_contract_as_they_apply) {
    auto end = exited(0);
    end.exit->code = 0;
    end.exit->signal = SIGSEGV;
    end.exit->core_dumped = true;
    end.reason = ta::failure_reason::signal;
    auto const document = boost::json::parse(ta::encode_failure(diagnose(end, "", ""))).as_object();
    BOOST_TEST(document.at("reason").as_string() == "signal");
    BOOST_TEST(document.at("signal").as_int64() == SIGSEGV);
    BOOST_TEST(document.at("signal_name").as_string() == "SIGSEGV");
    BOOST_TEST(document.at("core_dumped").as_bool());
    BOOST_TEST(!document.contains("exception"));
    BOOST_TEST(!document.contains("lost"));
    BOOST_TEST(document.at("message").as_string().starts_with("killed by SIGSEGV"));
}

// contract 4, "Out of memory"
BOOST_AUTO_TEST_CASE(an_oom_kill_is_the_cause_and_an_older_trace_is_not) {
    auto end = exited(0);
    end.exit->signal = SIGKILL;
    end.reason = ta::failure_reason::oom_killed;
    end.usage = ta::resource_usage();
    end.memory = {1, 536870912, 536870912};
    auto const report = diagnose(end, "", trace);
    BOOST_TEST(report.message == "out of memory: killed by the kernel at 512 MiB of 512 MiB (cgroup limit)");
    BOOST_TEST(!report.exception.has_value());
    auto const document = boost::json::parse(ta::encode_failure(report)).as_object();
    BOOST_TEST(document.at("reason").as_string() == "oom_killed");
    BOOST_TEST(document.at("category").as_string() == "out_of_memory");
    BOOST_TEST(document.at("retryable").as_string() == "unknown");
    BOOST_TEST(document.at("oom_kills").as_int64() == 1);
    BOOST_TEST(document.at("hint").as_string().find("512 MiB of 512 MiB") != boost::json::string::npos);
    auto const& usage = document.at("usage").as_object();
    BOOST_TEST(usage.at("memory_peak_bytes").as_int64() == 536870912);
    BOOST_TEST(usage.at("memory_limit_bytes").as_int64() == 536870912);
}

BOOST_AUTO_TEST_CASE(a_counted_kill_gives_the_category_and_keeps_the_workloads_own_words) {
    auto end = exited(1);
    end.memory.kills = 2;
    auto const report = diagnose(end, "", trace);
    BOOST_TEST(report.message == "ValueError: bad");
    BOOST_TEST((report.reason == ta::failure_reason::exit_code));
    BOOST_TEST(report.category == "out_of_memory");
    BOOST_TEST(report.oom_kills == 2U);
}

// contract 3: category, hint and retryable of known failures
BOOST_AUTO_TEST_CASE(a_known_failure_gets_category_hint_and_retryable) {
    auto const report = diagnose(exited(1), "", "cp: error writing 'b': No space left on device\n");
    BOOST_TEST(report.category == "disk_full");
    BOOST_TEST(report.retryable == "no");
    BOOST_TEST(report.hint.find("df -h") != std::string::npos);
    auto const raised = diagnose(exited(1), "",
                                 "Traceback (most recent call last):\n"
                                 "  File \"train.py\", line 3, in <module>\n"
                                 "    import pandas\n"
                                 "ModuleNotFoundError: No module named 'pandas'\n");
    BOOST_TEST(raised.category == "missing_module");
    auto const unknown = diagnose(exited(1), "", trace);
    BOOST_TEST(unknown.category == "");
    BOOST_TEST(unknown.hint == "");
    BOOST_TEST(unknown.retryable == "");
}

BOOST_AUTO_TEST_CASE(without_a_trace_the_line_that_a_rule_knows_is_the_message) {
    auto const report = diagnose(exited(1), "",
                                 "Fetching package list: done\n"
                                 "  PackagesNotFoundError: The following packages are not available\n"
                                 "\n"
                                 "  - torchx\n"
                                 "\n"
                                 "Channels that were searched:\n"
                                 "  - main\n");
    BOOST_TEST(report.category == "package_install");
    BOOST_TEST(report.message ==
               "exit code 1: PackagesNotFoundError: The following packages are not available");
    auto const unknown = diagnose(exited(1), "", "reading\nno plan for today\n");
    BOOST_TEST(unknown.message == "exit code 1: no plan for today");
}

BOOST_AUTO_TEST_CASE(an_old_log_that_ends_with_success_has_no_known_failure) {
    std::string const log = "cp: error writing 'b': No space left on device\nfreed 3 GB\n";
    auto unknown = exited(0);
    unknown.exit.reset();
    BOOST_TEST(diagnose(unknown, "", log).category == "disk_full");
    BOOST_TEST(diagnose(unknown, "", log + "all 12 files written\n").category == "");
}

BOOST_AUTO_TEST_CASE(a_start_failure_is_known_by_the_agents_own_words) {
    ta::end_of_workload end;
    end.reason = ta::failure_reason::start_failed;
    end.known_cause = "cannot start pyhton: not found in any folder of PATH";
    BOOST_TEST(diagnose(end, "", "").category == "command_not_found");
}

BOOST_AUTO_TEST_CASE(the_users_rules_go_before_the_compiled_in_ones) {
    auto const own = ta::trace::parse_failure_rules(
        "[node_7]\ncategory = bad_node\nretryable = yes\nhint = avoid it\ncause = ValueError: bad\n", "own");
    BOOST_REQUIRE(own.problems.empty());
    auto end = exited(1);
    end.own_rules = &own.rules;
    auto const report = diagnose(end, "", trace);
    BOOST_TEST(report.category == "bad_node");
    BOOST_TEST(report.hint == "avoid it");
    BOOST_TEST(report.retryable == "yes");
}

BOOST_AUTO_TEST_CASE(what_the_kernel_counted_goes_before_any_words) {
    auto end = exited(1);
    end.memory.kills = 1;
    auto const report = diagnose(end, "", "connect: Connection refused\n");
    BOOST_TEST(report.category == "out_of_memory");
    BOOST_TEST(report.retryable == "unknown");
}

BOOST_AUTO_TEST_CASE(without_a_counted_kill_memory_is_usage_and_nothing_else) {
    auto end = exited(1);
    end.usage = ta::resource_usage();
    end.memory.limit_bytes = 4096;
    auto const report = diagnose(end, "", "");
    BOOST_TEST(report.usage->memory_limit_bytes.value() == 4096U);
    BOOST_TEST(!report.usage->memory_peak_bytes.has_value());
    BOOST_TEST(report.category == "");
    BOOST_TEST(report.hint == "");
    BOOST_TEST(!boost::json::parse(ta::encode_failure(report)).as_object().contains("oom_kills"));
}

BOOST_AUTO_TEST_CASE(a_command_is_quoted_where_a_shell_needs_it_and_cut_where_it_is_long) {
    BOOST_TEST(ta::command_text({"sh", "-c", "echo 'a'", ""}) == R"(sh -c 'echo '\''a'\''' '')");
    auto const text = ta::command_text({"x", std::string(5000, 'y')});
    BOOST_TEST(text.size() == 1024U);
    BOOST_TEST(text.ends_with(" ..."));
}

// --- files that runtimes leave (contract 9: read on failure)

BOOST_AUTO_TEST_CASE(a_file_tells_why_where_the_output_does_not) {
    auto end = exited(1);
    end.files.traces = {left_trace("KeyError", "'price'")};
    auto const report = diagnose(end, "", "giving up\n");
    BOOST_TEST(report.message == "KeyError: 'price'");
    BOOST_REQUIRE(report.exception.has_value());
    BOOST_TEST(report.exception->frames.size() == 2U);
    BOOST_TEST(report.stack == end.files.traces[0].text);
}

BOOST_AUTO_TEST_CASE(a_file_that_says_what_the_output_says_adds_nothing) {
    auto end = exited(1);
    end.files.traces = {left_trace("ValueError", "bad")};
    end.files.traces[0].exception.frames.resize(1);
    BOOST_TEST(diagnose(end, "", trace).stack == trace);
}

BOOST_AUTO_TEST_CASE(a_file_that_tells_the_same_with_more_frames_is_shown_in_its_place) {
    auto end = exited(1);
    end.files.traces = {left_trace("ValueError", "bad")};
    auto const report = diagnose(end, "", trace);
    BOOST_TEST(report.message == "ValueError: bad");
    BOOST_TEST(report.exception->frames.size() == 2U);
    BOOST_TEST(report.stack == end.files.traces[0].text);
}

BOOST_AUTO_TEST_CASE(a_file_of_another_failure_stands_in_front_of_the_cause) {
    auto end = exited(1);
    end.files.traces = {left_trace("KeyError", "'price'")};
    end.files.traces[0].first_seen = end.files.traces[0].last_seen = t0 - std::chrono::seconds(60);
    auto const report = diagnose(end, "", trace);
    BOOST_TEST(report.message == "ValueError: bad");
    BOOST_TEST(report.stack == end.files.traces[0].text + "\n" + trace);
}

BOOST_AUTO_TEST_CASE(a_file_goes_before_the_table_of_a_launcher) {
    auto end = exited(1);
    end.files.traces = {left_trace("KeyError", "'price'")};
    end.files.traces[0].exception.rank = 1;
    end.files.traces[0].source = "rank 1";
    auto const report = diagnose(end, "", "make: *** [Makefile:2: all] Error 2\n");
    BOOST_TEST(report.message == "KeyError: 'price' on rank 1");
}

// --- which rank it was

BOOST_AUTO_TEST_CASE(the_only_rank_that_a_table_names_is_that_of_the_trace_above) {
    auto const report = diagnose(exited(1), "", trace + torchrun_table("  <NO_OTHER_FAILURES>\n", "N/A"));
    BOOST_TEST(report.message == "ValueError: bad on rank 2");
    BOOST_TEST((report.exception && report.exception->rank == 2));
    std::string const other = "[1]:\n  rank      : 0 (local_rank: 0)\n  exitcode  : 1 (pid: 11)\n";
    auto const unclear = diagnose(exited(1), "", trace + torchrun_table(other, "N/A"));
    BOOST_TEST(unclear.message == "ValueError: bad");
    BOOST_TEST((unclear.exception && !unclear.exception->rank));
}

BOOST_AUTO_TEST_CASE(a_file_of_one_rank_that_tells_the_same_names_its_rank) {
    auto end = exited(1);
    end.files.traces = {left_trace("ValueError", "bad")};
    end.files.traces[0].exception.frames.resize(1);
    end.files.traces[0].exception.rank = 3;
    auto const report = diagnose(end, "", trace);
    BOOST_TEST(report.message == "ValueError: bad on rank 3");
    BOOST_TEST((report.exception && report.exception->rank == 3));
}

BOOST_AUTO_TEST_CASE(the_number_that_srun_writes_before_a_trace_is_its_rank) {
    auto const report = diagnose(exited(1), "",
                                 "2: Traceback (most recent call last):\n"
                                 "2:   File \"train.py\", line 3, in <module>\n"
                                 "2: ValueError: bad\n");
    BOOST_TEST(report.message == "ValueError: bad on rank 2");
}

BOOST_AUTO_TEST_CASE(a_traceback_that_a_table_quotes_is_the_cause_where_nobody_printed_it) {
    std::string const quoted =
        "Traceback (most recent call last):\n"
        "    File \"/app/train.py\", line 88, in collate\n"
        "      return table[key]\n"
        "  KeyError: 'price'\n"
        "  ";
    auto const report = diagnose(exited(1), "", torchrun_table("  <NO_OTHER_FAILURES>\n", quoted));
    BOOST_TEST(report.message == "KeyError: 'price' on rank 2");
    BOOST_REQUIRE(report.exception.has_value());
    BOOST_TEST(report.exception->type == "KeyError");
    BOOST_REQUIRE(report.exception->frames.size() == 1U);
    BOOST_TEST(report.exception->frames[0].function == "collate");
    BOOST_TEST(report.category == "");
}

BOOST_AUTO_TEST_CASE(files_that_could_not_be_read_are_counted) {
    auto end = exited(1);
    end.files.unread = 2;
    BOOST_TEST(diagnose(end, "", trace).lost.at("unread_files") == 2U);
}

// contract 3: secrets are masked before cutting
BOOST_AUTO_TEST_CASE(a_secret_that_a_cut_goes_through_leaves_no_part_of_it) {
    std::string const secret = "q7Zp-secret-Value-91";
    std::vector<std::string> const values = {secret};
    auto const secrets = std::make_shared<ta::secret_set const>(values);
    std::string text = "Traceback (most recent call last):\n";
    for (int n = 0; n < 60; ++n)
        text += "  File \"/app/" + secret + ".py\", line 3, in f" + secret + "\n    f('" + secret + "')\n";
    text += "ValueError: " + std::string(280, 'x') + secret + "\n";
    for (std::size_t limit = 0; limit < 6000; limit += 7) {
        ta::output_watch out_watch(secrets);
        ta::output_watch err_watch(secrets);
        // the pieces go through secrets too
        for (std::size_t at = 0; at < text.size(); at += 1 + limit % 97)
            err_watch.on_bytes(std::string_view(text).substr(at, 1 + limit % 97), t0);
        out_watch.finish(t0);
        err_watch.finish(t0);
        auto end = exited(1);
        end.secrets = secrets.get();
        end.stack_limit = limit;
        end.command = {"python3", std::string(limit, 'y') + secret};
        auto const report = ta::diagnose(end, out_watch, err_watch);
        std::string all = report.stack + report.message + report.command + ta::encode_failure(report) +
                          ta::report_tail(report, true) + ta::termination_summary(report);
        BOOST_REQUIRE(report.stack.size() <= limit);
        BOOST_REQUIRE(all.find(secret.substr(0, 4)) == std::string::npos);
        BOOST_REQUIRE(all.find(secret.substr(secret.size() - 4)) == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
