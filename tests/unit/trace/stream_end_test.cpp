#include "task_agent/trace/stream_end.hpp"

#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(stream_end_tests)

BOOST_AUTO_TEST_CASE(a_source_is_named_by_a_number_and_not_by_the_part_of_a_program) {
    BOOST_TEST(tr::source_of("[rank3]: loss 0.1") == "[rank3]:");
    BOOST_TEST(tr::source_of("2026-11-22T12:00:00.123456789Z stderr F [rank3]: loss 0.1") == "[rank3]:");
    BOOST_TEST(tr::source_of("Nov 22 12:00:00 host app[12]: x") == "host app[12]:");
    BOOST_TEST(tr::source_of("[deploy] copying") == "");
    BOOST_TEST(tr::source_of("plain text") == "");
    BOOST_TEST(tr::source_of("") == "");
}

BOOST_AUTO_TEST_CASE(the_lines_of_a_source_are_its_own_and_those_that_name_nobody) {
    auto const history = tr::history_of({"start", "[rank0]: a", "[rank1]: b", "[rank0]: c"});
    tr::stream_end const end(history);
    BOOST_TEST(end.sources() == (std::vector<std::string>{"", "[rank0]:", "[rank1]:"}),
               boost::test_tools::per_element());
    auto const own = tr::stream_end(history).lines_of("[rank0]:");
    BOOST_TEST(own.back(1, {})->text == "[rank0]: c");
    BOOST_TEST(own.back(2, {})->text == "[rank0]: a");
    BOOST_TEST(own.back(3, {})->text == "start");
    BOOST_TEST(!own.back(4, {}));
    BOOST_TEST(tr::stream_end(history).lines_of("").back(2, {})->number == 2u);
}

BOOST_AUTO_TEST_CASE(the_parts_of_a_process_are_the_process) {
    auto const history = tr::history_of({"[rank0]: [worker-1] a", "[rank1]: b", "[rank0]: c"});
    auto const whole = tr::stream_end(history).lines_of("[rank0]:");
    BOOST_TEST(whole.back(2, {})->number == 0u);
    auto const part = tr::stream_end(history).lines_of(tr::source_of("[rank0]: [worker-1] a"));
    BOOST_TEST(part.back(1, {})->number == 2u);
    BOOST_TEST(part.back(2, {})->number == 0u);
}

BOOST_AUTO_TEST_CASE(a_line_of_a_trace_stays_one_for_its_source) {
    auto history = tr::history_of({"[rank0]: a", "[rank1]: b"});
    history.take(0);
    BOOST_TEST(!tr::stream_end(history).lines_of("[rank0]:").back(1, {}));
    BOOST_TEST(tr::stream_end(history).lines_of("[rank1]:").back(1, {}).has_value());
}

BOOST_AUTO_TEST_CASE(the_last_word_of_one_rank_is_found_though_another_goes_on) {
    std::string log =
        "[rank0]: unpacking\n[rank0]: tar: part-7.tar: Cannot open: No such file or directory\n";
    for (int i = 0; i < 30; ++i)
        log += "[rank1]: step " + std::to_string(i) + "\n";
    auto const found = tr::traces_in(log);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cause_line == "tar: part-7.tar: Cannot open: No such file or directory");
    BOOST_TEST(found[0].exception.rank.value_or(-1) == 0);
}

BOOST_AUTO_TEST_CASE(the_word_of_success_of_one_who_names_nobody_counts_for_all) {
    std::string log =
        "[rank0]: unpacking\n[rank0]: tar: part-7.tar: Cannot open: No such file or directory\n";
    log += "[rank1]: step 1\nall 8 parts done\n";
    BOOST_TEST(tr::traces_in(log).empty());
}

BOOST_AUTO_TEST_CASE(the_last_line_may_be_blank_behind_its_prefix) {
    auto const found = tr::traces_in(
        "[rank2]: area of a square\n"
        "[rank2]: shapes: Area.hs:(7,1)-(9,30): Non-exhaustive patterns in function area\n"
        "[rank2]: \n"
        "[rank1]: step 3\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "haskell");
    BOOST_TEST(found[0].exception.rank.value_or(-1) == 2);
}

BOOST_AUTO_TEST_CASE(who_only_tells_how_others_ended_is_asked_only_where_nobody_else_spoke) {
    std::string const own = "Nov 26 12:00:00 node2 load[412]: cannot read plan.bin: no such key\n";
    std::string const unit =
        "Nov 26 12:00:00 node2 systemd[1]: load.service: Failed with result 'exit-code'.\n"
        "Nov 26 12:00:00 node2 systemd[1]: Failed to start load.service.\n";
    auto const found = tr::traces_in(own + unit);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "cannot read plan.bin: no such key");
    auto const alone = tr::traces_in(unit);
    BOOST_REQUIRE(alone.size() == 1u);
    BOOST_TEST(alone[0].exception.message == "Failed to start load.service.");
}

BOOST_AUTO_TEST_SUITE_END()
