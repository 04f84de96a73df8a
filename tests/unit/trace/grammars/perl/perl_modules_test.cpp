#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(perl_modules_tests)

BOOST_AUTO_TEST_CASE(a_record_that_cannot_be_parsed_is_told_by_the_reader_of_csv) {
    for (std::string const who : {"# CSV_XS ERROR: ", "# CSV_PP ERROR: "}) {
        std::string const said = "2027 - EIQ - Quoted field not terminated @ rec 4 pos 9 field 2";
        auto const found = tr::only_one_in(who + said + "\nnut;price\nwalnut;3\n", "perl");
        BOOST_TEST(found.exception.message == said);
        BOOST_TEST((found.role == tr::trace_role::notice));
        BOOST_TEST(found.is_often_survived);
        // the end of a file is one as well
        BOOST_TEST(tr::traces_in(who + "2012 - EOF - End of data in parsing input stream\nplain\n").empty());
    }
    BOOST_TEST(tr::traces_in("# CSV_NUTS: 3\n# CSV_XS is fast\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_template_toolkit_names_its_kind) {
    for (std::string const said :
         {"file error - head.tt: not found", "parse error - nut.tt line 3: unexpected token (END)",
          "undef error - nut.price is undefined", "plugin error - Nut: plugin not found"}) {
        auto const found =
            tr::only_one_in("shop: nuts\nshop: no page: " + said + "\n<html>\n</html>\n", "perl");
        BOOST_TEST(found.exception.message == "no page: " + said);
        BOOST_TEST(tr::only_one_in(said + "\n<html>\n</html>\n", "perl").exception.message == said);
    }
    for (std::string const healthy :
         {"read error - 3 of 9\nplain\nplain\n", "file error - retrying head.tt: not found\nplain\nplain\n",
          "parse error - none\nplain\nplain\n", "file error - 0\nplain\nplain\n"})
        BOOST_TEST(tr::traces_in(healthy).empty(), healthy);
}

BOOST_AUTO_TEST_CASE(croak_with_a_text_that_ended_its_line_tells_the_place_on_the_next) {
    std::string const text = "no cod (sea = 3)\n at fish.pl line 9, <NETS> line 2.\n";
    auto const found = tr::only_one_in("fishing\n" + text + "behind\n", "perl");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "no cod (sea = 3)");
    BOOST_TEST(found.exception.frames.back().line == 9);
    BOOST_TEST(tr::traces_in("no cod, skipping\n at fish.pl line 9.\nplain\n").empty());
    BOOST_TEST(tr::traces_in("fishing\n at the coast line 9.\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(what_a_type_refuses_is_explained_below_a_text_without_a_stop) {
    std::string const text =
        "No net weight (in $_[0]) at fish.pl line 10\n    No net weight (in $_[0])\n"
        "    \"Weight\" is defined as: ($_ > 0)\n";
    auto const found = tr::only_one_in("fishing\n" + text + "behind\n", "perl");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "No net weight (in $_[0])");
    BOOST_TEST(found.exception.frames.back().line == 10);
    for (std::string const below : {"fishing on\nplain\nplain\n", "    nets: 3\nplain\nplain\n", "plain\n"})
        BOOST_TEST(tr::traces_in("No net at fish.pl line 10\n" + below).empty());
}

BOOST_AUTO_TEST_CASE(a_text_of_several_lines_is_told_from_its_first) {
    std::string const text =
        "YAML Error: Sea is no list\n   Code: SEA\n   Line: 2\n at /lib/YAML/Loader.pm line 5.\n";
    auto const found = tr::only_one_in("fishing\n" + text + "behind\n", "perl");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "YAML Error: Sea is no list");
    BOOST_TEST(found.exception.frames.back().line == 5);
}

BOOST_AUTO_TEST_CASE(what_was_logged_behind_a_time_alone_and_died_with_is_told_once) {
    std::string const text = "2026/11/27 02:26:57 no net for cod\nno net for cod at fish.pl line 4\n";
    auto const found = tr::only_one_in("2026/11/27 02:26:56 fishing\n" + text, "perl");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.message == "no net for cod");
    BOOST_TEST(tr::traces_in(
                   "2026/11/27 02:26:57 has no net for cod\nno net for cod at fish.pl line 4\nplain\nplain\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_test_file_that_dies_or_fails_is_proven_by_its_harness) {
    std::string const behind =
        "t/sea.t .. \nDubious, test returned 255 (wstat 65280, 0xff00)\nNo subtests run\n";
    auto const died = tr::only_one_in(
        "no net at t/sea.t line 3.\n# Tests were run but no plan was declared and done_testing() was not "
        "seen.\n"
        "# Looks like your test exited with 255 just after 1.\n" +
            behind,
        "perl");
    BOOST_TEST((died.role == tr::trace_role::raised));
    BOOST_TEST(!died.is_often_survived);
    std::string const second = "# Failed test 'sea'\n# at t/sea.t line 3.\n# | PATH | GOT |\n";
    auto const failed = tr::only_one_in("\n" + second + behind, "perl");
    BOOST_TEST(failed.exception.message == "Failed test 'sea'");
    BOOST_TEST(failed.exception.frames.back().line == 3);
    BOOST_TEST((failed.role == tr::trace_role::raised));
    // of a test that may fail
    BOOST_TEST((tr::only_one_in(second + "t/sea.t .. ok\nAll tests successful.\n", "perl").role ==
                tr::trace_role::notice));
}

BOOST_AUTO_TEST_CASE(what_yaml_cannot_load_is_told_as_the_problem) {
    std::string const text =
        "YAML::XS::Load Error: The problem:\n\n    no end of the nets\n\n"
        "was found at document: 1, line: 2, column: 2\nwhile parsing a sequence at line: 1, column: 4\n";
    auto const found = tr::only_one_in("fishing\n" + text + "behind\n", "perl");
    BOOST_TEST(found.exception.message == "no end of the nets");
    BOOST_TEST(found.text == text);
    BOOST_TEST(tr::traces_in("YAML::XS::Load Error: The problem:\nplain\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(of_a_thread_that_died_its_own_words_tell) {
    auto const found = tr::only_one_in("Thread 2 terminated abnormally: no net at fish.pl line 9.\n", "perl");
    BOOST_TEST(found.exception.message == "no net");
    auto const other = tr::only_one_in("Thread of the net: no net at fish.pl line 9.\n", "perl");
    BOOST_TEST(other.exception.message == "Thread of the net: no net");
}

BOOST_AUTO_TEST_CASE(a_function_before_the_message_is_no_class) {
    auto found = tr::only_one_in("Sea::Net::cast: no cod at fish.pl line 9.\n", "perl");
    BOOST_TEST(found.exception.type == "error");
    BOOST_TEST(found.exception.message == "Sea::Net::cast: no cod");
    found = tr::only_one_in("Sea::NoCod: no cod at fish.pl line 9.\n", "perl");
    BOOST_TEST(found.exception.type == "Sea::NoCod");
}

BOOST_AUTO_TEST_CASE(a_stack_stands_behind_empty_lines_below_what_was_raised_again) {
    std::string const text =
        "no nut at 3: no tree at fish.pl line 10.\n\t...propagated at lib/Net.pm line 67.\n\n\n"
        "Trace begun at fish.pl line 10\nmain::fish('cod') called at fish.pl line 16\n";
    auto const found = tr::only_one_in(text + "after\n", "perl");
    BOOST_TEST(found.last_line == 5u);
    BOOST_TEST(found.exception.message == "no nut at 3: no tree");
    // without its message a stack's head is none
    BOOST_TEST(tr::traces_in("fishing\n\n\n\nTrace begun at fish.pl line 10\n").empty());
}

BOOST_AUTO_TEST_CASE(what_dbi_said_is_told_without_the_caller) {
    auto const found = tr::only_one_in(
        "DBIx::Class::Storage::DBI::_dbh_execute(): DBI Exception: DBD::Pg::st execute failed: no such fish "
        "[for Statement \"INSERT INTO fish (name) VALUES (?)\" with ParamValues: 1='cod'] at sea.pl line "
        "18\n",
        "perl");
    BOOST_TEST(found.exception.message ==
               "DBD::Pg::st execute failed: no such fish [for Statement \"INSERT INTO fish (name) VALUES "
               "(?)\" with ParamValues: 1='cod']");
    BOOST_TEST(found.exception.frames.back().line == 18);
    // what it warns of has the same form
    BOOST_TEST(tr::traces_in("DBIx::Class::Storage::DBI::insert(): Missing value for key 'id' on Fish at "
                             "sea.pl line 18\nsold\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(a_subtest_that_failed_tells_more_than_the_test_around_it) {
    for (std::string const head : {"# Failed test", "#   Failed test"}) {
        std::string const inner = "    " + head + " 'is fresh'\n    # at t/fish.t line 7.\n    # got: 3\n";
        std::string const outer = head + " 'all of the cod'\n# at t/fish.t line 9.\n";
        auto const found = tr::only_one_in("ok 1\n" + inner + "\n" + outer + "t/fish.t ..\n", "perl");
        BOOST_TEST(found.exception.message == "Failed test 'is fresh'");
        BOOST_TEST(found.exception.frames.back().line == 7);
        BOOST_TEST((found.role == tr::trace_role::raised));
        BOOST_TEST(found.text == inner);
    }
    auto const counted = tr::only_one_in(
        "    #   Failed test 'is fresh'\n    #   at t/fish.t line 7.\n"
        "    # Looks like you failed 1 test of 2.\n\n#   Failed test 'cod'\n#   at t/fish.t line 9.\n"
        "# Looks like you failed 1 test of 1.\n",
        "perl");
    BOOST_TEST(counted.exception.message == "Failed test 'is fresh'");
    BOOST_TEST(counted.last_line == 1u);
    BOOST_TEST(tr::traces_in("    # a note\n    # at t/fish.t line 7.\n").empty());
}

BOOST_AUTO_TEST_CASE(a_test_may_die_with_a_text_that_tells_no_place) {
    auto const found = tr::only_one_in(
        "ok 1 - sells\nno nut left\n# Looks like your test exited with 255 just after 1.\nDubious, test "
        "returned 255\n",
        "perl");
    BOOST_TEST(found.exception.message == "no nut left");
    BOOST_TEST((found.role == tr::trace_role::raised));
    BOOST_TEST(tr::traces_in("ok 1\n# Looks like your test exited with 2 before it could output anything.\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(podchecker_tells_each_error_in_a_line) {
    auto const found = tr::only_one_in(
        "*** WARNING: empty section at line 2 in file nut.pod\n*** ERROR: no =back at line 3 in file "
        "nut.pod\n"
        "nut.pod has 1 pod syntax error.\n",
        "perl");
    BOOST_TEST(found.exception.message == "no =back at line 3 in file nut.pod");
    BOOST_TEST(tr::traces_in("*** ERROR: no nut\nsold\n").empty());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_with_xml_that_has_no_name_is_a_guess) {
    std::string const text =
        ":3: parser error : no end of nut\n<nut>\n     ^\n:4: namespace error : no shop\n<s:nut/>\n      ^\n";
    auto const found = tr::traces_in(text + "mended\n", true);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "perl");
    BOOST_TEST(found[0].exception.message == "no end of nut");
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(tr::traces_in(text + "mended\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
