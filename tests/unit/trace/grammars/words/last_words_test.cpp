#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(last_words_tests)

BOOST_AUTO_TEST_CASE(what_a_database_details_belongs_to_it) {
    std::string const text = "FATAL:  bag has wrong lid\nDETAIL:  It is of wood.\nHINT:  Take another.\n";
    auto const found = tr::traces_in("begin\n" + text + "LOG:  bag is closed\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.message == "bag has wrong lid");
}

BOOST_AUTO_TEST_CASE(a_program_that_gives_up_says_why_in_its_last_line) {
    struct sample {
        std::string line;
        std::string type;
        std::string message;
    };
    for (sample const& s : {
             sample{"fatal: cannot open the store", "error", "cannot open the store"},
             sample{"FATAL: store_error: it is closed", "store_error", "it is closed"},
             sample{"error: app::closed: gone", "app::closed", "gone"},
             sample{"exception: std::out_of_range: map::at", "std::out_of_range", "map::at"},
         }) {
        BOOST_TEST_CONTEXT(s.line) {
            auto const found = tr::traces_in("begin\n" + s.line + "\n\nbye\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST((found[0].role == tr::trace_role::notice));
            BOOST_TEST(found[0].text == s.line + "\n");
            BOOST_TEST(found[0].exception.type == s.type);
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_TEST(found[0].exception.language == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(the_causes_below_it_are_its_chain) {
    std::string const text =
        "fatal: start_error: no service\n  caused by: settings are unreadable\n    caused by: "
        "std::ios_base::failure: "
        "eof\n";
    auto const found = tr::traces_in(text + "bye\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].root_line == "eof");
    BOOST_REQUIRE(found[0].exception.chain.size() == 2u);
    BOOST_TEST(found[0].exception.chain[0].type == "std::ios_base::failure");
    BOOST_TEST(found[0].exception.chain[1].message == "settings are unreadable");
}

BOOST_AUTO_TEST_CASE(a_stack_below_it_shows_where_it_was_raised) {
    for (std::string const heading : {"", "stack:\n", "Backtrace:\n"}) {
        std::string const text = "error: app::closed: gone\n" + heading +
                                 " 0# work() at /app/a.cpp:12\n 1# main at /app/a.cpp:20\n";
        auto const found = tr::traces_in(text + "bye\n");
        BOOST_TEST_CONTEXT(text) {
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == text);
            BOOST_TEST((found[0].role == tr::trace_role::raised));
            BOOST_TEST(found[0].exception.type == "app::closed");
            BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
            BOOST_TEST(found[0].exception.frames[1].line == 12);
        }
    }
}

BOOST_AUTO_TEST_CASE(what_is_followed_by_more_was_not_the_last_word) {
    BOOST_TEST(tr::traces_in("error: app::closed: gone\n1\n2\n3\n").empty());
    auto const early = tr::traces_in("fatal: no disk\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n");
    BOOST_REQUIRE(early.size() == 1u);
    BOOST_TEST(early[0].lines_after == 12u);
}

BOOST_AUTO_TEST_CASE(what_others_say_is_left_to_them) {
    for (std::string const line :
         {"error: 3 of 4", "error: cannot open x", "fatal: ", "fatal: java.io.IOException: x",
          "errors: app::closed: gone", "exception: none", "fatalities: none"}) {
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(tr::traces_in(line + "\nrow 1\n").empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_function_that_gives_up_may_tell_the_place) {
    auto const found = tr::traces_in("FATAL: no plan [wanted: 4] (at load.sh:4 in check)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "shell");
    BOOST_TEST(found[0].exception.type == "command failed");
    BOOST_TEST(found[0].exception.message == "no plan [wanted: 4]");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].file == "load.sh");
    BOOST_TEST(found[0].exception.frames[0].line == 4);
    BOOST_TEST(found[0].exception.frames[0].function == "check");
    BOOST_TEST((found[0].role == tr::trace_role::notice));
}

BOOST_AUTO_TEST_CASE(git_may_only_have_been_asked) {
    std::string const asked = "fatal: not a git repository (or any of the parent directories): .git\n";
    auto const found = tr::traces_in(asked + asked + "version 3 of a file\nwritten\n");
    BOOST_REQUIRE(found.size() == 2u);
    for (auto const& trace : found)
        BOOST_TEST((trace.handled == tr::handling::survived));
    BOOST_TEST((tr::traces_in("plain\n" + asked).at(0).handled == tr::handling::none));
    BOOST_TEST((tr::traces_in("fatal: no nut\nplain\n").at(0).handled == tr::handling::none));
}

BOOST_AUTO_TEST_CASE(git_clones_a_submodule_twice) {
    std::string const one =
        "fatal: repository '/nuts/bag.git' does not exist\n"
        "fatal: clone of '/nuts/bag.git' into submodule path '/shop/bag' failed\n";
    auto const found =
        tr::traces_in("Cloning into '/shop/bag'...\n" + one + "Failed to clone 'bag'. Retry scheduled\n" +
                      one + "Failed to clone 'bag' a second time, aborting\n");
    BOOST_REQUIRE(found.size() == 4u);
    BOOST_TEST((found[0].handled == tr::handling::survived));
    BOOST_TEST((found[2].handled == tr::handling::none));
    BOOST_TEST((found[2].role == tr::trace_role::notice));
    BOOST_TEST((found[3].role == tr::trace_role::summary));
}

BOOST_AUTO_TEST_SUITE_END()
