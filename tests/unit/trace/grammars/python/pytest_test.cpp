#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const start =
    "============ test session starts ============\ncollected 2 items\n\ntest_sum.py F.      [100%]\n\n"
    "================= FAILURES ==================\n";
std::string const end =
    "========== short test summary info ==========\nFAILED test_sum.py::test_sum\n"
    "======== 1 failed, 1 passed in 0.02s ========\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(pytest_tests)

BOOST_AUTO_TEST_CASE(a_failed_test_is_read_from_its_heading_to_the_place) {
    std::string const report =
        "_________________ test_sum __________________\n\nrows = [1, 2]\n\n    def test_sum(rows):\n"
        ">       assert total(rows) == 3\n\ntest_sum.py:12: \n_ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ \n\n"
        "    def total(rows):\n>       raise ValueError(\"no total\")\nE       ValueError: no total\n\n"
        "test_sum.py:5: ValueError\n";
    auto const found =
        tr::traces_in(start + report + "------------ Captured stdout call -----------\nx\n" + end);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    auto const& e = found[0].exception;
    BOOST_TEST(e.language == "python");
    BOOST_TEST(e.type == "ValueError");
    BOOST_TEST(e.message == "no total");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].file == "test_sum.py");
    BOOST_TEST(e.frames[1].line == 5);
}

BOOST_AUTO_TEST_CASE(an_assertion_without_a_type_has_its_text) {
    auto const found =
        tr::traces_in(start +
                      "_ test_a_name_that_is_longer_than_the_terminal_is_wide _\n\n    def test_sum():\n"
                      ">       assert size(3) == 3\nE       assert 4 == 3\nE        +  where 4 = size(3)\n\n"
                      "test_sum.py:5: AssertionError\n" +
                      end);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "AssertionError");
    BOOST_TEST(found[0].exception.message == "assert 4 == 3");
    BOOST_TEST(found[0].first_line == 6u);
}

BOOST_AUTO_TEST_CASE(the_short_form_names_functions_and_ends_with_what_was_raised) {
    std::string const report =
        "_________________ test_sum __________________\ntest_sum.py:9: in test_sum\n    total([])\n"
        "test_sum.py:5: in total\n    return rows[0]\nE   IndexError: list index out of range\n";
    auto const found = tr::traces_in(start + report + end);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    BOOST_TEST(found[0].exception.frames.back().function == "total");
    BOOST_TEST(found[0].exception.type == "IndexError");
}

BOOST_AUTO_TEST_CASE(a_chain_is_one_report_whose_last_exception_is_its_own) {
    auto const found = tr::traces_in(
        start +
        "_________________ test_sum __________________\n\n    def load():\n>       rows[\"k\"]\n"
        "E       KeyError: 'k'\n\ntest_sum.py:3: KeyError\n\n"
        "The above exception was the direct cause of the following exception:\n\n"
        "    def test_sum():\n>       load()\n\ntest_sum.py:9: \n_ _ _ _ _ _ _ _ _ _ \n\n"
        ">       raise RuntimeError(\"no rows\")\nE       RuntimeError: no rows\n\n"
        "test_sum.py:5: RuntimeError\n" +
        end);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "no rows");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].exception.chain[0].type == "KeyError");
    BOOST_TEST(found[0].root_line == "KeyError: 'k'");
}

BOOST_AUTO_TEST_CASE(a_module_that_cannot_be_parsed_has_the_place_above_its_error) {
    auto const found = tr::traces_in(
        "=================== ERRORS ==================\n________ ERROR collecting test_sum.py ________\n"
        "/usr/lib/python3/_pytest/python.py:618: in _importtestmodule\n    mod = load()\n"
        "E     File \"/app/test_sum.py\", line 2\nE       def f(:\nE             ^\nE   SyntaxError: invalid "
        "syntax\n"
        "=== 1 error in 0.1s ===\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "SyntaxError");
    BOOST_TEST(found[0].exception.message == "invalid syntax");
    BOOST_TEST(found[0].exception.frames.back().line == 2);
}

BOOST_AUTO_TEST_CASE(a_module_that_cannot_be_loaded_is_told_from_its_traceback) {
    std::string const text =
        "Traceback:\n/usr/lib/python3/importlib/__init__.py:126: in load\n    return "
        "run(name)\ntest_sum.py:3: in "
        "<module>\n    import abacus\nE   ModuleNotFoundError: No module named 'abacus'\n";
    auto const found = tr::traces_in(
        "=================== ERRORS ==================\n________ ERROR collecting test_sum.py ________\n"
        "ImportError while importing test module '/app/test_sum.py'.\nHint: look at its name.\n" +
        text + "=== 1 error in 0.1s ===\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].first_line == 4u);
    BOOST_TEST(found[0].exception.type == "ModuleNotFoundError");
    BOOST_TEST(found[0].exception.frames.back().line == 3);
}

BOOST_AUTO_TEST_CASE(a_fixture_that_is_not_there_is_told_with_those_that_are) {
    std::string const text =
        "______ ERROR at setup of test_sum ______\nfile /app/test_sum.py, line 3\n  def test_sum(abacus):\n"
        "E       fixture 'abacus' not found\n>       available fixtures: cache, capfd\n>       use 'pytest "
        "--fixtures "
        "[testpath]' for help on them.\n\n/app/test_sum.py:3\n";
    auto const found = tr::traces_in("====== ERRORS ======\n" + text + "=== 1 error in 0.1s ===\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "fixture 'abacus' not found");
    BOOST_TEST(found[0].exception.frames.back().line == 3);
}

BOOST_AUTO_TEST_CASE(headings_and_lines_with_an_e_alone_are_no_report) {
    BOOST_TEST(tr::traces_in("______ Training ______\nstep 1\nE   the unit of charge\nstep 2\n").empty());
    BOOST_TEST(
        tr::traces_in("____ test_ok ____\n---- Captured stdout call ----\nhi\n=== 1 passed in 1s ===\n")
            .empty());
}

BOOST_AUTO_TEST_CASE(of_several_tests_the_first_is_told) {
    std::string const first =
        "______ test_sum ______\n\n    def test_sum():\n>       assert add(1) == 2\nE       assert 1 == "
        "2\n\ntest_sum.py:7: AssertionError\n";
    std::string const printed = "------ Captured stdout call ------\nadding\n";
    std::string const second =
        "______ test_tax ______\n\n    def test_tax():\n>       tax(3)\nE       KeyError: 'CH'\n\n"
        "test_sum.py:12: KeyError\n";
    auto const found =
        tr::traces_in("====== FAILURES ======\n" + first + printed + second + "=== 2 failed in 0.1s ===\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == first);
    BOOST_TEST(found[0].last_line == 7u);
    BOOST_TEST(found[0].exception.message == "assert 1 == 2");
    std::string const brief =
        "______ test_sum ______\ntest_sum.py:7: in test_sum\n    assert add(1) == 2\nE   assert 1 == 2\n";
    auto const shown =
        tr::traces_in("====== FAILURES ======\n" + brief + second + "=== 2 failed in 0.1s ===\n" + "row\n");
    BOOST_REQUIRE(shown.size() == 1u);
    BOOST_TEST(shown[0].text == brief);
}

BOOST_AUTO_TEST_SUITE_END()
