#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(php_tools_tests)

BOOST_AUTO_TEST_CASE(a_box_without_a_place_tells_of_a_wrong_argument) {
    std::string const border(30, ' ');
    std::string const usage = "\nsell [--price PRICE] [--] <nut>\n\n";
    auto const found =
        tr::only_one_in("\n" + border + "\n  Not enough words to sell.   \n" + border + "\n" + usage, "php");
    BOOST_TEST(found.text.starts_with("  Not enough words to sell.   \n"));
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST(found.last_line == 2u);
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "Not enough words to sell.");
    BOOST_TEST((found.role == tr::trace_role::notice));
    // verbose, of two lines, with letters of two bytes
    auto const titled = tr::only_one_in("\n" + border +
                                            "\n  [Shop\\NoSuchNut (2)]        \n  keine N\xC3\xBCsse mehr    "
                                            "        \n  see the list                \n" +
                                            border + "\n" + usage,
                                        "php");
    BOOST_TEST(titled.exception.type == "Shop\\NoSuchNut");
    BOOST_TEST(titled.exception.message == "keine N\xC3\xBCsse mehr");
    BOOST_TEST(titled.last_line == 4u);
}

BOOST_AUTO_TEST_CASE(how_a_command_is_called_is_no_word_about_its_failure) {
    std::string const border(30, ' ');
    std::string const box =
        "In Nuts.php line 12:\n" + border + "\n  no nut of this kind         \n" + border + "\n";
    for (std::string const synopsis : {"sell [--ignore-weight] [--] [<nut>]", "bag:sell [-f|--force] <nut>",
                                       "sell [-r|--retry [RETRY]]"}) {
        for (std::string const stack :
             {"", "Exception trace:\n  at /srv/Nuts.php:12\n Bag->sell() at n/a\n\n"}) {
            auto const found = tr::only_one_in("up\n" + box + "\n" + stack + synopsis + "\n\n", "php");
            BOOST_TEST((found.handled == tr::handling::none), synopsis);
            BOOST_TEST(found.text.find(synopsis) == std::string::npos);
            BOOST_TEST(found.exception.message == "no nut of this kind");
            BOOST_TEST(found.last_line == (stack.empty() ? 3u : 8u));
        }
    }
    auto const skipped = tr::only_one_in("up\n" + box + "\nskipping it [--]\n", "php");
    BOOST_TEST((skipped.handled == tr::handling::survived));
}

BOOST_AUTO_TEST_CASE(other_boxes_and_columns_are_nothing) {
    std::string const border(30, ' ');
    for (std::string const& text :
         {border + "\n  3 nuts were sold, all done  \n" + border + "\n",                 // a success
          border + "\n   column one    column two  \n  1                           \n",  // no lower border
          border + "\n  a row that is much shorter\n" + border + "\n",                   // not filled up
          std::string("  a title                     \n") + border + "\n",               // no upper border
          border + "\n  a wider row than the border is  \n" + std::string(20, ' ') + "\n"})
        BOOST_TEST(tr::traces_in("start\n" + text + "row 1\nrow 2\n").empty(), text);
}

BOOST_AUTO_TEST_CASE(composer_ends_with_the_problems_that_it_found) {
    std::string const problems =
        "\n  Problem 1\n    - Root composer.json requires shop/nut ^3 -> found shop/nut[2.0] but it does not "
        "match.\n    - a second reason\n  Problem 2\n    - shop/bolt is missing.\n";
    for (std::string const head :
         {"Your requirements could not be resolved to an installable set of packages.\n",
          "Your lock file does not contain a compatible set of packages. Please run composer update.\n"}) {
        std::string tail = "\nTo enable extensions, see:\n";
        for (int i = 0; i < 30; ++i)
            tail += "    - /etc/php/conf.d/" + std::to_string(i) + ".ini\n";
        auto const found = tr::only_one_in("Updating dependencies\n" + head + problems + tail, "php");
        BOOST_TEST(found.text.starts_with(head + problems));
        BOOST_TEST(found.first_line == 1u);
        BOOST_TEST(found.last_line == 7u);
        BOOST_TEST(found.exception.message + "\n" == head);
        BOOST_TEST((found.role == tr::trace_role::raised));
        BOOST_TEST(found.root_line.starts_with("Root composer.json requires shop/nut"));
    }
    BOOST_TEST(tr::traces_in("Your requirements are met\nrow 1\nrow 2\nrow 3\n").empty());
}

