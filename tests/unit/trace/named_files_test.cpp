#include "task_agent/trace/runtime_files/named_files.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;
namespace tr = task_agent::trace;

namespace {

std::vector<tr::named_file> named_in(std::string_view text) {
    std::vector<tr::named_file> named;
    tr::find_named_files(text, named);
    return named;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(named_files_tests)

BOOST_AUTO_TEST_CASE(the_jvm_says_on_the_next_line_where_it_wrote) {
    auto const named = named_in(
        "#\n# An error report file with more information is saved as:\n# /app/my "
        "logs/hs_err_pid123.log\n#\n");
    BOOST_REQUIRE(named.size() == 1U);
    BOOST_TEST((named[0].kind == ta::runtime_file_kind::jvm_crash));
    BOOST_TEST(named[0].path == "/app/my logs/hs_err_pid123.log");
    // below a launcher's tag
    auto const tagged = named_in(
        "[rank0]: # An error report file with more information is saved as:\n[rank0]: # /logs/crash.txt\r\n");
    BOOST_REQUIRE(tagged.size() == 1U);
    BOOST_TEST(tagged[0].path == "/logs/crash.txt");
}

BOOST_AUTO_TEST_CASE(node_names_a_file_in_its_folder) {
    auto const named = named_in(
        "\nWriting Node.js report to file: report.20261126.150939.1.0.001.json\nNode.js report completed\n");
    BOOST_REQUIRE(named.size() == 1U);
    BOOST_TEST((named[0].kind == ta::runtime_file_kind::node_report));
    BOOST_TEST(named[0].path == "report.20261126.150939.1.0.001.json");
}

BOOST_AUTO_TEST_CASE(the_table_of_torchrun_names_a_file_a_rank) {
    auto const named = named_in(
        "Failures:\n[0]:\n  time      : 2026-11-26_15:09:39\n  rank      : 3 (local_rank: 1)\n"
        "  exitcode  : 1 (pid: 7)\n  error_file: /tmp/l/attempt_0/1/error.json\n"
        "Root Cause (first observed failure):\n[1]:\n  rank      : 2 (local_rank: 0)\n"
        "  error_file: /tmp/l/attempt_0/0/error.json\n  traceback : x\n"
        "[2]:\n  rank      : 4 (local_rank: 2)\n  error_file: <N/A>\n");
    BOOST_REQUIRE(named.size() == 2U);
    BOOST_TEST((named[0].kind == ta::runtime_file_kind::torch_error));
    BOOST_TEST(named[0].path == "/tmp/l/attempt_0/1/error.json");
    BOOST_TEST(named[0].rank.value() == 3);
    BOOST_TEST(named[1].path == "/tmp/l/attempt_0/0/error.json");
    BOOST_TEST(named[1].rank.value() == 2);
}

BOOST_AUTO_TEST_CASE(each_once_and_of_too_many_the_last) {
    std::string text;
    for (int n = 0; n < 50; ++n)
        text += "  error_file: /l/" + std::to_string(n % 20) + "/error.json\n";
    auto const named = named_in(text);
    BOOST_REQUIRE(named.size() == tr::most_named_files);
    BOOST_TEST(named.back().path == "/l/9/error.json");
    BOOST_TEST(named.front().path == "/l/2/error.json");
}

BOOST_AUTO_TEST_CASE(a_path_without_an_end_or_a_sense_is_none) {
    BOOST_TEST(named_in("# An error report file with more information is saved as:").empty());
    BOOST_TEST(named_in("error_file: \nerror_file: relative/error.json\n").empty());
    BOOST_TEST(named_in("error_file: /" + std::string(5000, 'x') + "\n").empty());
    BOOST_TEST(named_in("").empty());
}

BOOST_AUTO_TEST_CASE(names_that_runtimes_make_up) {
    BOOST_TEST(tr::is_jvm_crash_name("hs_err_pid123.log"));
    for (auto const* name :
         {"hs_err_pid.log", "hs_err_pid12.log.1", "hs_err_pidx.log", "my_hs_err_pid1.log", ""})
        BOOST_TEST(!tr::is_jvm_crash_name(name), name);
    BOOST_TEST(tr::is_node_report_name("report.20261126.150939.20927.0.001.json"));
    for (auto const* name : {"report.json", "report.20261126.150939.20927.0.json", "report.a.b.c.d.e.json",
                             "report.1.2.3.4.5.6.json", "report.1.2.3.4.5.json.gz"})
        BOOST_TEST(!tr::is_node_report_name(name), name);
}

BOOST_AUTO_TEST_SUITE_END()
