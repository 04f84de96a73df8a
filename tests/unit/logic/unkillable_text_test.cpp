#include "task_agent/logic/unkillable_text.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

BOOST_AUTO_TEST_SUITE(unkillable_text_tests)

BOOST_AUTO_TEST_CASE(a_process_is_named_with_everything_that_could_be_read_about_its_wait) {
    BOOST_TEST(ta::unkillable_text({{12, "python3", 'D', "nfs_wait_bit_killable", 0}}) ==
               "not ended 5 s after SIGKILL: process 12 (python3) waits in the kernel, state D, at "
               "nfs_wait_bit_killable, system call 0");
    BOOST_TEST(ta::unkillable_text({{12, "sh", 't', "", {}}}) ==
               "not ended 5 s after SIGKILL: process 12 (sh) held by a debugger, state t");
}

BOOST_AUTO_TEST_CASE(of_many_the_first_four_are_named_and_the_rest_counted) {
    std::vector<ta::stuck_process> many(6, {7, "a", 'D', "", {}});
    auto const text = ta::unkillable_text(many);
    std::size_t named = 0;
    for (auto at = text.find("(a)"); at != std::string::npos; at = text.find("(a)", at + 1))
        ++named;
    BOOST_TEST(named == 4U);
    BOOST_TEST(text.ends_with("; and 2 more"));
}

BOOST_AUTO_TEST_CASE(without_proc_the_fact_alone_is_told) {
    BOOST_TEST(ta::unkillable_text({}) == "not ended 5 s after SIGKILL");
}

BOOST_AUTO_TEST_SUITE_END()
