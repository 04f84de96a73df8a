#include "task_agent/run/log_file.hpp"

#include "support/temp_dir.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(log_file_tests)

BOOST_AUTO_TEST_CASE(lines_are_appended_with_the_time_in_front) {
    support::temp_dir dir;
    support::write_file(dir / "log", "earlier\n");
    {
        auto const file = ta::open_log_file(dir / "log");
        BOOST_REQUIRE(file.has_value());
        (*file)->write_line("task-agent: one");
        (*file)->write_line("task-agent: two");
    }
    auto const text = support::read_file(dir / "log");
    BOOST_TEST(text.starts_with("earlier\n20"));
    BOOST_TEST(text.find("Z task-agent: one\n") != std::string::npos);
    BOOST_TEST(text.ends_with("Z task-agent: two\n"));
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_opened_is_named) {
    auto const file = ta::open_log_file("/no/such/folder/log");
    BOOST_REQUIRE(file.has_error());
    BOOST_TEST(file.error().text ==
               "cannot open the log file /no/such/folder/log: No such file or directory");
}

BOOST_AUTO_TEST_SUITE_END()
