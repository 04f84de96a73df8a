#include "task_agent/trace/grammars/words/guess_words.hpp"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace cl = task_agent::trace::closing;

BOOST_AUTO_TEST_SUITE(guess_words_tests)

BOOST_AUTO_TEST_CASE(marks_levels_and_the_name_before_a_level_are_no_words_of_a_message) {
    for (std::string const line :
         {"no plan", "error: no plan", "Error: no plan", "[ERROR] no plan", "<crit> no plan",
          "ERROR - no plan", "! no plan", "\xE2\x9C\x98 [ERROR] no plan", "^-- error: no plan",
          "load: error: no plan", "load: fatal: no plan", "load: FAILED: no plan", "load: no plan",
          "load_all.py: no plan", R"({"level":"error","msg":"no plan"})"})
        BOOST_TEST(cl::words_of_guess(line).message == "no plan", line);
    // what servers write behind a time
    for (std::string const line : {"0 [ERROR] no plan", "0 [ERROR] [MY-010119] [Server] no plan",
                                   "CET [7] FATAL:  no plan", "ALERT: [pool plans] no plan"})
        BOOST_TEST(cl::words_of_guess(line).message == "no plan", line);
    for (std::string const line : {"7:MM 26 is no plan", "0 [WARN] no plan", "CET [7] is no plan",
                                   "7:M 26 Nov 2026 12:00:00.123 no plan"})
        BOOST_TEST(cl::words_of_guess(line).message == line, line);
    // words, and who says them
    for (std::string const line : {"error in plan", "e.g. no plan", "plan.bin: no plan", "Load: no plan",
                                   "no (error) plan", "'x' is no plan", "<plan> is missing", "/a is no plan",
                                   "\xD0\xBD\xD0\xB5 \xD1\x84\xD0\xB0\xD0\xB9\xD0\xBB",
                                   "localhost:5432: no plan", "https://plans.example.org:8443: no plan"})
        BOOST_TEST(cl::words_of_guess(line).message == line, line);
}

BOOST_AUTO_TEST_CASE(a_class_of_error_is_the_type) {
    for (std::string const line : {"shop.store.PlanError: no plan", "error: shop.store.PlanError: no plan",
                                   "no plan (shop.store.PlanError)"}) {
        BOOST_TEST(cl::words_of_guess(line).type == "shop.store.PlanError", line);
        BOOST_TEST(cl::words_of_guess(line).message == "no plan", line);
    }
    BOOST_TEST(cl::words_of_guess("Shop::TooLateException: no plan").type == "Shop::TooLateException");
    for (std::string const line :
         {"Error: no plan", "load: no plan", "no plan (see TooLateException below)", "Exception: x"})
        BOOST_TEST(cl::words_of_guess(line).type == "", line);
}

BOOST_AUTO_TEST_CASE(a_line_may_be_named) {
    for (std::string const line :
         {"/etc/plan_config: line 7: no unit", "plan: ERROR: a.plan: line 7: no unit"}) {
        auto const words = cl::words_of_guess(line);
        BOOST_TEST(words.message == "no unit", line);
        BOOST_REQUIRE(words.where.has_value());
        BOOST_TEST(words.where->line == 7);
    }
    BOOST_TEST(cl::words_of_guess("the plan: line 7: no unit").message == "the plan: line 7: no unit");
}

BOOST_AUTO_TEST_CASE(a_place_is_a_frame) {
    for (std::string const line : {"plan.toml:7: no unit", "plan.toml:7:3: error: no unit",
                                   "error: plan.toml:7:3: no unit", "plan.toml(7): no unit"}) {
        auto const words = cl::words_of_guess(line);
        BOOST_REQUIRE(words.where.has_value());
        BOOST_TEST(words.where->file == "plan.toml", line);
        BOOST_TEST(words.where->line == 7, line);
        BOOST_TEST(words.message == "no unit", line);
    }
    BOOST_TEST(!cl::words_of_guess("plan.toml: no unit").where.has_value());
    BOOST_TEST(!cl::words_of_guess("localhost:5432: no unit").where.has_value());
}

BOOST_AUTO_TEST_CASE(a_place_may_stand_below) {
    for (std::string const line :
         {"  --> plan.toml:7:3", "    at plan.toml:7", "  (plan.toml:7)", "  in plan.toml:7: x"}) {
        auto const place = cl::place_below(line);
        BOOST_REQUIRE(place.has_value());
        BOOST_TEST(place->file == "plan.toml", line);
        BOOST_TEST(place->line == 7, line);
    }
    for (std::string const line : {"  plan.toml:7", "  at 12:30", "  at once", "  --> next"})
        BOOST_TEST(!cl::place_below(line).has_value(), line);
}

BOOST_AUTO_TEST_SUITE_END()
