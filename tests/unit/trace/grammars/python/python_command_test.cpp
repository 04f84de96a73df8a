#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(python_command_tests)

BOOST_AUTO_TEST_CASE(the_interpreter_says_what_it_cannot_run) {
    for (std::string const line :
         {"python3: can't open file '/app/x.py': [Errno 2] No such file or directory",
          "/usr/bin/python3: No module named trainer",
          "/opt/venv/bin/python3.11: No module named x.__main__"}) {
        auto const found = tr::traces_in(line + "\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].cause_line == line);
        BOOST_TEST((found[0].role == tr::trace_role::notice));
    }
}

BOOST_AUTO_TEST_CASE(a_module_that_cannot_be_found_names_what_was_raised) {
    auto const found = tr::traces_in(
        "/usr/bin/python3: Error while finding module specification for 'a.b' (ModuleNotFoundError: No "
        "module named "
        "'a')\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "ModuleNotFoundError");
    BOOST_TEST(found[0].exception.message == "No module named 'a'");
    auto const plain =
        tr::traces_in("/usr/bin/python3: Error while finding module specification for 'a.b'\n");
    BOOST_REQUIRE(plain.size() == 1u);
    BOOST_TEST(plain[0].exception.type == "error");
}

BOOST_AUTO_TEST_CASE(a_script_that_cannot_be_decoded_has_one_line) {
    auto const found = tr::traces_in("SyntaxError: source code cannot contain null bytes\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "SyntaxError");
    BOOST_TEST(found[0].exception.message == "source code cannot contain null bytes");
    BOOST_TEST(tr::traces_in("SyntaxError: 3 of 100 files\n").empty());
}

BOOST_AUTO_TEST_CASE(pip_says_what_it_cannot_install) {
    std::string const nowhere =
        "ERROR: Could not find a version that satisfies the requirement x==9 (from versions: 1.0)\n";
    auto const found = tr::traces_in("Collecting x==9\n" + nowhere +
                                     "ERROR: No matching distribution found for x==9\nbuild stopped\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == nowhere);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.message ==
               "Could not find a version that satisfies the requirement x==9 (from versions: 1.0)");
    std::string const step =
        "  error: subprocess-exited-with-error\n  \n  \u00D7 python setup.py egg_info did not run "
        "successfully.\n  \u2502 exit code: 1\n  \u2570\u2500> [2 lines of output]\n      running egg_info\n"
        "      x.c is missing\n      [end of output]\n  \n  note: This error originates from a subprocess\n";
    auto const built = tr::traces_in("Collecting x\n" + step + "done with x\n");
    BOOST_REQUIRE(built.size() == 1u);
    BOOST_TEST(built[0].text == step);
    BOOST_TEST(built[0].exception.message == "python setup.py egg_info did not run successfully.");
    // the traceback of the step tells it all
    std::string const trace =
        "      Traceback (most recent call last):\n        File \"/app/setup.py\", line 3, in <module>\n"
        "      OSError: no x.c\n";
    std::size_t const output = step.find("      running");
    auto const raised =
        tr::traces_in("Collecting x\n" + step.substr(0, output) + trace + step.substr(output) + "done\n");
    BOOST_REQUIRE(raised.size() == 1u);
    BOOST_TEST(raised[0].text == trace);
    BOOST_TEST(raised[0].first_line == 6u);
    BOOST_TEST(raised[0].exception.type == "OSError");
    for (std::string const line : {"ERROR: No matching rows", "error: none", "ERROR: Cannot install it"})
        BOOST_TEST(tr::traces_in(line + "\nrow 1\n").empty(), line);
}

BOOST_AUTO_TEST_CASE(other_programs_lines_are_none) {
    for (std::string const line : {"python3: looking for modules", "/usr/lib/x.so: No module named y",
                                   "we saw python3: No module named y", "python-config: No module named y"})
        BOOST_TEST(tr::traces_in(line + "\n").empty(), line);
}

BOOST_AUTO_TEST_CASE(the_traceback_of_a_step_of_pip_tells_why_the_step_failed) {
    std::string const step =
        "  error: subprocess-exited-with-error\n  \n  \u00D7 python setup.py egg_info did not run "
        "successfully.\n"
        "  \u2502 exit code: 1\n  \u2570\u2500> [4 lines of output]\n";
    auto const found = tr::only_one_in(
        step +
            "      Traceback (most recent call last):\n        File \"/nuts/setup.py\", line 3, in <module>\n"
            "          sell()\n      KeyError: 'nut'\n      [end of output]\n",
        "python");
    BOOST_TEST(found.exception.type == "KeyError");
    BOOST_TEST(found.exception.message == "'nut'");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].line == 3);
    auto const other = tr::only_one_in(step + "      no nuts\n      [end of output]\n", "python");
    BOOST_TEST(other.exception.type == "error");
    // at the left it is another program's
    BOOST_TEST(tr::traces_in(step +
                             "Traceback (most recent call last):\n  File \"/a.py\", line 3, in <module>\n"
                             "    sell()\nKeyError: 'nut'\n")
                   .size() == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
