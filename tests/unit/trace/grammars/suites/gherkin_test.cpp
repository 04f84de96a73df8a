#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const behave =
    "    When 3 nuts are cracked        # features/steps/nuts.py:9\n"
    "    Then 3 nuts are sold           # features/steps/nuts.py:19\n"
    "      Assertion Failed: 2 nuts are sold\n      Captured stdout:\n      selling\n\n";

std::string const cucumber =
    "    Then 3 nuts are sold        # features/step_definitions/nuts.rb:15\n"
    "      \n      expected: 3\n           got: 2\n       (RSpec::Expectations::ExpectationNotMetError)\n"
    "      ./features/step_definitions/nuts.rb:15:in `/^(\\d+) nuts are sold$/'\n"
    "      features/nuts.feature:11:in `Then 3 nuts are sold'\n";

std::string const rest = "    And a bill is written # features/step_definitions/nuts.rb:16\n\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(gherkin_tests)

BOOST_AUTO_TEST_CASE(what_a_step_of_behave_asserts_is_told) {
    auto const found = tr::only_one_in(behave +
                                           "Failing scenarios:\n  features/nuts.feature:8  nuts\n\n"
                                           "1 scenario passed, 1 failed, 0 skipped\n",
                                       "python");
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "2 nuts are sold");
    BOOST_TEST(found.text == "      Assertion Failed: 2 nuts are sold\n");
    BOOST_TEST((found.role == tr::trace_role::raised));
    auto const plain = tr::only_one_in(
        "    Then 3 nuts are sold ... failed in 0.001s\nASSERT FAILED: 2 nuts are sold\n", "python");
    BOOST_TEST(plain.exception.message == "2 nuts are sold");
    BOOST_TEST((plain.role == tr::trace_role::notice));
}

BOOST_AUTO_TEST_CASE(what_a_step_of_cucumber_raised_is_told_with_its_place) {
    auto const found = tr::only_one_in(
        cucumber + rest + "Failing Scenarios:\ncucumber features/nuts.feature:8 # Scenario: nuts\n", "ruby");
    BOOST_TEST(found.exception.type == "RSpec::Expectations::ExpectationNotMetError");
    BOOST_TEST(found.exception.message == "expected: 3");
    BOOST_TEST(found.exception.frames.back().line == 15);
    BOOST_TEST(found.exception.frames.back().function == "/^(\\d+) nuts are sold$/");
    BOOST_TEST(found.text == cucumber);
    auto const short_one = tr::only_one_in(
        "    Given a nut # features/step_definitions/nuts.rb:3\n      no nut (NutError)\n"
        "      ./features/step_definitions/nuts.rb:3:in 'block in <main>'\n",
        "ruby");
    BOOST_TEST(short_one.exception.type == "NutError");
    BOOST_TEST(short_one.exception.message == "no nut");
}

BOOST_AUTO_TEST_CASE(what_was_wanted_or_worked_when_it_was_tried_again_is_none) {
    BOOST_TEST(tr::traces_in(behave + "1 feature passed, 0 failed, 0 skipped\n"
                                      "2 scenarios passed, 0 failed, 0 skipped\n")
                   .empty());
    BOOST_TEST(
        tr::traces_in(cucumber + rest + "Flaky Scenarios:\ncucumber features/nuts.feature:8\n").empty());
    auto const wanted = tr::only_one_in(
        cucumber + rest + "Failing Scenarios:\ncucumber features/nuts.feature:8\n\n1 scenario (1 failed)\n" +
            "The --wip switch was used, so the failures were expected. All is good.\n",
        "ruby");
    BOOST_TEST((wanted.handled == tr::handling::aside));
}

