// Forms of shells whose lines tell the script without the word "line", and of traps.
#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

struct sample {
    std::string line, type, message, file;
    int number;
};

void check(sample const& s) {
    BOOST_TEST_CONTEXT(s.line) {
        auto const found = tr::only_one_in("before\n" + s.line + "\nafter\n", "shell");
        BOOST_TEST(found.exception.type == s.type);
        BOOST_TEST(found.exception.message == s.message);
        BOOST_REQUIRE(found.exception.frames.size() == 1u);
        BOOST_TEST(found.exception.frames[0].file == s.file);
        BOOST_TEST(found.exception.frames[0].line == s.number);
        BOOST_TEST(found.text == s.line + "\n");
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shell_forms_tests)

BOOST_AUTO_TEST_CASE(whatever_dash_says_of_a_script_is_told_by_its_form) {
    for (sample const& s : {
             sample{"load.sh: 4: Illegal number: 08", "command failed", "Illegal number: 08", "load.sh", 4},
             sample{"load.sh: 4: set: Illegal option -o pipefail", "command failed",
                    "set: Illegal option -o pipefail", "load.sh", 4},
             sample{"load.sh: 4: V: is read only", "command failed", "V: is read only", "load.sh", 4},
             sample{"load.sh: 4: [: a: unexpected operator", "command failed", "[: a: unexpected operator",
                    "load.sh", 4},
             sample{"load.sh: 4: arithmetic expression: division by zero: \" 1 / n \"", "command failed",
                    "arithmetic expression: division by zero: \" 1 / n \"", "load.sh", 4},
             sample{"load.sh: 4: TOKEN: must be given", "unbound variable", "TOKEN: must be given", "load.sh",
                    4},
             sample{"load.sh: 4: eval: Syntax error: Unterminated quoted string", "syntax error",
                    "eval: Syntax error: Unterminated quoted string", "load.sh", 4},
             sample{"load.sh: 4: 9: Bad file descriptor", "command failed", "9: Bad file descriptor",
                    "load.sh", 4},
         })
        check(s);
}

BOOST_AUTO_TEST_CASE(ksh_puts_the_line_into_brackets) {
    check({"load.sh[12]: tar9: not found [No such file or directory]", "command not found",
           "tar9: not found [No such file or directory]", "load.sh", 12});
    check({"load.ksh[3]: tar9: inaccessible or not found", "command not found",
           "tar9: inaccessible or not found", "load.ksh", 3});
    BOOST_TEST(tr::traces_in("load[12]: tar9: not found\n").empty());
}

BOOST_AUTO_TEST_CASE(a_script_that_was_sourced_is_where_it_happened) {
    check({"load.sh: ./etc/settings.inc: line 9: syntax error: unexpected end of file", "syntax error",
           "syntax error: unexpected end of file", "./etc/settings.inc", 9});
}

BOOST_AUTO_TEST_CASE(a_trap_may_name_the_place_in_any_words) {
    std::string const tool = "tar: a.tgz: Cannot open: No such file\ntar: Error is not recoverable\n";
    for (std::string const trap : {"ERROR: \"tar xf a.tgz\" failed at load.sh:7 with 2",
                                   "[load.sh] failed in unpack on line 7 (exit 2)"}) {
        BOOST_TEST_CONTEXT(trap) {
            auto const found = tr::only_one_in("unpacking\n" + tool + trap + "\n", "shell");
            BOOST_TEST(found.exception.message == "a.tgz: Cannot open: No such file");
            BOOST_REQUIRE(found.exception.frames.size() == 1u);
            BOOST_TEST(found.exception.frames[0].file == "load.sh");
            BOOST_TEST(found.exception.frames[0].line == 7);
            BOOST_TEST(found.text == tool + trap + "\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(what_a_search_or_a_logger_tells_of_a_script_is_none) {
    for (std::string const line :
         {"load.sh:7:  echo \"copy failed\"", "2026-11-26 10:00:00 ERROR copy failed at load.sh:7",
          "epoch: 3 failed 0", "see load.sh:7 for details", "load.sh: 12 rows"})
        BOOST_TEST(tr::traces_in("a\n" + line + "\nb\n").empty(), line);
}

BOOST_AUTO_TEST_CASE(a_variable_that_must_be_set_may_have_any_name) {
    check({"./go.sh: line 9: input: no input was given", "unbound variable", "input: no input was given",
           "./go.sh", 9});
    check({"./go.sh: line 9: sizes[$box]: no size is set", "unbound variable", "sizes[$box]: no size is set",
           "./go.sh", 9});
    check({"./go.sh: line 9: sizes[x y]: bad array subscript", "command failed",
           "sizes[x y]: bad array subscript", "./go.sh", 9});
    check({"./go.sh: line 9: cd: HOME not set", "command failed", "cd: HOME not set", "./go.sh", 9});
}

BOOST_AUTO_TEST_CASE(a_wrong_figure_is_no_error_of_syntax) {
    check({"go.sh: line 2: 2 ** -1: exponent less than 0 (error token is \"1\")", "command failed",
           "2 ** -1: exponent less than 0 (error token is \"1\")", "go.sh", 2});
    check({"go.sh: line 2: 1 +: syntax error: operand expected (error token is \"+\")", "syntax error",
           "1 +: syntax error: operand expected (error token is \"+\")", "go.sh", 2});
}

BOOST_AUTO_TEST_CASE(an_exported_function_stands_under_the_name_of_the_environment) {
    check({"environment: line 7: ffprobe: command not found", "command not found",
           "ffprobe: command not found", "environment", 7});
    BOOST_TEST(tr::traces_in("environment: line 7 is the default\nenvironment: not found here\n").empty());
}

BOOST_AUTO_TEST_CASE(what_another_script_shows_with_a_name_before_it_is_told) {
    auto const found = tr::only_one_in("night\n   load | ./load.sh: line 4: $2: unbound variable\n", "shell");
    BOOST_TEST(found.exception.message == "$2: unbound variable");
    BOOST_TEST(found.exception.frames[0].file == "./load.sh");
    // the source of something
    BOOST_TEST(tr::traces_in("   12 | run.sh: line 3: foo: command not found\n").empty());
}

BOOST_AUTO_TEST_CASE(a_trap_that_names_no_script_is_known_by_the_tool_above_it) {
    std::string const text = "gunzip: day.gz: No such file or directory\nload failed at line 31, status 1\n";
    auto const found = tr::only_one_in("load\n" + text + "load: removing parts\n", "shell");
    BOOST_TEST(found.exception.message == "day.gz: No such file or directory");
    BOOST_TEST(found.text == text);
    BOOST_TEST(tr::traces_in("plain words\nload failed at line 31, status 1\nplain\nplain\nplain\n").empty());
    BOOST_TEST(
        tr::traces_in("gunzip: 3 files\n0 checks failed at line 31, exit 0\nplain\nplain\nplain\n").empty());
}

BOOST_AUTO_TEST_CASE(how_to_call_a_command_is_a_failure_only_at_the_end) {
    std::string const usage =
        "/bin/sh: 3: kill: Usage: kill [-s sigspec] [pid | job]... or\nkill -l [status]\n";
    BOOST_TEST(tr::only_one_in(usage, "shell").text == usage);
    BOOST_TEST(tr::only_one_in(usage + "stop ended with 2\n", "shell").exception.type == "command failed");
    BOOST_TEST(tr::traces_in(usage + "none ran\nweb is up\nworker is up\nbeat is up\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
