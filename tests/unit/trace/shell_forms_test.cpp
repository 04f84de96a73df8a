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

BOOST_AUTO_TEST_SUITE_END()
