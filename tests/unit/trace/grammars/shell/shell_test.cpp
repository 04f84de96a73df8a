#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(shell_tests)

BOOST_AUTO_TEST_CASE(every_shell_says_it_in_its_own_form) {
    struct sample {
        std::string line, type, message, file;
        int number;
    };
    for (sample const& s : {
             sample{"run.sh: line 6: foo: command not found", "command not found", "foo: command not found",
                    "run.sh", 6},
             sample{"./run: line 6: foo: not found", "command not found", "foo: not found", "./run", 6},
             sample{"run.sh: 6: foo: not found", "command not found", "foo: not found", "run.sh", 6},
             sample{"/bin/sh: 1: foo: not found", "command not found", "foo: not found", "/bin/sh", 1},
             sample{"run.sh:6: command not found: foo", "command not found", "command not found: foo",
                    "run.sh", 6},
             sample{"run.sh: line 2: A: unbound variable", "unbound variable", "A: unbound variable",
                    "run.sh", 2},
             sample{"run.sh: 2: A: parameter not set", "unbound variable", "A: parameter not set", "run.sh",
                    2},
             sample{"run.sh: 2: Syntax error: \"fi\" unexpected", "syntax error",
                    "Syntax error: \"fi\" unexpected", "run.sh", 2},
             sample{"bash: -c: line 1: syntax error: unexpected end of file", "syntax error",
                    "syntax error: unexpected end of file", "bash", 1},
             sample{"run.sh: line 9: 1/0: division by 0 (error token is \"0\")", "command failed",
                    "1/0: division by 0 (error token is \"0\")", "run.sh", 9},
             sample{"run.sh: line 9: /opt/x: Permission denied", "permission denied",
                    "/opt/x: Permission denied", "run.sh", 9},
             sample{"run.sh: 9: /opt/x: Permission denied", "permission denied", "/opt/x: Permission denied",
                    "run.sh", 9},
             sample{"run.sh: line 9: cd: /x: No such file or directory", "command failed",
                    "cd: /x: No such file or directory", "run.sh", 9},
         }) {
        BOOST_TEST_CONTEXT(s.line) {
            auto const found = tr::traces_in("before\n" + s.line + "\nafter\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].exception.type == s.type);
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
            BOOST_TEST(found[0].exception.frames[0].file == s.file);
            BOOST_TEST(found[0].exception.frames[0].line == s.number);
            BOOST_TEST((found[0].role == tr::trace_role::notice));
            BOOST_TEST(found[0].text == s.line + "\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_command_line_has_no_number_and_no_frame) {
    auto const found = tr::traces_in("bash: foo: command not found\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "command not found");
    BOOST_TEST(found[0].exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(the_text_of_a_syntax_error_belongs_to_it) {
    std::string const text =
        "a.sh: line 6: syntax error near unexpected token `done'\na.sh: line 6: `done'\n";
    auto const found = tr::traces_in(text + "a.sh: line 7: `x'\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
}

BOOST_AUTO_TEST_CASE(a_command_that_a_signal_ended_was_killed) {
    auto const killed = tr::traces_in("run.sh: line 3:  4242 Killed                  ./train --all\n");
    BOOST_REQUIRE(killed.size() == 1u);
    BOOST_TEST((killed[0].role == tr::trace_role::killed));
    BOOST_TEST(killed[0].exception.type == "Killed");
    BOOST_TEST(killed[0].exception.message == "./train --all");
    auto const aborted =
        tr::traces_in("run.sh: line 3:  4242 Aborted                 (core dumped) ./train --all\n");
    BOOST_REQUIRE(aborted.size() == 1u);
    BOOST_TEST(aborted[0].exception.message == "./train --all");
    auto const crashed =
        tr::traces_in("run.sh: line 3:  4242 Segmentation fault      (core dumped) ./train --all\n");
    BOOST_REQUIRE(crashed.size() == 1u);
    BOOST_TEST((crashed[0].role == tr::trace_role::killed));
    BOOST_TEST(crashed[0].exception.type == "Segmentation fault");
    BOOST_TEST(crashed[0].exception.message == "");
}

BOOST_AUTO_TEST_CASE(what_is_quoted_logged_or_of_another_tool_is_none) {
    for (std::string const line :
         {"    run.sh: line 6: foo: command not found", "`run.sh: line 6: foo: command not found` means ...",
          "2026-11-22 10:00:00 ERROR run.sh: line 6: foo: command not found",
          "usage: try 'run.sh: line 3: x: command not found'", "config: line 3: key: not found",
          "page 3: not found", "user: 12: not found",
          "run.sh: line 3: warning: here-document at line 1 delimited by end-of-file",
          "+ echo run.sh: line 6: foo: command not found", "cache: 5: entry: not found",
          "http://host/a: 404: page: not found it", "error: bash: not here"}) {
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(tr::traces_in(line + "\nrow 1\n").empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(other_shells_and_other_commands_say_it_their_way) {
    struct sample {
        std::string line, type, message;
        int number;
    };
    for (sample const& s : {
             sample{"run.sh: cd: line 4: can't cd to /none: No such file or directory", "command failed",
                    "can't cd to /none: No such file or directory", 4},
             sample{"run.sh: line 4: A: must be given", "unbound variable", "A: must be given", 4},
             sample{"run.sh: line 4: local: can only be used in a function", "command failed",
                    "local: can only be used in a function", 4},
             sample{"run.sh: 4: cannot open /none: No such file", "command failed",
                    "cannot open /none: No such file", 4},
             sample{"run.zsh:4: no such file or directory: /none/error", "command failed",
                    "no such file or directory: /none/error", 4},
             sample{"run.zsh:4: parse error near `fi'", "syntax error", "parse error near `fi'", 4},
             sample{"run.sh: line 4: divide by zero", "command failed", "divide by zero", 4},
             sample{"/usr/bin/env: 'none': command not found", "command not found",
                    "'none': command not found", 0},
             sample{"timeout: failed to run command 'none error': No such file or directory",
                    "command not found", "failed to run command 'none error': No such file or directory", 0},
         }) {
        BOOST_TEST_CONTEXT(s.line) {
            auto const found = tr::traces_in("before\n" + s.line + "\nafter\n");
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].exception.type == s.type);
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_TEST(found[0].exception.frames.empty() == (s.number == 0));
            if (s.number > 0) BOOST_TEST(found[0].exception.frames[0].line == s.number);
            BOOST_TEST(found[0].text == s.line + "\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(the_traced_command_that_failed_is_no_part_of_it) {
    auto const found = tr::traces_in("+ n=3\n+ foo --all\nrun.sh: line 6: foo: command not found\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 2u);
    BOOST_TEST(found[0].exception.message == "foo: command not found");
    auto const other = tr::traces_in("++ bar\nrun.sh: 6: foo: not found\n");
    BOOST_TEST(other.at(0).first_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_syntax_error_may_be_told_in_two_lines) {
    auto const found = tr::traces_in(
        "run.sh: line 8: unexpected EOF while looking for matching `\"'\nrun.sh: line 9: syntax error: "
        "unexpected end of "
        "file\nother.sh: line 1: syntax error: x\n");
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].last_line == 1u);
    BOOST_TEST(found[0].exception.frames[0].line == 8);
    auto const usage =
        tr::traces_in("run.sh: line 3: declare: -Z: invalid option\ndeclare: usage: declare [-a]\nx\n");
    BOOST_TEST(usage.at(0).last_line == 1u);
}

BOOST_AUTO_TEST_CASE(a_trap_says_where_and_the_tool_before_it_what) {
    auto const found =
        tr::traces_in("counting\nsort: none.txt: No such file\nerror in /app/run.sh, line 5: status 2\nx\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "command failed");
    BOOST_TEST(found[0].exception.message == "none.txt: No such file");
    BOOST_TEST(found[0].exception.frames.at(0).line == 5);
    BOOST_TEST(found[0].exception.frames.at(0).file == "/app/run.sh");
    BOOST_TEST(found[0].first_line == 1u);
    auto const alone = tr::traces_in("Counting now\nrun.sh failed at line 7\n");
    BOOST_REQUIRE(alone.size() == 1u);
    BOOST_TEST(alone[0].exception.message == "run.sh failed at line 7");
    auto const other = tr::traces_in("sort: none.txt: No such file\nrun.sh reached line 7\n");
    BOOST_TEST(other.at(0).exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(an_indented_example_is_no_trap_behind_any_prefix) {
    for (std::string const prefix : {"", "[rank1]: ", "node1: ", "3: ", "12:00:00 host app[12]: "}) {
        std::string const text = prefix + "usage: run.sh DIR\n" + prefix +
                                 "  exit 1: error, e.g. 'run.sh: line 3: rsync: command not found'\n";
        BOOST_TEST(tr::traces_in(text).empty(), prefix);
    }
}

BOOST_AUTO_TEST_SUITE_END()
