#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

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

BOOST_AUTO_TEST_SUITE_END()
