#include "task_agent/wire/failure_codec.hpp"

#include "task_agent/wire/json_value.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(failure_codec_tests)

BOOST_AUTO_TEST_CASE(only_what_applies_is_in_it) {
    ta::failure_report report;
    report.message = "exit code 3";
    report.exit = ta::exit_status{3, 0, false};
    BOOST_TEST(ta::encode_failure(report) ==
               R"({"message":"exit code 3","reason":"exit_code","exit_code":3})");
}

BOOST_AUTO_TEST_CASE(what_never_started_has_neither_code_nor_signal) {
    ta::failure_report report;
    report.message = "no such file";
    report.reason = ta::failure_reason::start_failed;
    BOOST_TEST(ta::encode_failure(report) == R"({"message":"no such file","reason":"start_failed"})");
}

BOOST_AUTO_TEST_CASE(a_signal_has_its_name_and_core_but_no_code) {
    ta::failure_report report;
    report.reason = ta::failure_reason::signal;
    report.exit = ta::exit_status{0, SIGSEGV, true};
    BOOST_TEST(ta::encode_failure(report) ==
               R"({"message":"","reason":"signal","signal":11,"signal_name":"SIGSEGV","core_dumped":true})");
}

BOOST_AUTO_TEST_CASE(a_full_report_carries_every_key_of_the_contract) {
    ta::failure_report report;
    report.message = "CUDA out of memory";
    report.exit = ta::exit_status{1, 0, false};
    ta::exception_info exception;
    exception.language = "python";
    exception.type = "RuntimeError";
    exception.message = "boom \xFF";
    exception.rank = 0;
    exception.frames = {{"train.py", 12, "main"}, {"lib.so", 0, ""}};
    exception.chain = {{"KeyError", "'x'"}};
    report.exception = exception;
    report.category = "cuda_oom";
    report.hint = "smaller batch";
    report.retryable = "no";
    report.oom_kills = 2;
    ta::resource_usage usage;
    usage.wall_seconds = 1.5;
    usage.max_rss_bytes = 1024;
    usage.memory_limit_bytes = 4096;
    report.usage = usage;
    report.last_output = {"one", "two"};
    report.command = "python train.py";
    report.host = "node7";
    report.agent_version = "0.1.0";
    report.lost = {{"frames", 3}};
    report.stack = "not part of error_details";
    auto const text = ta::encode_failure(report);
    BOOST_TEST(
        text ==
        R"({"message":"CUDA out of memory","reason":"exit_code","exit_code":1,"exception":{"language":"python",)"
        R"("type":"RuntimeError","message":"boom )"
        "\xEF\xBF\xBD"
        R"(","rank":0,"frames":[{"file":"train.py","line":12,"function":"main"},{"file":"lib.so"}],)"
        R"("chain":[{"type":"KeyError","message":"'x'"}]},"category":"cuda_oom","hint":"smaller batch",)"
        R"("retryable":"no","oom_kills":2,"usage":{"wall_seconds":1.5,"user_seconds":0.0,"system_seconds":0.0,)"
        R"("max_rss_bytes":1024,"memory_limit_bytes":4096},"last_output":["one","two"],)"
        R"("command":"python train.py","host":"node7","agent_version":"0.1.0","lost":{"frames":3}})");
    BOOST_TEST(ta::checked_json(text).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