BOOST_AUTO_TEST_CASE(errors_in_the_style_of_consoles_are_filled_up_with_blanks) {
    for (std::string const line :
         {" [ERROR] No nuts are left.                    ", "   ERROR  No nuts are left.  "}) {
        auto const found = tr::only_one_in("selling\n\n" + line + "\n\n", "php");
        BOOST_TEST(found.exception.message == "No nuts are left.");
        BOOST_TEST(found.exception.type == "error");
        BOOST_TEST((found.role == tr::trace_role::notice));
        BOOST_TEST(found.last_line == 2u);
    }
    for (std::string const line : {" [OK] No nuts are left.          ", "   INFO  No nuts are left.  ",
                                   " [ERROR] Skipping the nuts.       ", "   ERRORS  3  "})
        BOOST_TEST(tr::traces_in("selling\n\n" + line + "\n\nrow 1\n").empty(), line);
}

BOOST_AUTO_TEST_CASE(a_script_of_composer_that_failed_is_told_by_who_waited_for_it) {
    auto const found = tr::only_one_in(
        "> sell\nScript sell handling the post-install-cmd event returned with error code 3\n", "php");
    BOOST_TEST((found.role == tr::trace_role::summary));
    BOOST_TEST(tr::traces_in("Script sell handling the event\nrow\n").empty());
}

BOOST_AUTO_TEST_CASE(codeception_names_its_tests_in_words) {
    std::string const text =
        "1) NutTest: Sell\n Test  tests/unit/NutTest.php:testSell\nFailed asserting that 1 matches expected "
        "2.\n"
        "#1  /app/tests/unit/NutTest.php:12\n";
    auto const found = tr::only_one_in(
        "There was 1 failure:\n\n" + text + "\nFAILURES!\nTests: 3, Assertions: 3, Failures: 1.\n", "php");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "Failed asserting that 1 matches expected 2.");
    BOOST_TEST(found.exception.frames.at(0).line == 12);
    BOOST_TEST(tr::traces_in("3 plans:\n1) NutTest: Sell\nrow\n").empty());
}

BOOST_AUTO_TEST_CASE(what_a_box_was_caused_by_stands_in_a_box_below) {
    std::string const line(24, ' ');
    std::string const text = "In Shop.php line 12:\n" + line + "\n  cannot sell           \n" + line +
                             "\n\nIn Bag.php line 7:\n" + line +
                             "\n  [Nut\\NoNut (3)]        \n  no nut                \n";
    auto const found = tr::only_one_in("\n" + text + line + "\n\nsell [--price PRICE]\n\n", "php");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "cannot sell");
    BOOST_TEST(found.exception.frames.at(0).line == 12);
    BOOST_TEST(found.root_line == "Nut\\NoNut: no nut");
    BOOST_REQUIRE(found.exception.chain.size() == 1u);
    BOOST_TEST(found.exception.chain[0].type == "Nut\\NoNut");
}

BOOST_AUTO_TEST_CASE(testdox_names_tests_in_words_and_bars_what_is_wrong) {
    std::string const text =
        " \u2718 Sells nuts\n   \u2502\n   \u2502 Failed asserting that 3 is identical to 2.\n   \u2502\n"
        "   \u2502 /app/tests/NutTest.php:12\n";
    std::string const rest = "   \u2502\n \u2714 Packs nuts\n";
    auto found =
        tr::only_one_in("Nut\n \u2714 Picks nuts\n" + text + rest +
                            "\nTime: 00:00.1, Memory: 6 MB\n\nSummary of non-successful tests:\n\nNut\n" +
                            text + "   \u2502\n\nFAILURES!\nTests: 3, Assertions: 3, Failures: 1.\n",
                        "php");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.first_line == 2u);
    BOOST_TEST((found.handled == tr::handling::none));
    BOOST_TEST(found.exception.type == "test failed");
    BOOST_TEST(found.exception.message == "Failed asserting that 3 is identical to 2.");
    BOOST_TEST(found.exception.frames.at(0).line == 12);
    BOOST_TEST(tr::traces_in(" \u2718 nuts\nplain\n \u2718 bags\n   \u2502 none\nplain\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
