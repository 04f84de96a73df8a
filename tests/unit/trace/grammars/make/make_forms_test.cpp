// What builds print besides the words of a compiler: tests that failed, XML, ninja's files, and where a build
// ends.
#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(make_forms_tests)

BOOST_AUTO_TEST_CASE(tests_of_automake_are_told_from_the_first_that_failed) {
    std::string const ruler(60, '=');
    std::string const summary = ruler + "\nTestsuite summary for box 2.0\n" + ruler +
                                "\n# TOTAL: 2\n# FAIL:  1\n# ERROR: 0\n" + ruler +
                                "\nSee t/test-suite.log\n" + ruler + "\n";
    std::string const stop =
        "make[1]: *** [Makefile:84: test-suite.log] Error 1\nmake: *** [Makefile:9: check] Error 2\n";
    std::string const quiet = "FAIL: t/b.sh\n";
    auto found = tr::only_one_in("PASS: t/a.sh\n" + quiet + summary + stop, "make");
    BOOST_TEST(found.exception.message == "FAIL: t/b.sh");
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.text == quiet);

    // the log of the first that failed, where it is shown
    std::string const log =
        "FAIL: t/b\n=========\n\nfilling\nb.sh: lid is missing\nFAIL t/b.sh (exit status: 1)\n";
    std::string const next = "\nFAIL: t/c\n=========\n\nno box\nFAIL t/c.sh (exit status: 1)\n\n";
    found = tr::only_one_in("FAIL: t/b.sh\nFAIL: t/c.sh\nPASS: t/a.sh\n" + ruler +
                                "\n   box 2.0: ./test-suite.log\n" + ruler +
                                "\n\n# TOTAL: 3\n# PASS:  1\n# FAIL:  2\n\n.. contents:: :depth: 2\n\n" +
                                log + next + summary + stop,
                            "make");
    BOOST_TEST(found.exception.message == "lid is missing");
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.text == log);

    std::string const older = "FAIL: two\n==========\n1 of 2 tests failed\n==========\n" + stop;
    BOOST_TEST(tr::only_one_in("PASS: one\n" + older, "make").text == "FAIL: two\n");
    BOOST_TEST(tr::traces_in("XFAIL: t/b.sh\nPASS: t/a.sh\n" + summary + "make: Leaving directory '/app'\n")
                   .empty());
    // a ruler alone tells nothing
    BOOST_TEST(tr::only_one_in("FAIL: two\n==========\n" + stop, "make").text == stop);
}

BOOST_AUTO_TEST_CASE(an_error_in_xml_is_a_compilers) {
    auto found = tr::only_one_in(
        "<a>\nbox.xml:7: parser error : Premature end of data\n\n^\n"
        "make: *** [Makefile:3: lint] Error 1\n",
        "make");
    BOOST_TEST(found.exception.message == "Premature end of data");
    BOOST_TEST(found.exception.frames[0].file == "box.xml");
    BOOST_TEST(found.exception.frames[0].line == 7);
    found = tr::only_one_in("box.xml:3: element lid: Schemas validity error : Element 'lid': no colour.\n",
                            "shell");
    BOOST_TEST(found.exception.type == "command failed");
    BOOST_TEST(found.exception.message == "Element 'lid': no colour.");
    // without make, of several the first
    std::string const first =
        "box.xml:3: parser error : Opening and ending tag mismatch: lid\n  </box>\n       ^\n";
    std::string const others = "box.xml:4: parser error : Premature end of data\n\n^\n";
    BOOST_TEST(tr::only_one_in("check box\n" + first + others, "shell").text ==
               "box.xml:3: parser error : Opening and ending tag mismatch: lid\n  </box>\n       ^\n");
    std::string const one =
        "box.xml:3: element lid: Schemas validity error : Element 'lid': no colour.\nbox.xml fails to "
        "validate\n";
    BOOST_TEST(tr::only_one_in(one + "bag.xml validates\n", "shell").text == one);
    std::string const stop = "make: *** [Makefile:3: lint] Error 1\n";
    BOOST_TEST(tr::only_one_in(first + others + stop + "bag.xml validates\n", "make").last_line == 6u);
    BOOST_TEST(tr::traces_in("box.xml:3: parser warning : odd version\nat 3: my own error : gone\n").empty());
}

