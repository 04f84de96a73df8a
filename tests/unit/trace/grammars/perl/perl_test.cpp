#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(perl_tests)

BOOST_AUTO_TEST_CASE(one_line_is_a_notice) {
    auto const found = tr::traces_in("no fuel left at lib/Car.pm line 12, <STDIN> line 3.\nplain\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::notice));
    BOOST_TEST(found[0].exception.type == "error");
    BOOST_TEST(found[0].exception.message == "no fuel left");
    BOOST_TEST(found[0].exception.frames.back().line == 12);
    BOOST_TEST(found[0].text == "no fuel left at lib/Car.pm line 12, <STDIN> line 3.\n");
}

BOOST_AUTO_TEST_CASE(callers_below_make_it_a_stack) {
    auto const found =
        tr::traces_in("no fuel at car.pl line 2.\n\tmain::go(\"x\") called at car.pl line 9\nplain\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[0].function == "main::go");
    BOOST_TEST(found[0].exception.frames[1].line == 2);
}

BOOST_AUTO_TEST_CASE(warnings_and_mentions_are_none) {
    BOOST_TEST(tr::traces_in("Use of uninitialized value $x in addition (+) at a.pl line 4.\n"
                             "# died at a.pl line 5.\n"
                             "died at a.pl line 20         3 last week\n"
                             "look at line 3.\nmeet at noon line 3.\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(what_the_compiler_says_goes_on_until_it_gives_up) {
    std::string const text =
        "Number found where operator expected at car.pl line 2, near \"my 3\"\n\t(Missing operator before "
        "3?)\n"
        "syntax error at car.pl line 2, near \"my 3\n\nprint\"\nGlobal symbol \"$y\" requires explicit "
        "package name at car.pl line 4.\n"
        "Compilation failed in require at go.pl line 1.\nBEGIN failed--compilation aborted at go.pl line "
        "1.\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.frames.back().line == 2);
    BOOST_TEST(found[0].last_line == 7u);
    auto const begin =
        tr::traces_in("no fuel at car.pl line 1.\nBEGIN failed--compilation aborted at car.pl line 1.\nx\n");
    BOOST_TEST((begin.at(0).role == tr::trace_role::raised));
    BOOST_TEST(begin.at(0).last_line == 1u);
    BOOST_TEST(begin.at(0).exception.message == "no fuel");
}

BOOST_AUTO_TEST_CASE(stack_traces_of_exception_classes_have_no_tabs) {
    auto const found = tr::traces_in(
        "Car::NoFuel: tank 3 at car.pl line 2.\nTrace begun at car.pl line 2\nmain::go('x') called at car.pl "
        "line 9\n"
        "main::run at car.pl line 12\nafter at 3\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "Car::NoFuel");
    BOOST_TEST(found[0].exception.message == "tank 3");
    BOOST_TEST(found[0].exception.frames.size() == 3u);
    BOOST_TEST(found[0].exception.frames[0].function == "main::run");
    BOOST_TEST(found[0].last_line == 3u);
}

BOOST_AUTO_TEST_CASE(an_exception_that_was_raised_again_says_so_below) {
    auto const found = tr::traces_in("no fuel at car.pl line 2.\n\t...propagated at car.pl line 9.\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 1u);
    auto const twice = tr::traces_in(
        "no fuel at car.pl line 2.\n at car.pl line 2.\n\tmain::go(1) called at car.pl line 9\nafter\n");
    BOOST_REQUIRE(twice.size() == 1u);
    BOOST_TEST(twice[0].last_line == 2u);
}

BOOST_AUTO_TEST_CASE(places_of_many_kinds_are_known) {
    struct row {
        char const* line;
        char const* file;
        int number;
    };
    for (row const& r :
         {row{"no fuel at (eval 5) line 3.", "(eval 5)", 3},
          row{"no fuel at /usr/bin/drive line 7.", "/usr/bin/drive", 7},
          row{"no fuel at car.psgi line 7.", "car.psgi", 7},
          row{"Missing right curly or square bracket at car.pl line 9, at end of line", "car.pl", 9},
          row{"Attribute (tank) is required at constructor Car::new (defined at car.pl line 5) line 8.",
              "car.pl", 8}}) {
        auto const found = tr::traces_in(std::string(r.line) + "\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, r.line);
        BOOST_TEST(found[0].exception.frames.back().file == r.file);
        BOOST_TEST(found[0].exception.frames.back().line == r.number);
    }
}

BOOST_AUTO_TEST_CASE(an_object_without_a_text_and_a_script_that_is_not_there) {
    auto const object = tr::traces_in("Car::NoFuel=HASH(0x55afaa9d84b8)\n");
    BOOST_REQUIRE(object.size() == 1u);
    BOOST_TEST(object[0].exception.type == "Car::NoFuel");
    auto const none = tr::traces_in("Can't open perl script \"go.pl\": No such file or directory\n");
    BOOST_REQUIRE(none.size() == 1u);
    BOOST_TEST(none[0].exception.message == "Can't open perl script \"go.pl\": No such file or directory");
    for (auto const* text :
         {"size=HASH(0x10)\n", "Total=COUNT(0x10)\n", "took 3 s (10)\n", "Car=HASH(0xzz0)\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(a_test_that_failed_ends_its_program_when_that_says_so) {
    std::string const text =
        "#   Failed test 'adds up'\n#   at car.t line 3.\n#          got: '1'\n#     expected: '2'\n";
    std::string const count = "# Looks like you failed 1 test of 3.\n";
    auto const found = tr::traces_in("ok 1 - starts\nnot ok 2 - adds up\n" + text + count + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(!found[0].is_often_survived);
    BOOST_TEST(found[0].exception.message == "Failed test 'adds up'");
    BOOST_TEST(found[0].exception.frames.back().line == 3);
    // the first of several
    auto const two = tr::only_one_in(text + "#   Failed test 'goes'\n#   at car.t line 9.\n" + count, "perl");
    BOOST_TEST(two.text == text);
    BOOST_TEST(two.last_line == 3u);
    auto const alone = tr::traces_in("#   Failed test at car.t line 4.\n");
    BOOST_TEST(alone.at(0).exception.frames.back().line == 4);
    BOOST_TEST((alone.at(0).role == tr::trace_role::notice));
    auto const died = tr::only_one_in(
        "no fuel at car.t line 3.\n# Looks like your test exited with 255 just after 1.\ncar.t ..\n", "perl");
    BOOST_TEST((died.role == tr::trace_role::raised));
    BOOST_TEST(!died.is_often_survived);
    BOOST_TEST(died.text == "no fuel at car.t line 3.\n");
    BOOST_TEST(tr::traces_in("#   Failed (TODO) test 'x'\n#   at car.t line 3.\nok 1 - a\n# done\n").empty());
}

BOOST_AUTO_TEST_CASE(warnings_of_the_program_itself_are_none) {
    for (auto const* text :
         {"Warning: tank is low at car.pl line 3.\n", "no fuel, retrying at car.pl line 3.\n",
          "Argument \"x\" isn't numeric in addition (+) at car.pl line 3.\n",
          "skipping car at car.pl line 3.\n", "Wide character in print at car.pl line 3.\n",
          "Deep recursion on subroutine \"main::go\" at car.pl line 3.\n",
          "\"my\" variable $x masks earlier declaration in same scope at car.pl line 3.\n",
          "print() on closed filehandle F at car.pl line 3.\n", "no fuel at car.py line 3.\n"})
        BOOST_TEST(tr::traces_in(std::string(text) + "behind\n").empty(), text);
    for (auto const* text : {"Missing argument in sprintf at car.pl line 3.\n",
                             "Can't exec \"fill\": No such file at car.pl line 3.\n",
                             "readline() on unopened filehandle F at car.pl line 3.\n",
                             "ignored: no fuel at car.pl line 3.\n\tmain::go() called at car.pl line 9\n"})
        BOOST_TEST(tr::traces_in(std::string(text) + "behind\n").empty(), text);
}

BOOST_AUTO_TEST_CASE(a_stack_that_many_lines_follow_may_be_a_warning) {
    auto const found = tr::traces_in("low at car.pl line 2.\n\tmain::go(1) called at car.pl line 9\n");
    BOOST_TEST(found.at(0).is_often_survived);
}

BOOST_AUTO_TEST_CASE(what_another_program_says_behind_the_end_is_another_trace) {
    auto const found = tr::traces_in(
        "syntax error at car.pl line 2, near \"x\"\nExecution of car.pl aborted due to compilation errors.\n"
        "Can't locate Fuel.pm in @INC at go.pl line 1.\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_TEST(tr::traces_in("no fuel at /app/car.py line 3.\n").empty());
}

BOOST_AUTO_TEST_CASE(a_module_of_the_command_line_has_no_place) {
    std::string const text =
        "Can't locate Sea/Tide.pm in @INC (you may need to install the Sea::Tide module) (@INC contains: /a "
        "/b).\n"
        "BEGIN failed--compilation aborted.\n";
    auto const found = tr::only_one_in(text + "behind\n", "perl");
    BOOST_TEST(found.text == text);
    BOOST_TEST((found.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(data_that_was_died_with_is_the_last_line) {
    BOOST_TEST(tr::only_one_in("fishing\nHASH(0x55d0a1b2c3d8)\n", "perl").exception.message ==
               "HASH(0x55d0a1b2c3d8)");
    BOOST_TEST(tr::traces_in("HASH(0x55d0a1b2c3d8)\nfishing\n").empty());
    BOOST_TEST(tr::only_one_in("HASH(0x55d0a1b2c3d8)\nclosing the net\n", "perl").last_line == 0u);
    BOOST_TEST(tr::traces_in("HASH(0x55d0a1b2c3d8) \n").empty());
}

BOOST_AUTO_TEST_CASE(modules_that_end_their_text_without_a_stop) {
    auto const found =
        tr::only_one_in("Can't open 'net.txt' for reading: 'No such file' at fish.pl line 7\n", "perl");
    BOOST_TEST(found.exception.frames.back().line == 7);
    BOOST_TEST(found.exception.message == "Can't open 'net.txt' for reading: 'No such file'");
    BOOST_TEST(tr::traces_in("the error is told at fish.pl line 7\n").empty());
}

BOOST_AUTO_TEST_CASE(an_installed_program_may_be_named_without_its_folder) {
    BOOST_TEST(
        tr::only_one_in("no error but no net at catch-fish line 7.\n", "perl").exception.frames.back().file ==
        "catch-fish");
    BOOST_TEST(tr::traces_in("parse error at input line 7.\n").empty());
}

BOOST_AUTO_TEST_CASE(diagnostics_indent_what_ended_the_program) {
    auto const found = tr::only_one_in(
        "Uncaught exception from user code:\n\tNo net at fish.pl line 7.\n\tmain::cast(3) called at fish.pl "
        "line 9\n"
        "behind\n",
        "perl");
    BOOST_TEST(found.exception.message == "No net");
    BOOST_TEST(found.last_line == 2u);
    BOOST_TEST((found.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(a_web_program_is_named_before_its_message) {
    auto const found =
        tr::only_one_in("[Thu Nov 26 12:00:00 2026] fish.cgi: No net at /srv/fish.cgi line 7.\n", "perl");
    BOOST_TEST(found.exception.message == "No net");
}

BOOST_AUTO_TEST_CASE(a_text_that_does_not_end_is_of_the_compiler) {
    auto const found = tr::only_one_in(
        "syntax error at fish.pl line 2, near \"= ;\"\nCan't find string terminator '\"' anywhere before EOF "
        "at fish.pl "
        "line 4.\n",
        "perl");
    BOOST_TEST(found.exception.message == "syntax error");
    BOOST_TEST(found.last_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_warning_that_is_the_last_word_was_made_fatal) {
    auto const fatal = tr::only_one_in(
        "filling\nUse of uninitialized value $net in addition (+) at fish.pl line 3, <STDIN> line 2.\n",
        "perl");
    BOOST_TEST((fatal.role == tr::trace_role::notice));
    BOOST_TEST(fatal.exception.message == "Use of uninitialized value $net in addition (+)");
    BOOST_TEST(fatal.exception.frames.back().line == 3);
    BOOST_TEST(tr::traces_in("\t(in cleanup) no net at fish.pl line 3.\n").empty());
    BOOST_TEST(tr::traces_in("net is torn, ignoring it at fish.pl line 3.\n").empty());
}

BOOST_AUTO_TEST_CASE(the_last_word_may_lack_a_stop_and_end_several_lines) {
    auto const logged = tr::only_one_in("fishing\nno net at /sea/fish.pl line 3\n", "perl");
    BOOST_TEST(logged.exception.frames.back().file == "/sea/fish.pl");
    BOOST_TEST(tr::only_one_in("no net\n  for cod at my fish.pl line 3.\n", "perl").exception.message ==
               "for cod");
    BOOST_TEST(tr::only_one_in("fishing\nOut of memory!\n", "perl").exception.message == "Out of memory!");
}

BOOST_AUTO_TEST_CASE(a_message_without_a_place_is_found_by_what_stands_below_it) {
    std::string const trace =
        "no net\n\nTrace begun at fish.pl line 4\nSea::cast('Sea', 3) called at fish.pl line 9\nmain::go at "
        "fish.pl line 12\n";
    auto const object = tr::only_one_in("fishing\n" + trace + "behind\n", "perl");
    BOOST_TEST(object.text == trace);
    BOOST_TEST((object.role == tr::trace_role::raised));
    BOOST_TEST(object.exception.message == "no net");
    BOOST_TEST(object.exception.frames.back().line == 4);
    std::string const again = "no net\n\t...propagated at fish.pl line 7.\n";
    auto const propagated = tr::only_one_in("fishing\n" + again + "behind\n", "perl");
    BOOST_TEST(propagated.text == again);
    BOOST_TEST(propagated.exception.frames.back().line == 7);
    std::string const moose =
        "Attribute (net) is required at /lib/Object.pm line 24\n\tSea::new('Sea') called at fish.pl line "
        "3\n\tmain::go at fish.pl line 4\n";
    auto const required = tr::only_one_in("fishing\n" + moose + "behind\n", "perl");
    BOOST_TEST(required.text == moose);
    BOOST_TEST(required.exception.message == "Attribute (net) is required");
    BOOST_TEST(tr::traces_in("\t...propagated at fish.pl line 7.\n").empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_imported_is_told_before_the_error) {
    std::string const text =
        "\"cast\" is not exported by the Sea module\n\"pull\" is not exported by the Sea module\n"
        "Can't continue after import errors at fish.pl line 2.\n"
        "BEGIN failed--compilation aborted at fish.pl line 2.\n";
    auto const found = tr::only_one_in("fishing\n" + text + "behind\n", "perl");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "\"cast\" is not exported by the Sea module");
    BOOST_TEST(found.exception.frames.back().line == 2);
}

BOOST_AUTO_TEST_CASE(an_exception_class_may_end_its_text_without_a_stop) {
    auto const found = tr::only_one_in("Sea::Error: no net at /sea/fish.pl line 3\nbehind\n", "perl");
    BOOST_TEST(found.exception.type == "Sea::Error");
    BOOST_TEST(found.exception.message == "no net");
    BOOST_TEST(tr::traces_in("Sea: no net at /sea/fish.pl line 3\nbehind\n").empty());
}

BOOST_AUTO_TEST_CASE(a_plain_word_before_the_message_is_no_class) {
    BOOST_TEST(tr::only_one_in("Error: no net at fish.pl line 3.\n", "perl").exception.type == "error");
    BOOST_TEST(tr::only_one_in("NoNet: for cod at fish.pl line 3.\n", "perl").exception.type == "NoNet");
}

BOOST_AUTO_TEST_CASE(what_was_logged_and_died_with_is_told_once) {
    for (std::string const stop : {"", "."}) {
        std::string const text =
            "2026/11/27 02:26:57 FATAL Shop::sell> no price for nut 4\n"
            "no price for nut 4 at sell.pl line 40" +
            stop + "\n";
        auto const found = tr::only_one_in("2026/11/27 02:26:57 INFO main> sells\n" + text, "perl");
        BOOST_TEST(found.exception.message == "no price for nut 4");
        BOOST_TEST(found.exception.frames.back().line == 40);
        BOOST_TEST(found.text == text);
    }
    std::string const stack =
        "[ERROR] no nut\nno nut at sell.pl line 40.\n\tmain::sell(4) called at sell.pl line 9\n";
    auto const found = tr::only_one_in(stack + "sold out\n", "perl");
    BOOST_TEST(found.text == stack);
    BOOST_TEST(found.exception.frames.size() == 2u);
    BOOST_TEST(
        tr::traces_in("2026/11/27 02:26:57 INFO main> the nut\nthe nut at sell.pl line 40\nplain\nplain\n")
            .empty());
}

BOOST_AUTO_TEST_CASE(of_several_files_of_tests_the_first_that_failed_is_told) {
    std::string const first =
        "#   Failed test 'adds up'\n#   at t/car.t line 3.\n#          got: '1'\n#     expected: '2'\n";
    std::string const harness =
        "t/car.t .. \nDubious, test returned 1 (wstat 256, 0x100)\nFailed 1/3 subtests \n";
    std::string const second =
        "#   Failed test 'goes'\n#   at t/go.t line 9.\n# Looks like you failed 1 test of 1.\n";
    for (std::string const count : {"# Looks like you failed 1 test of 3.\n", ""}) {
        auto const found = tr::only_one_in("\n" + first + count + harness + "\n" + second + harness +
                                               "\nTest Summary Report\nResult: FAIL\n",
                                           "perl");
        BOOST_TEST(found.text == first);
        BOOST_TEST(found.last_line == 4u);
        BOOST_TEST(found.exception.message == "Failed test 'adds up'");
        BOOST_TEST((found.role == tr::trace_role::raised));
    }
}

BOOST_AUTO_TEST_CASE(a_stack_behind_which_its_program_dies_was_a_warning) {
    std::string const warned = "low at a.pl line 1.\n\tmain::g() called at a.pl line 2\n";
    auto const found = tr::traces_in(warned + "no fuel at a.pl line 3.\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST((found[0].handled == tr::handling::survived));
    BOOST_TEST((tr::traces_in(warned + "bye\n").at(0).handled == tr::handling::none));
}

BOOST_AUTO_TEST_SUITE_END()
