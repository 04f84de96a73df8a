#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(php_checks_tests)

BOOST_AUTO_TEST_CASE(the_first_error_that_a_checker_found_tells) {
    std::string const rule(40, '-');
    std::string const sniffed =
        "FILE: /srv/nut.php\n" + rule + "\nFOUND 2 ERRORS AND 1 WARNING AFFECTING 3 LINES\n" + rule +
        "\n  3 | WARNING | [ ] Odd nut\n  7 | ERROR   | [x] No lid here\n 12 | ERROR   | [ ] No nut\n" +
        rule + "\n";
    std::string const dashes = " ------ ------------------ \n";
    std::string const table =
        "  Line   /srv/nut.php       \n" + dashes +
        "  7      No lid here        \n         nut.lid            \n  12     No nut             \n" +
        dashes + "\n" + dashes + "  Line   /srv/lid.php       \n" + dashes +
        "  3      Odd                \n" + dashes + "\n\n [ERROR] Found 3 errors     \n";
    std::string const line = "ERROR: NoLid - /srv/nut.php:7:5 - No lid here (see https://psalm.dev/9)\n";
    // each with the lines that tell
    for (auto const& [text, told] :
         {std::pair(sniffed, std::string("  7 | ERROR   | [x] No lid here\n")),
          std::pair(table, std::string("  7      No lid here        \n         nut.lid            \n")),
          std::pair(line, line)}) {
        auto const t = tr::only_one_in("checking\n\n" + text + "\nTime: 9ms\n", "php");
        BOOST_TEST(t.text == told);
        BOOST_TEST(t.exception.type == "build failed");
        BOOST_TEST(t.exception.message == "No lid here");
        BOOST_TEST(t.exception.frames.back().file == "/srv/nut.php");
        BOOST_TEST(t.exception.frames.back().line == 7);
    }
    for (std::string const& none :
         {"FILE: /srv/nut.php\n" + rule + "\nFOUND 0 ERRORS AND 1 WARNING AFFECTING 1 LINE\n" + rule +
              "\n  3 | WARNING | [ ] Odd nut\n" + rule + "\n",
          std::string("FOUND 3 ERRORS of old\nrow 1\nrow 2\nrow 3\nrow 4\n"),
          std::string("  Line   a.php\n  3      fine\n\n [OK] No errors          \n")})
        BOOST_TEST(tr::traces_in("checking\n\n" + none + "row 1\n").empty(), none);
}

BOOST_AUTO_TEST_CASE(a_console_shows_what_was_raised_with_its_source) {
    std::string const text =
        "   Shop\\Error\\NoNutException \n\n  no nut\n  and no lid\n\n  at vendor/shop/Nut.php:7\n"
        "      6\xE2\x96\x95 {\n  \xE2\x9E\x9C   7\xE2\x96\x95 throw\n\n      +9 vendor frames \n\n"
        "  10  artisan:35\n      Kernel::handle()\n";
    auto const t = tr::only_one_in("packing\n\n" + text + "\nafter\n", "php");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "Shop\\Error\\NoNutException");
    BOOST_TEST(t.exception.message == "no nut");
    BOOST_TEST(t.exception.frames.back().file == "vendor/shop/Nut.php");
    BOOST_TEST(t.exception.frames.back().line == 7);
    BOOST_TEST((t.role == tr::trace_role::raised));
    for (auto const* none : {"   a title \n\n  no nut\n\n  at vendor/shop/Nut.php:7\nrow 1\n",
                             "packing\n  at vendor/shop/Nut.php:7\nrow 1\nrow 2\n",
                             "   Shop\\NoNutException \n\n  is raised without nuts\nrow 1\nrow 2\n"})
        BOOST_TEST(tr::traces_in(none).empty(), none);
}

BOOST_AUTO_TEST_CASE(of_what_psalm_found_the_first_is_told) {
    std::string const first = "ERROR: NoLid - /srv/nut.php:7:5 - No lid here (see https://psalm.dev/9)\n";
    auto const found = tr::only_one_in(first +
                                           "$lid->sell();\n\nERROR: NoNut - /srv/nut.php:9:5 - No nut (see "
                                           "https://psalm.dev/8)\n$nut\n\n2 errors found\n",
                                       "php");
    BOOST_TEST(found.text == first);
    BOOST_TEST(found.last_line == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