BOOST_AUTO_TEST_CASE(ninja_shows_its_file) {
    std::string const text =
        "ninja: error: box/build.ninja:3: expected '=', got newline\n  flags\n       ^ near here\n";
    auto found = tr::only_one_in(text + "build over\n", "make");
    BOOST_TEST(found.exception.message == "expected '=', got newline");
    BOOST_TEST(found.exception.frames[0].file == "box/build.ninja");
    BOOST_TEST(found.exception.frames[0].line == 3);
    BOOST_TEST(found.text == text);
    found =
        tr::only_one_in("ninja: error: build.ninja:12: multiple rules generate a.o\nbuild over\n", "make");
    BOOST_TEST(found.text == "ninja: error: build.ninja:12: multiple rules generate a.o\n");
    BOOST_TEST(
        tr::only_one_in("ninja: error: 'a.c', needed by 'a.o', missing\n", "make").exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(makes_own_word_has_the_place_of_the_recipe) {
    auto const found = tr::only_one_in("./box\nmake: *** [sub/Makefile:6: run] Killed\n", "make");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "sub/Makefile");
    BOOST_TEST(found.exception.frames[0].line == 6);
    BOOST_TEST(tr::only_one_in("./box\nmake: *** [run] Error 1\n", "make").exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(a_make_below_another_is_no_tag_behind_a_time) {
    std::string const time = "2026-11-22 12:00:00,123 ";
    auto const found =
        tr::only_one_in(time + "box is full\n" + time + "make[2]: *** [sub/Makefile:6: run] Error 1\n" +
                            time + "make: *** [Makefile:9: all] Error 2\n",
                        "make");
    BOOST_TEST(found.text ==
               "make[2]: *** [sub/Makefile:6: run] Error 1\nmake: *** [Makefile:9: all] Error 2\n");
    BOOST_TEST(found.source.empty());
}

BOOST_AUTO_TEST_CASE(the_next_make_is_another_build) {
    std::string const text = "b.c:1:1: error: unknown type name 'in'\nmake: *** [<builtin>: b.o] Error 1\n";
    auto const found =
        tr::only_one_in(text +
                            "make: Leaving directory '/app/b'\nmake: Entering directory '/app/c'\n"
                            "cc -c c.c\nmake: Leaving directory '/app/c'\n",
                        "make");
    BOOST_TEST(found.text == text);
}

BOOST_AUTO_TEST_CASE(findings_of_a_checker_are_told_from_the_first) {
    std::string const stop = "make: *** [Makefile:4: lint] Error 1\n";
    auto found = tr::only_one_in(
        "perlcritic lib\nlib/Box.pm:7:5:Two-argument open\nlib/Box.pm:9:1:Bareword lid is used\n" + stop,
        "make");
    BOOST_TEST(found.exception.message == "Two-argument open");
    BOOST_TEST(found.exception.frames.at(0).file == "lib/Box.pm");
    BOOST_TEST(found.exception.frames.at(0).line == 7);

    found = tr::only_one_in(
        "Starting audit...\n[ERROR] /app/Box.java:9:19: No lid here. [EmptyBlock]\nAudit done.\n"
        "Checkstyle ends with 1 errors.\n" +
            stop,
        "make");
    BOOST_TEST(found.exception.message == "No lid here.");
    found = tr::only_one_in(
        "mypy box\nbox/lid.py:3: error: Name \"lid\" is not defined  [name-defined]\n"
        "Found 1 error in 1 file (checked 2 source files)\n" +
            stop,
        "make");
    BOOST_TEST(found.exception.message == "Name \"lid\" is not defined  [name-defined]");
    BOOST_TEST(found.exception.frames.at(0).line == 3);
    std::string const stamp = "2026-11-22 12:00:00 ";
    found = tr::only_one_in(stamp + "box/lid.py:3: error: no lid\n" + stamp + stop, "make");
    BOOST_TEST(found.exception.message == "no lid");
    // what only warned, and what the recipe said behind its findings
    found = tr::only_one_in("box/lid.py:3: warning: old lid\nbox: cannot open lid.txt\n" + stop, "make");
    BOOST_TEST(found.exception.message == "cannot open lid.txt");
    found = tr::only_one_in("box/lid.py:3: DeprecationWarning: old lid is used\nbox: cannot open it\n" + stop,
                            "make");
    BOOST_TEST(found.exception.message == "cannot open it");
    found = tr::only_one_in("box/lid.py:3: DeprecationWarning: old lid is used\n" + stop, "make");
    BOOST_TEST(found.exception.message != "DeprecationWarning: old lid is used");
    // of LaTeX, with the source between
    found = tr::only_one_in(
        "(./box.tex\n./box.tex:4: Undefined control sequence.\nl.4 A \\lid\n        {3}.\n"
        "./box.tex:4:  ==> Fatal error occurred, no output PDF file produced!\n"
        "Transcript written on box.log.\n" +
            stop,
        "make");
    BOOST_TEST(found.exception.message == "Undefined control sequence.");
    BOOST_TEST(tr::traces_in("box/lid.py:3:1: E501 line too long\nFound 1 error.\n").empty());
}

BOOST_AUTO_TEST_CASE(compilers_of_other_languages_speak_like_gcc) {
    std::string const stop = "make: *** [Makefile:3: all] Error 4\n";
    for (std::string const file : {"bag.adb", "bag.ads", "bag.cob", "bag.sv", "bag.vhd", "bag.vala"}) {
        auto const found = tr::only_one_in("all\n" + file + ":7:4: error: \"nut\" is not declared\n" +
                                               "gnatmake: \"bag.adb\" compilation error\n" + stop,
                                           "make");
        BOOST_TEST(found.exception.message == "\"nut\" is not declared");
        BOOST_TEST(found.exception.frames.at(0).file == file);
        BOOST_TEST(found.last_line == 3u);
    }
    // older ones of GNAT do not say that it is an error
    auto const found = tr::only_one_in(
        "bag.adb:7:4: \"nut\" is not declared\ngnatmake: \"bag.adb\" compilation error\n" + stop, "make");
    BOOST_TEST(found.exception.message == "\"nut\" is not declared");
}

BOOST_AUTO_TEST_CASE(a_command_under_ninja_may_tell_of_its_progress_first) {
    auto const found = tr::only_one_in(
        "[1/1] gen\nFAILED: bag \ngen nuts\ngenerating\ngen: no nut is left\nso no bag\n"
        "ninja: build stopped: subcommand failed.\n",
        "make");
    BOOST_TEST(found.exception.message == "no nut is left");
    BOOST_TEST(tr::only_one_in("config.status: error: cannot find input file: `nut.in'\n", "make")
                   .exception.message == "cannot find input file: `nut.in'");
}

BOOST_AUTO_TEST_CASE(a_function_of_cpp_has_its_name_alone) {
    struct sample {
        std::string told;
        std::string function;
    };
    for (sample const& s : {
             sample{"function \u2018int main()\u2019", "main"},
             sample{"member function \u2018void ns::bag::fill(std::vector<int>&)\u2019", "ns::bag::fill"},
             sample{"constructor \u2018bag::bag(int)\u2019", "bag::bag"},
             sample{"function \u2018fill\u2019", "fill"},
             sample{"member function \u2018int bag::operator()(int)\u2019", "int bag::operator()(int)"},
             sample{"function \u2018std::function<void()> fill()\u2019", "std::function<void()> fill()"},
         }) {
        auto const found =
            tr::only_one_in("bag.cpp: In " + s.told + ":\nbag.cpp:3:5: error: no nut\n", "make");
        BOOST_TEST(found.exception.frames.at(0).function == s.function);
    }
}

BOOST_AUTO_TEST_CASE(tools_that_a_recipe_calls_say_first_what_is_wrong) {
    struct sample {
        std::string text;
        std::string message;
    };
    for (sample const& s : {
             sample{"ld: region `R' overflowed by 12 bytes\nld: warning: bag.elf has a LOAD segment\n",
                    "region `R' overflowed by 12 bytes"},
             sample{"m4:bag.m4:1: cannot open `nut': No such file or directory\n\n",
                    "m4:bag.m4:1: cannot open `nut': No such file or directory"},
             sample{"Expecting a name: line 1 column 9\n", "Expecting a name: line 1 column 9"},
             sample{"bag.yml: 8:15: no nut is left\n", "no nut is left"},
             sample{"ld:bag.ld:3: syntax error\n", "bag.ld:3: syntax error"},
             sample{
                 "bag.pas(3,2) Error: Identifier not found \"nut\"\nbag.pas(5) Fatal: There were 1 errors\n"
                 "Fatal: Compilation aborted\nError: /usr/bin/ppcx64 returned an error exitcode\n",
                 "Identifier not found \"nut\""},
             sample{"bag.d(3): Error: undefined identifier `nut`\n", "undefined identifier `nut`"},
             sample{"bag.po:3: end-of-line within string\nmsgfmt: bag.po: warning: header missing\n"
                    "              warning: no conversion\nmsgfmt: found 2 fatal errors\n",
                    "end-of-line within string"},
             sample{"Package nut was not found in the pkg-config search path.\n"
                    "Perhaps you should add the directory containing `nut.pc'\n"
                    "to the PKG_CONFIG_PATH environment variable\n"
                    "Package 'nut', required by 'virtual:world', not found\n",
                    "Package nut was not found in the pkg-config search path."},
         }) {
        auto const text = s.text + "make: *** [Makefile:3: all] Error 1\n";
        auto const found = tr::only_one_in("all of it\n" + text, "make");
        BOOST_TEST(found.first_line == 1u, s.text);
        BOOST_TEST(found.exception.message == s.message);
    }
}

BOOST_AUTO_TEST_CASE(of_what_a_linter_found_the_first_tells_and_names_its_place) {
    std::string const stop = "make: *** [Makefile:4: lint] Error 1\n";
    for (std::string const first :
         {"lib/nut.py:12:5: ", "lib/nut.py:12:5:", "lib/nut.py:12: error: ", "lib/nut.py:12:1: [error] "}) {
        auto const found = tr::only_one_in(
            "linting\n" + first + "Nuts are salted\nlib/sale.py:3:5: Sale is long\n" + stop, "make");
        BOOST_TEST(found.exception.message == "Nuts are salted");
        BOOST_TEST(found.exception.type == "build failed");
        BOOST_REQUIRE(found.exception.frames.size() == 1u);
        BOOST_TEST(found.exception.frames[0].file == "lib/nut.py");
        BOOST_TEST(found.exception.frames[0].line == 12);
        BOOST_TEST(found.first_line == 1u);
    }
    auto const checked =
        tr::only_one_in("check nuts\nnut.py:9: error: Salt is no nut  [arg-type]\n" + stop, "make");
    BOOST_TEST(checked.exception.message == "Salt is no nut  [arg-type]");
    // a warning, a time and a share are none
    for (std::string const other :
         {"nut.py:9:1: warning: Nuts are salted\n", "at.9:12:30: all nuts\n", "nut.v2:9: 3 of 4\n"})
        BOOST_TEST(tr::only_one_in(other + stop, "make").exception.message != "Nuts are salted", other);
    BOOST_TEST(tr::traces_in("lib/nut.py:12:5: Nuts are salted\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(a_note_belongs_to_the_finding_above) {
    std::string const text =
        "shop/bag.py:2: error: Module \"nuts\" has no attribute \"sell\"  [attr-defined]\n"
        "shop/bag.py:2: note: Maybe \"sells\"?\nshop/bag.py:5: error: No overload  [misc]\n"
        "Found 2 errors in 1 file (checked 3 source files)\nmake: *** [Makefile:3: check] Error 1\n";
    auto const found = tr::only_one_in("checking\n" + text, "make");
    BOOST_TEST(found.exception.message == "Module \"nuts\" has no attribute \"sell\"  [attr-defined]");
    BOOST_TEST(found.first_line == 1u);
}

BOOST_AUTO_TEST_CASE(the_table_of_memory_stands_below_what_the_linker_said) {
    std::string const text =
        "/opt/arm/bin/ld: nut.elf section `.text' will not fit in region `FLASH'\n"
        "Memory region         Used Size  Region Size  %age Used\n"
        "           FLASH:       70 KB        64 KB    109.37%\n"
        "collect2: error: ld returned 1 exit status\nmake: *** [Makefile:2: nut.elf] Error 1\n";
    auto const found = tr::only_one_in("linking\n" + text, "make");
    BOOST_TEST(found.exception.type == "linker error");
    BOOST_TEST(found.exception.message == "nut.elf section `.text' will not fit in region `FLASH'");
    BOOST_TEST(found.first_line == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
