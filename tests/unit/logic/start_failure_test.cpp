#include "task_agent/logic/start_failure.hpp"

#include <boost/system/system_category.hpp>
#include <boost/test/unit_test.hpp>

#include <cerrno>

namespace ta = task_agent;

namespace {

ta::error_code code(int number) {
    return {number, boost::system::system_category()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(start_failure_tests)

BOOST_AUTO_TEST_CASE(not_found_is_127_and_says_where_it_was_looked_for) {
    auto const by_name = ta::explain_exec_failure("trian", "/usr/bin/trian", code(ENOENT));
    BOOST_TEST(by_name.exit_code == 127);
    BOOST_TEST(by_name.sentence == "cannot start trian: not found in any folder of PATH");
    auto const by_path = ta::explain_exec_failure("./run.sh", "./run.sh", code(ENOENT));
    BOOST_TEST(by_path.exit_code == 127);
    BOOST_TEST(by_path.sentence.find("./run.sh") != std::string::npos);
    BOOST_TEST(ta::explain_exec_failure("a/b", "a/b", code(ENOTDIR)).exit_code == 127);
}

BOOST_AUTO_TEST_CASE(not_runnable_is_126_and_names_the_file_and_the_reason) {
    for (int const number : {EACCES, ENOEXEC, E2BIG, ELOOP, ENOMEM, ETXTBSY}) {
        auto const failure = ta::explain_exec_failure("tool", "/opt/tool", code(number));
        BOOST_TEST(failure.exit_code == 126);
        BOOST_TEST(failure.sentence.find("tool") != std::string::npos);
    }
    BOOST_TEST(ta::explain_exec_failure("tool", "/opt/tool", code(EACCES)).sentence.find("/opt/tool") !=
               std::string::npos);
    BOOST_TEST(ta::explain_exec_failure("tool", "/opt/tool", code(ENOEXEC)).sentence.find("architecture") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_fails_before_the_program_is_reached_is_125) {
    auto const failure =
        ta::explain_preparation_failure("enter the working directory", "/data", code(ENOENT));
    BOOST_TEST(failure.exit_code == 125);
    BOOST_TEST(failure.sentence == "cannot enter the working directory /data: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()
