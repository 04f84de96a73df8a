#include "task_agent/config/stop_sequence_text.hpp"

#include <boost/test/unit_test.hpp>

#include <csignal>

namespace ta = task_agent;
using namespace std::chrono_literals;
using rungs = std::vector<ta::stop_rung>;

namespace {

std::string fault(std::string_view text) {
    auto const parsed = ta::parse_stop_sequence(text);
    return parsed ? "none" : parsed.error().text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stop_sequence_text_tests)

BOOST_AUTO_TEST_CASE(rungs_keep_their_order_and_take_every_spelling_of_a_signal) {
    BOOST_TEST((ta::parse_stop_sequence("USR1:30s,TERM:8s").value() == rungs{{SIGUSR1, 30s}, {SIGTERM, 8s}}));
    BOOST_TEST((ta::parse_stop_sequence("SIGINT:250ms").value() == rungs{{SIGINT, 250ms}}));
    BOOST_TEST(
        (ta::parse_stop_sequence("15:0,RTMIN+3:1m30s").value() == rungs{{SIGTERM, 0s}, {SIGRTMIN + 3, 90s}}));
}

BOOST_AUTO_TEST_CASE(a_mistake_names_the_rung_and_what_is_allowed) {
    std::string const allowed = "; allowed are values like USR1:30s,TERM:8s";
    BOOST_TEST(fault("USR1:30s,TERM") == "no stop sequence: \"TERM\" has no duration" + allowed);
    BOOST_TEST(fault("TERM:soon") == "no stop sequence: \"TERM:soon\" has no duration" + allowed);
    BOOST_TEST(fault("TREM:1s") == "no stop sequence: \"TREM:1s\" names no signal" + allowed);
    BOOST_TEST(fault("TERM:8s,") == "no stop sequence: \"\" has no duration" + allowed);
    BOOST_TEST(fault("KILL:1s") == "no stop sequence: \"KILL:1s\" cannot be caught" + allowed);
    BOOST_TEST(fault("STOP:1s") == "no stop sequence: \"STOP:1s\" cannot be caught" + allowed);
    BOOST_TEST(fault("TERM:25h") == "no stop sequence: \"TERM:25h\" waits for more than a day" + allowed);
}

BOOST_AUTO_TEST_CASE(a_single_signal_takes_the_same_spellings_and_none_that_cannot_be_caught) {
    BOOST_TEST(ta::parse_stop_signal("USR1").value() == SIGUSR1);
    BOOST_TEST(ta::parse_stop_signal("SIGTERM").value() == SIGTERM);
    BOOST_TEST(ta::parse_stop_signal("2").value() == SIGINT);
    for (auto const* text : {"", "KILL", "STOP", "9", "TREM", "0"})
        BOOST_TEST(!ta::parse_stop_signal(text));
}

BOOST_AUTO_TEST_CASE(eight_rungs_pass_and_nine_do_not) {
    std::string text = "HUP:1s";
    for (int i = 1; i < 8; ++i)
        text += ",HUP:1s";
    BOOST_TEST(ta::parse_stop_sequence(text).value().size() == 8U);
    BOOST_TEST(fault(text + ",HUP:1s") == "too long; allowed are 8 signals at most");
}

BOOST_AUTO_TEST_SUITE_END()