BOOST_AUTO_TEST_CASE(without_a_step_above_it_is_anybodys_line) {
    BOOST_TEST(tr::traces_in("selling\nAssertion Failed: 2 nuts are sold\nsold\n").empty());
    BOOST_TEST(
        tr::traces_in("    2 nuts\n      were sold (NutError)\n      ./nuts.rb:3:in `sell'\n").empty());
    BOOST_TEST(tr::traces_in("    Then 3 nuts are sold # features/nuts.rb:15\n      by hand (NutError)\n"
                             "    And a bill is written # features/nuts.rb:16\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(what_a_step_of_behave_raised_is_a_traceback_below_it) {
    std::string const trace =
        "      Traceback (most recent call last):\n        File \"/lib/behave/model.py\", line 13, in run\n"
        "          match.run(context)\n        File \"features/steps/nuts.py\", line 9, in sell\n"
        "          raise KeyError(\"nut\")\n";
    std::string const step = "    When a nut is sold # features/steps/nuts.py:7\n";
    std::string const failing = "\nFailing scenarios:\n  features/nuts.feature:5  nuts\n";
    auto const found = tr::only_one_in(
        step + trace + "      KeyError: 'nut'\n      Captured stdout:\n      x\n\n" + failing, "python");
    BOOST_TEST(found.exception.type == "KeyError");
    BOOST_TEST(found.exception.message == "'nut'");
    BOOST_TEST(found.exception.frames.back().file == "features/steps/nuts.py");
    BOOST_TEST(found.exception.frames.back().line == 9);
    BOOST_TEST(found.text == trace + "      KeyError: 'nut'\n");
    BOOST_TEST((found.role == tr::trace_role::raised));
    BOOST_TEST((found.handled == tr::handling::none));
    auto const bare = tr::only_one_in(step + trace + "      AssertionError\n\n\n" + failing, "python");
    BOOST_TEST(bare.cause_line == "AssertionError");
    auto const twice = tr::only_one_in(
        step + trace +
            "      KeyError: 'nut'\n\n      During handling of the above exception, another exception "
            "occurred:\n\n" +
            trace + "      ShopError: closed\n\n" + failing,
        "python");
    BOOST_TEST(twice.exception.type == "ShopError");
    BOOST_TEST(twice.exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(of_the_list_below_cucumbers_progress_the_first_is_told) {
    auto const step = [](std::string const& said) {
        return said +
               " (NutError)\n./features/step_definitions/nuts.rb:3:in `/^a nut is sold$/'\n"
               "features/nuts.feature:7:in `When a nut is sold'\n";
    };
    auto const found =
        tr::only_one_in(".F.F\n\n(::) failed steps (::)\n\n" + step("no nut") + "\n" + step("no shop") +
                            "\nFailing Scenarios:\ncucumber features/nuts.feature:5\n",
                        "ruby");
    BOOST_TEST(found.exception.type == "NutError");
    BOOST_TEST(found.exception.message == "no nut");
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 6u);
    BOOST_TEST((found.role == tr::trace_role::raised));
    BOOST_TEST(tr::traces_in("(::) failed steps (::)\n\nby hand (NutError)\nand sold\n").empty());
}

BOOST_AUTO_TEST_CASE(of_several_steps_that_failed_the_first_is_told) {
    std::string const step = "    When a nut is weighed # features/steps/nuts.py:29\n";
    std::string const traced =
        step +
        "      Traceback (most recent call last):\n        File \"features/steps/nuts.py\", line 29, in "
        "weigh\n          weigh()\n      KeyError: 'nut'\n\n";
    auto const found =
        tr::only_one_in(behave + traced + "Failing scenarios:\n  features/nuts.feature:8  nuts\n", "python");
    BOOST_TEST(found.exception.message == "2 nuts are sold");
    BOOST_TEST(found.text == "      Assertion Failed: 2 nuts are sold\n");
    BOOST_TEST(found.last_line == 2u);
    std::string const raised =
        "    Given a nut # features/step_definitions/nuts.rb:3\n      no nut (NutError)\n"
        "      ./features/step_definitions/nuts.rb:3:in 'block in <main>'\n";
    auto const first =
        tr::only_one_in(cucumber + rest + raised +
                            "\nFailing Scenarios:\ncucumber features/nuts.feature:8 # Scenario: nuts\n",
                        "ruby");
    BOOST_TEST(first.text == cucumber);
}

BOOST_AUTO_TEST_SUITE_END()
