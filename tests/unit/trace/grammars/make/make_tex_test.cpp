#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(make_tex_tests)

BOOST_AUTO_TEST_CASE(tex_is_told_from_its_first_error_to_its_last_word) {
    std::string const text =
        "! LaTeX Error: File `nut.sty' not found.\n\nType X to quit or <RETURN> to proceed,\n"
        "or enter new name. (Default extension: sty)\n\nEnter file name: \n./bag.tex:3: Emergency stop.\n"
        "<read *> \n         \nl.3 \\begin\n          {document}^^M\n"
        "./bag.tex:3:  ==> Fatal error occurred, no output PDF file produced!\n";
    auto found = tr::only_one_in(
        "This is pdfTeX\n(./bag.tex\n" + text + "Transcript written on bag.log.\nno bag\n", "make");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "File `nut.sty' not found.");
    BOOST_REQUIRE(found.exception.frames.size() == 1u);
    BOOST_TEST(found.exception.frames[0].file == "./bag.tex");
    BOOST_TEST(found.exception.frames[0].line == 3);
    found = tr::only_one_in(
        "! Undefined control sequence.\nl.4 A \\nut\n\n! Emergency stop.\n<*> bag.tex\n"
        "!  ==> Fatal error occurred, no output PDF file produced!\n",
        "make");
    BOOST_TEST(found.exception.message == "Undefined control sequence.");
    BOOST_TEST(found.exception.frames.empty());
    // it may go on to the end
    std::string const gone_on =
        "! Undefined control sequence.\nl.4 A \\nut\n            {3}\n[1{pdftex.map}] (./bag.aux) )\n"
        "(see the transcript file for additional information)\nOutput written on bag.pdf (1 page).\n"
        "Transcript written on bag.log.\n";
    for (std::string const end : {"make: *** [Makefile:2: bag.pdf] Error 1\n",
                                  "Latexmk: Errors, so I did not complete making targets\n"}) {
        found = tr::only_one_in("This is pdfTeX\n" + gone_on + end + "no bag\n", "make");
        BOOST_TEST(found.text == gone_on + end);
        BOOST_TEST(found.exception.message == "Undefined control sequence.");
    }
    BOOST_TEST(tr::traces_in("! A nut is there.\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(a_wide_error_of_tex_is_broken_and_pandoc_shows_errors_below_words_of_its_own) {
    // TeX breaks a long line
    std::string const wide = "! Package nut Error: File `" + std::string(20, 'n') + "' not found: no nut";
    BOOST_REQUIRE(wide.size() < 79u);
    std::string const full = wide + std::string(79 - wide.size(), 's');
    auto found = tr::only_one_in(
        full + "\ns.\n\nl.6 \\nut\n!  ==> Fatal error occurred, no output PDF file produced!\n", "make");
    BOOST_TEST(found.exception.message == full.substr(21));
    // pandoc shows it
    found = tr::only_one_in(
        "pandoc a.md -o a.pdf\nError producing PDF.\n! Undefined control sequence.\nl.7 \\nut\n\n"
        "make: *** [Makefile:2: a.pdf] Error 43\n",
        "make");
    BOOST_TEST(found.exception.message == "Undefined control sequence.");
    BOOST_TEST(found.first_line == 2u);
}

BOOST_AUTO_TEST_SUITE_END()
