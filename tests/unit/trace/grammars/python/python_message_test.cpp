// Where the message of an exception ends.
#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

std::string raised_by(std::string const& statement, std::string const& raised) {
    return "Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in step\n    " + statement +
           "\n" + raised + "\n";
}

// Whether the lines behind it are kept.
bool keeps(std::string const& statement, std::string const& raised, std::string const& behind) {
    auto const found = tr::traces_in(raised_by(statement, raised) + behind + "\n");
    return found.size() == 1 && found[0].text == raised_by(statement, raised) + behind + "\n";
}

bool drops(std::string const& statement, std::string const& raised, std::string const& behind) {
    auto const found = tr::traces_in(raised_by(statement, raised) + behind + "\n");
    return found.size() == 1 && found[0].text == raised_by(statement, raised);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(python_message_tests)

BOOST_AUTO_TEST_CASE(a_statement_that_shows_the_whole_string_has_one_line) {
    BOOST_TEST(
        drops("raise LoadError(\"no such file: %s\" % name)", "app.LoadError: no such file: a", "tables: 3"));
    BOOST_TEST(drops("raise ValueError(f'bad {x}')", "ValueError: bad 3", "tables: 3"));
    BOOST_TEST(
        drops("assert size == 3, \"three are needed\"", "AssertionError: three are needed", "tables: 3"));
    BOOST_TEST(drops("if not x: raise ValueError('none')", "ValueError: none", "tables: 3"));
}

BOOST_AUTO_TEST_CASE(a_string_with_a_line_break_or_that_is_not_shown_whole_may_go_on) {
    BOOST_TEST(keeps("raise LoadError(\"no file\\n%s\" % rest)", "app.LoadError: no file", "it was moved"));
    BOOST_TEST(keeps("raise LoadError(\"no file; \"", "app.LoadError: no file; ", "it was moved"));
    BOOST_TEST(keeps("raise LoadError(REPORT % name)", "app.LoadError: no file", "it was moved"));
    BOOST_TEST(
        keeps("raise LoadError(\"failed: \" + child.stderr)", "app.LoadError: failed: a", "b was moved"));
}

BOOST_AUTO_TEST_CASE(types_whose_text_has_one_line_end_with_it) {
    BOOST_TEST(drops("rows[name]", "KeyError: 'a'", "tables: 3"));
    BOOST_TEST(
        drops("open(name)", "FileNotFoundError: [Errno 2] No such file or directory: 'a'", "tables: 3"));
    BOOST_TEST(drops("int(x)", "ValueError: invalid literal for int() with base 10: 'x'", "tables: 3"));
    BOOST_TEST(drops("raise Stop", "app.Stop", "tables: 3"));
}

BOOST_AUTO_TEST_CASE(words_of_an_end_or_of_another_program_are_none_of_an_unknown_message) {
    for (std::string const behind :
         {"loader 3 stopped", "closing the pool", "make: *** [all] Error 1", "+ exit 1", "100%|####| 3/3",
          "saved 3", "srun: error: node1: task 0: Exited", "```"})
        BOOST_TEST(!keeps("raise error", "RuntimeError: lost", behind), behind);
}

BOOST_AUTO_TEST_CASE(fields_of_pydantic_belong_whatever_they_are_called) {
    std::string const raised = "pydantic.error_wrappers.ValidationError: 2 validation errors for Settings";
    BOOST_TEST(keeps("raise validation_error", raised,
                     "retries\n  field required\nworkers -> 1 -> process\n  not an integer"));
    BOOST_TEST(!keeps("raise validation_error", raised, "retries\n  field required\nclosing the pool"));
    BOOST_TEST(!keeps("raise error", "RuntimeError: lost", "retries\n  field required"));
}

BOOST_AUTO_TEST_CASE(notes_and_indented_lines_belong_even_to_a_known_message) {
    BOOST_TEST(keeps("rows[name]", "KeyError: 'a'", "while reading b.csv"));
    BOOST_TEST(keeps("rows[name]", "KeyError: 'a'", "in b.csv, line 3\n  the line was: c"));
    BOOST_TEST(keeps("rows[name]", "KeyError: 'a'", "  known are: b, c"));
}

BOOST_AUTO_TEST_CASE(paragraphs_belong_where_the_message_has_shown_to_have_several) {
    BOOST_TEST(keeps("raise LoadError(REPORT)", "app.LoadError: bad",
                     "  code: 7\n\nReports may come late and at another call.\nSet SYNC=1 to find it."));
    BOOST_TEST(drops("raise LoadError(REPORT)", "app.LoadError: bad", "\nThe tables are three in number."));
    BOOST_TEST(keeps("check(x)", "RuntimeError: ",
                     "    A process was started too early.\n\n    Wait for it:\n\n        wait()"));
    BOOST_TEST(keeps("self.assertEqual(a, b)", "AssertionError: Lists differ: [1] != [2]",
                     "\nFirst differing element 0:\n1\n2\n\n- [1]\n+ [2]"));
}

BOOST_AUTO_TEST_CASE(what_libraries_add_in_brackets_is_no_record) {
    BOOST_TEST(keeps("run(x)", "sqlalchemy.exc.IntegrityError: (sqlite3.IntegrityError) not unique",
                     "[SQL: INSERT INTO a VALUES (?)]\n[parameters: (1,)]\n"
                     "(Background on this error at: https://sqlalche.me/e/20/gkpj)"));
    BOOST_TEST(keeps("run(x)", "sqlalchemy.exc.ProgrammingError: (nutdb.Exists) there is one",
                     "\n[SQL: \nCREATE TABLE nuts (\n\tid SERIAL NOT NULL\n)\n\n]\n"
                     "(Background on this error at: https://sqlalche.me/e/20/gkpj)"));
    BOOST_TEST(keeps("Model(x=1)",
                     "pydantic_core._pydantic_core.ValidationError: 1 validation error for Model",
                     "name\n  Field required [type=missing, input_value={}, input_type=dict]\n"
                     "    For further information visit https://errors.pydantic.dev/2/v/missing"));
}

BOOST_AUTO_TEST_CASE(a_statement_of_several_lines_is_read_whole) {
    std::string const head =
        "Traceback (most recent call last):\n  File \"a.py\", line 3, in f\n"
        "    raise LoadError(\n        \"no rows in %s\" % name\n    )\n"
        "app.LoadError: no rows in a\n";
    auto const found = tr::traces_in(head + "tables: 3\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == head);
}

BOOST_AUTO_TEST_CASE(who_tries_once_more_says_so_himself) {
    BOOST_TEST(drops("self.rows = self.read(name)", "app.LoadError: no file",
                     "try 1 did not work, once more in 2 s"));
    BOOST_TEST(keeps("self.rows = self.read(name)", "app.LoadError: no file", "it was moved once or more"));
}

BOOST_AUTO_TEST_CASE(of_a_command_that_failed_its_own_words_are_told) {
    std::string const text =
        "Traceback (most recent call last):\n  File \"/lib/sh.py\", line 865, in wait\n    raise exc\n"
        "sh.ErrorReturnCode_2: \n\n  RAN: /bin/fish cod\n\n  STDOUT:\nsailing\n\n  STDERR:\nfish: no cod\n"
        "fish: sails home\n";
    auto const found = tr::only_one_in(text + "\n", "python");
    BOOST_TEST(found.exception.message == "fish: no cod");
    BOOST_TEST(found.cause_line == "sh.ErrorReturnCode_2: fish: no cod");
    BOOST_TEST(found.text == text);
}

BOOST_AUTO_TEST_CASE(as_many_lines_belong_as_the_statement_shows_whatever_stands_between_them) {
    std::string const statement = "raise LoadError(\"cannot load\\nconfig: two\\n\\nfour\")";
    BOOST_TEST(keeps(statement, "app.LoadError: cannot load", "config: two\n\nfour"));
    BOOST_TEST(!keeps(statement, "app.LoadError: cannot load", "config: two\n\nfour\ncleanup: removing a"));
}

BOOST_AUTO_TEST_CASE(what_a_colon_announces_is_told_with_it) {
    for (std::string const behind : {"  (3, 4)", "Expected: 1", "\nplease retry"}) {
        auto const found = tr::traces_in(raised_by("f(x)", "ValueError: bad shapes:") + behind + "\n");
        BOOST_REQUIRE(found.size() == 1u);
        std::string const said = behind.substr(behind.find_first_not_of(" \n"));
        BOOST_TEST(found[0].cause_line == "ValueError: bad shapes: " + said);
        BOOST_TEST(found[0].exception.message == "bad shapes: " + said);
    }
}

BOOST_AUTO_TEST_CASE(a_note_may_stand_between_notes_of_usual_words) {
    BOOST_TEST(
        keeps("int(x)", "ValueError: invalid literal", "while reading row 7\nfile b.csv\nHint: retype it"));
}

BOOST_AUTO_TEST_CASE(a_link_tells_that_the_lines_before_it_were_the_message) {
    std::string const link = "During handling of the above exception, another exception occurred:";
    auto const found =
        tr::traces_in(raised_by("raise error", "app.LoadError: cannot load") + "\nrows: 3\n\nclosing\n\n" +
                      link + "\n\n" + raised_by("rows[name]", "KeyError: 'a'"));
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cause_line == "KeyError: 'a'");
    BOOST_REQUIRE(found[0].exception.chain.size() == 1u);
    BOOST_TEST(found[0].exception.chain[0].type == "app.LoadError");
}

BOOST_AUTO_TEST_SUITE_END()
