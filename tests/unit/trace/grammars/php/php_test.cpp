#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(php_tests)

BOOST_AUTO_TEST_CASE(the_last_of_a_chain_is_the_one_nobody_caught) {
    std::string const text =
        "PHP Fatal error:  Uncaught App\\RootError: bad seed in /srv/a.php:3\nStack trace:\n"
        "#0 /srv/b.php(7): grow('x: y')\n#1 [internal function]: {closure}()\n#2 {main}\n\n"
        "Next LogicException: cannot grow\nmore in /srv/b.php:9\nStack trace:\n#0 /srv/c.php(2): run()\n#1 "
        "{main}\n"
        "  thrown in /srv/b.php on line 9\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    auto const& e = found[0].exception;
    BOOST_TEST(e.type == "LogicException");
    BOOST_TEST(e.message == "cannot grow");
    BOOST_TEST(found[0].root_line == "App\\RootError: bad seed");
    BOOST_REQUIRE(e.chain.size() == 1u);
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[0].function == "run()");
    BOOST_TEST(e.frames[1].file == "/srv/b.php");
    BOOST_TEST(e.frames[1].line == 9);
}

BOOST_AUTO_TEST_CASE(what_is_logged_and_printed_is_told_once) {
    std::string const rest =
        "Uncaught Oops: no fuel in /srv/car.php:3\nStack trace:\n#0 /srv/b.php(7): drive()\n#1 {main}\n"
        "  thrown in /srv/car.php on line 3\n";
    for (std::string const& blank : {std::string(), std::string("\n")}) {
        auto const found = tr::only_one_in(
            "begin\nPHP Fatal error:  " + rest + blank + "Fatal error: " + rest + "ended with 255\n", "php");
        BOOST_TEST(found.text == "PHP Fatal error:  " + rest);
        BOOST_TEST(found.first_line == 1u);
        BOOST_TEST(found.last_line == 5u);
    }
    std::string const parse = "syntax error, unexpected end of file in /srv/car.php on line 3\n";
    auto const found = tr::only_one_in(
        "PHP Parse error:  " + parse + "Parse error: " + parse + "Errors parsing car.php\n", "php");
    BOOST_TEST(found.first_line == 0u);
    BOOST_TEST(found.last_line == 0u);
    // another one
    BOOST_TEST(tr::traces_in("PHP Fatal error:  " + rest + "Fatal error: " +
                             "Uncaught Oops: no oil in /srv/car.php:3\n"
                             "Stack trace:\n#0 {main}\n  thrown in /srv/car.php on line 3\n")
                   .size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_exception_without_a_message_is_its_class) {
    auto const found = tr::traces_in(
        "Fatal error: Uncaught Oops in /srv/a.php:3\nStack trace:\n#0 {main}\n  thrown in /srv/a.php on line "
        "3\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "Oops");
    BOOST_TEST(found[0].exception.message == "");
    BOOST_TEST(found[0].exception.frames.back().line == 3);
}

BOOST_AUTO_TEST_CASE(errors_of_one_line_have_their_kind_as_type) {
    auto const parse =
        tr::traces_in("PHP Parse error:  syntax error, unexpected end of file in /a.php on line 9\n");
    BOOST_REQUIRE(parse.size() == 1u);
    BOOST_TEST(parse[0].exception.type == "Parse error");
    BOOST_TEST(parse[0].exception.message == "syntax error, unexpected end of file");
    auto const memory =
        tr::traces_in("Fatal error: Allowed memory size of 8 bytes exhausted (tried) in /a.php on line 2\n");
    BOOST_REQUIRE(memory.size() == 1u);
    BOOST_TEST((memory[0].role == tr::trace_role::resource));
}

BOOST_AUTO_TEST_CASE(what_the_program_printed_itself_was_handled) {
    std::string const rest = "DomainException: bad\n  very in /a.php:4\nStack trace:\n#0 {main}\n";
    auto const given_up = tr::traces_in("job stopped: " + rest + "bye\n");
    BOOST_REQUIRE(given_up.size() == 1u);
    BOOST_TEST(given_up[0].exception.type == "DomainException");
    BOOST_TEST((given_up[0].handled == tr::handling::error));
    BOOST_TEST(given_up[0].text == "job stopped: " + rest);
    auto const survived = tr::traces_in("retrying after " + rest);
    BOOST_REQUIRE(survived.size() == 1u);
    BOOST_TEST((survived[0].handled == tr::handling::survived));
}

BOOST_AUTO_TEST_CASE(mentions_are_no_traces) {
    BOOST_TEST(tr::traces_in("PHP Warning:  Undefined variable $x in /a.php on line 3\n"
                             "Fatal error: none\n"
                             "ok 3 Uncaught Exception text\n"
                             "Stack trace:\n#0 {main}\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(one_that_breaks_off_is_incomplete) {
    auto const found = tr::traces_in("PHP Fatal error:  Uncaught Oops: a in /srv/a.php:3\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::incomplete));
}

BOOST_AUTO_TEST_CASE(fatal_errors_of_newer_versions_have_a_stack) {
    std::string const text =
        "PHP Fatal error:  Maximum execution time of 1 second exceeded in /app/car.php on line 3\nStack "
        "trace:\n"
        "#0 /app/car.php(9): go()\n#1 {main}\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.frames.back().line == 3);
}

BOOST_AUTO_TEST_CASE(xdebugs_table_belongs_to_the_error) {
    std::string const text =
        "PHP Fatal error:  Uncaught Oops: no fuel in /app/car.php:3\nStack trace:\n#0 {main}\n"
        "  thrown in /app/car.php on line 3\nPHP Stack trace:\nPHP   1. {main}() /app/car.php:0\nPHP   2. "
        "go() /app/car.php:9\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    auto const table = tr::traces_in(
        "Fatal error: no fuel in /app/car.php on line 3\n\nCall Stack:\n    0.0001     390000   1. {main}() "
        "/app/car.php:0\n\nend\n");
    BOOST_REQUIRE(table.size() == 1u);
    BOOST_TEST(table[0].last_line == 3u);
}

BOOST_AUTO_TEST_CASE(a_script_that_is_not_there_is_told_in_one_line) {
    auto const found = tr::traces_in("Could not open input file: car.php\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "Could not open input file: car.php");
    BOOST_TEST(tr::traces_in("we read car.php\n").empty());
}

BOOST_AUTO_TEST_CASE(consoles_put_the_message_into_a_box) {
    std::string const text =
        "In Car.php line 12:\n                  \n  [App\\NoFuel (3)]  \n  no fuel         \n                "
        "  \n";
    auto const found = tr::traces_in("\n" + text + "drive [--far]\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "App\\NoFuel");
    BOOST_TEST(found[0].exception.message == "no fuel");
    BOOST_TEST(found[0].exception.frames.at(0).line == 12);
    BOOST_TEST(found[0].last_line == 4u);
    auto const verbose =
        tr::only_one_in(text + "\nException trace:\n Car->go() at /app/Car.php:12\n\ndrive\n", "php");
    BOOST_TEST(verbose.last_line == 7u);
    BOOST_TEST(tr::traces_in("In Car.php line 12:\nthere is a bug\n").empty());
    BOOST_TEST(tr::traces_in("In addition, line 12:\n\n  x\n\n").empty());
}

BOOST_AUTO_TEST_CASE(phpunits_first_failure_is_told) {
    std::string const text =
        "1) CarTest::testGo\nFailed asserting that 1 matches expected 2.\n\n/app/CarTest.php:12\n";
    std::string const end = "\nFAILURES!\nTests: 2, Assertions: 2, Failures: 2.\n";
    auto const found =
        tr::traces_in("There were 2 failures:\n\n" + text +
                      "\n2) CarTest::testStop\nOops: x\n\n/app/CarTest.php:15\n" + end + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].first_line == 2u);
    BOOST_TEST(found[0].last_line == 5u);
    // what PHPUnit says behind it does not tell that anybody went on
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].lines_after == 1u);
    BOOST_TEST(found[0].exception.type == "test failed");
    BOOST_TEST(found[0].exception.message == "Failed asserting that 1 matches expected 2.");
    BOOST_TEST(found[0].exception.frames.at(0).line == 12);
    auto const error =
        tr::traces_in("There was 1 error:\n\n1) CarTest::testGo\nApp\\Oops: no fuel\n\n/app/Car.php:3\n");
    BOOST_TEST(error.at(0).exception.type == "App\\Oops");
    BOOST_TEST((error.at(0).role == tr::trace_role::notice));
    std::string const caused =
        "1) CarTest::testGo\nApp\\Oops: no start\n\n/app/Car.php:3\n\nCaused by\n"
        "App\\Dry: no fuel\n\n/app/Tank.php:9\n";
    auto const both =
        tr::traces_in("There was 1 error:\n\n" + caused + "\n--\n\nThere was 1 failure:\n" + end);
    BOOST_REQUIRE(both.size() == 1u);
    BOOST_TEST(both[0].text == caused);
    BOOST_TEST(both[0].exception.message == "no start");
    BOOST_TEST(both[0].exception.frames.at(0).line == 3);
    BOOST_TEST(tr::traces_in("1) CarTest::testGo\nall well\n").empty());
}

BOOST_AUTO_TEST_CASE(a_message_may_hold_the_words_that_end_it) {
    auto const found = tr::traces_in(
        "PHP Fatal error:  Uncaught Oops: see\nStack trace:\nbelow in /app/car.php:3\nStack trace:\n#0 "
        "{main}\n"
        "  thrown in /app/car.php on line 3\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames.back().line == 3);
    BOOST_TEST(found[0].last_line == 5u);
}

BOOST_AUTO_TEST_CASE(what_a_program_printed_ends_with_main_and_has_a_place) {
    auto const found = tr::traces_in("OopsError: x in /app/car.php:3\nStack trace:\n#0 {main}\n\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 2u);
    BOOST_TEST(tr::traces_in("OopsError: x\nStack trace:\n#0 {main}\n").empty());
}

BOOST_AUTO_TEST_CASE(text_that_was_not_ended_may_stand_before_the_error) {
    std::string const text =
        "miles 7 Fatal error: Uncaught Oops: no fuel in /app/car.php:3\nStack trace:\n#0 /app/car.php(9): "
        "go()\n"
        "#1 {main}\n  thrown in /app/car.php on line 3\n";
    auto const found = tr::only_one_in(text + "after\n", "php");
    BOOST_TEST(found.last_line == 4u);
    BOOST_TEST((found.handled == tr::handling::none));
    BOOST_TEST(found.exception.message == "no fuel");
}

BOOST_AUTO_TEST_CASE(an_exception_may_say_anything_about_itself) {
    auto const found = tr::only_one_in(
        "PHP Fatal error:  Uncaught the tank is dry\n\n  thrown in /app/car.php on line 3\nafter\n", "php");
    BOOST_TEST(found.last_line == 2u);
    BOOST_TEST((found.role == tr::trace_role::raised));
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "the tank is dry");
    BOOST_TEST(found.exception.frames.back().file == "/app/car.php");
    BOOST_TEST(found.exception.frames.back().line == 3);
    auto const own = tr::only_one_in(
        "PHP Fatal error:  Uncaught Oops: [0]: dry\n\n  thrown in /app/car.php on line 3\nafter\n", "php");
    BOOST_TEST(own.last_line == 2u);
    BOOST_TEST(own.exception.type == "Oops");
    BOOST_TEST(own.exception.frames.back().line == 3);
    auto const nameless = tr::only_one_in(std::string("PHP Fatal error:  Uncaught Oops@anonymous") + '\0' +
                                              "/app/car.php:2$0: no fuel in /app/car.php:2\nStack trace:\n#0 "
                                              "{main}\n  thrown in /app/car.php on "
                                              "line 2\n",
                                          "php");
    BOOST_TEST(nameless.exception.type == "Oops@anonymous");
    BOOST_TEST(nameless.exception.message == "no fuel");
}

BOOST_AUTO_TEST_CASE(the_process_manager_passes_on_what_its_workers_say) {
    auto const found = tr::only_one_in(
        "NOTICE: PHP message: PHP Fatal error:  Uncaught Oops: no fuel in /app/car.php:3\nStack trace:\n#0 "
        "{main}\n  thrown in /app/car.php on line 3\nafter\n",
        "php");
    BOOST_TEST(found.last_line == 3u);
    BOOST_TEST((found.handled == tr::handling::none));
    BOOST_TEST(
        tr::traces_in("NOTICE: PHP message: PHP Warning:  dry in /app/car.php on line 3\nafter\n").empty());
}

BOOST_AUTO_TEST_CASE(php_5_quoted_the_class_and_the_message) {
    std::string const rest =
        " in /app/car.php:3\nStack trace:\n#0 {main}\n  thrown in /app/car.php on line 3\n";
    auto const found = tr::only_one_in(
        "PHP Fatal error:  Uncaught exception 'Oops' with message 'it's dry'" + rest + "after\n", "php");
    BOOST_TEST(found.exception.type == "Oops");
    BOOST_TEST(found.exception.message == "it's dry");
    BOOST_TEST(found.exception.frames.back().line == 3);
    auto const empty = tr::only_one_in("PHP Fatal error:  Uncaught exception 'Oops'" + rest, "php");
    BOOST_TEST(empty.exception.message == "");
    auto const catchable = tr::only_one_in(
        "PHP Catchable fatal error:  Argument 1 passed to go() must be an array in /app/car.php on line 3\n",
        "php");
    BOOST_TEST(catchable.exception.type == "Catchable fatal error");
    BOOST_TEST(tr::traces_in("Fatal error: Uncaught by nobody\nafter\n").empty());
}

BOOST_AUTO_TEST_CASE(a_page_has_marks_around_the_words) {
    auto const found = tr::only_one_in(
        "<b>Fatal error</b>:  Uncaught Oops: no fuel in /app/car.php:3\nStack trace:\n#0 {main}\n"
        "  thrown in <b>/app/car.php</b> on line <b>3</b><br />\nafter\n",
        "php");
    BOOST_TEST(found.last_line == 3u);
    BOOST_TEST(found.exception.type == "Oops");
}

BOOST_AUTO_TEST_CASE(frames_may_stand_at_once_below_a_header_of_the_program) {
    std::string const frames = "#0 /app/car.php(9): go()\n#1 {main}\n";
    auto const placed = tr::only_one_in("drive\nOops: no fuel in /app/car.php on line 3\n" + frames, "php");
    BOOST_TEST(placed.first_line == 1u);
    BOOST_TEST(placed.last_line == 3u);
    BOOST_TEST((placed.handled == tr::handling::error));
    BOOST_TEST(placed.exception.frames.back().line == 3);
    auto const bare = tr::only_one_in("drive\nUncaught exception: no fuel\n" + frames + "after\n", "php");
    BOOST_TEST(bare.exception.type == "error");
    BOOST_TEST(bare.is_often_survived);
    BOOST_TEST(bare.exception.message == "no fuel");
    BOOST_TEST(bare.exception.frames.back().line == 9);
    BOOST_TEST(tr::traces_in("drive\n" + frames).empty());
}

BOOST_AUTO_TEST_CASE(what_a_program_printed_may_have_a_cause) {
    std::string const text =
        "DryError: no oil in /app/oil.php:3\nStack trace:\n#0 {main}\n\nNext TripError: no trip in "
        "/app/car.php:7\nStack trace:\n#0 {main}\n";
    auto const found = tr::only_one_in("drive\n" + text + "after\n", "php");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.type == "TripError");
    BOOST_TEST(found.root_line == "DryError: no oil");
}

BOOST_AUTO_TEST_CASE(loggers_write_an_exception_into_their_record) {
    std::string const head = "[2026-11-26T12:00:00+00:00] app.";
    std::string const object =
        ": trip ended {\"exception\":\"[object] (App\\\\NoFuel(code: 0): no fuel at /app/car.php:3)";
    auto const found = tr::only_one_in("drive\n" + head + "CRITICAL" + object + "\"} []\nafter\n", "php");
    BOOST_TEST(found.exception.type == "App\\NoFuel");
    BOOST_TEST(found.exception.message == "no fuel");
    BOOST_TEST(found.exception.frames.back().line == 3);
    BOOST_TEST((found.handled == tr::handling::error));
    auto const quiet = tr::only_one_in(head + "WARNING" + object + "\"} []\nafter\n", "php");
    BOOST_TEST((quiet.handled == tr::handling::survived));
    std::string const whole =
        head + "ERROR" + object + "\n[stacktrace]\n#0 /app/car.php(9): go()\n#1 {main}\n\"} \n";
    auto const stack = tr::only_one_in("drive\n" + whole + "after\n", "php");
    BOOST_TEST(stack.text == whole);
    auto const ranked = tr::only_one_in("[rank1]: " + head + "ERROR" + object +
                                            "\n[rank1]: [stacktrace]\n[rank1]: #0 /app/car.php(9): go()\n",
                                        "php");
    BOOST_TEST(ranked.last_line == 2u);
    BOOST_TEST(stack.exception.frames.size() == 2u);
    BOOST_TEST(tr::traces_in("[object] (App(code: x): at /app/car.php)\n[stacktrace]\n#0 a\n").empty());
}

BOOST_AUTO_TEST_CASE(a_check_without_a_run_says_so_behind_the_error) {
    auto const found = tr::only_one_in(
        "PHP Parse error:  syntax error, unexpected \"x\" in car.php on line 2\nErrors parsing "
        "car.php\nafter\n",
        "php");
    BOOST_TEST(found.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(yii_puts_blank_lines_around_the_place) {
    std::string const text =
        "Exception 'shop\\NoNut' with message 'no nut, no lid'\n\nin /srv/vendor/shop/Nut.php:7\n\nStack "
        "trace:\n"
        "#0 /srv/Bag.php(3): shop\\Nut->open()\n#1 {main}\n";
    auto const t = tr::only_one_in("packing\n" + text + "after\n", "php");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "shop\\NoNut");
    BOOST_TEST(t.exception.message == "no nut, no lid");
    BOOST_TEST(t.exception.frames.back().file == "/srv/vendor/shop/Nut.php");
    BOOST_TEST(t.exception.frames.back().line == 7);
    BOOST_TEST((t.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_SUITE_END()
