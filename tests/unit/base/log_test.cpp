#include "task_agent/base/log.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace ta = task_agent;

namespace {

struct recorded final : ta::log_sink {
    std::vector<std::string> lines;
    void write_line(std::string_view line) override { lines.emplace_back(line); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(log_tests)

BOOST_AUTO_TEST_CASE(a_message_is_one_prefixed_line_whatever_it_holds) {
    recorded sink;
    ta::logger const log(ta::log_level::warn, sink);
    log.warn("first\nsecond\rthird");
    BOOST_TEST(sink.lines.size() == 1U);
    BOOST_TEST(sink.lines[0] == "task-agent: warn: first second third");
}

BOOST_AUTO_TEST_CASE(levels_above_the_chosen_one_stay_silent) {
    recorded sink;
    ta::logger const log(ta::log_level::warn, sink);
    log.info("x");
    log.debug("x");
    BOOST_TEST(sink.lines.empty());
    log.error("y");
    BOOST_TEST(sink.lines.size() == 1U);
    ta::logger().error("a default logger has nowhere to write");
}

BOOST_AUTO_TEST_SUITE_END()
