#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const rule(75, '-');
std::string const header = "ValueError                                Traceback (most recent call last)\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(ipython_tests)

BOOST_AUTO_TEST_CASE(a_cell_that_failed_is_read_from_the_rule_to_what_was_raised) {
    std::string const text = rule + "\n" + header +
                             "Cell In[3], line 2\n      1 rows = []\n----> 2 load(rows)\n\n"
                             "File /app/load.py:7, in load(rows)\n      6 if not rows:\n"
                             "----> 7     raise ValueError(\"no rows\")\n\nValueError: no rows\n";
    auto const found = tr::traces_in("start\n" + text + "Executing: 40%\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    auto const& e = found[0].exception;
    BOOST_TEST(e.type == "ValueError");
    BOOST_TEST(e.message == "no rows");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[0].line == 2);
    BOOST_TEST(e.frames[1].file == "/app/load.py");
    BOOST_TEST(e.frames[1].line == 7);
    BOOST_TEST(e.frames[1].function == "load");
}

BOOST_AUTO_TEST_CASE(older_versions_tell_the_line_by_the_arrow) {
    auto const found =
        tr::traces_in(rule + "\n" + header +
                      "<ipython-input-3-f00> in <module>\n      1 rows = []\n----> 2 load(rows)\n\n"
                      "/app/load.py in load(rows)\n---> 17     raise ValueError(\"no rows\")\n\n"
                      "ValueError: no rows\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 2);
    BOOST_TEST(found[0].exception.frames[1].line == 17);
    BOOST_TEST(found[0].exception.frames[1].function == "load");
}

BOOST_AUTO_TEST_CASE(a_chain_has_one_rule_and_the_last_exception_is_its_own) {
    auto const found =
        tr::traces_in(rule +
                      "\nKeyError                                  Traceback (most recent call last)\n"
                      "Cell In[3], line 2\n----> 2 rows[1]\n\nKeyError: 1\n\n"
                      "During handling of the above exception, another exception occurred:\n\n" +
                      header + "Cell In[3], line 4\n----> 4 stop()\n\nValueError: no rows\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "ValueError");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].root_line == "KeyError: 1");
}

BOOST_AUTO_TEST_CASE(a_header_that_breaks_off_is_none) {
    BOOST_TEST(tr::traces_in(header + "Cell In[3], line 2\n").empty());
    BOOST_TEST(tr::traces_in("see the Traceback (most recent call last)\nx\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
