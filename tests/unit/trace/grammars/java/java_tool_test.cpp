// Compilers, frameworks and build tools of the JVM.
#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only_one_in(std::string const& text) {
    return tr::only_one_in(text, "java");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(java_tool_tests)

BOOST_AUTO_TEST_CASE(of_what_a_compiler_says_the_first_error_is_the_trace) {
    std::string const first =
        "src/A.java:3: error: cannot find symbol\n  go();\n  ^\n  symbol:   method go()\n  location: class "
        "A\n";
    std::string const text =
        first +
        "src/A.java:9: warning: [removal] f() is deprecated\n  f();\n   ^\nNote: Some messages were "
        "simplified\n"
        "1 error\n1 warning\n";
    auto const t = only_one_in("compiling\n" + text + "error: compilation failed\nafter\n");
    BOOST_TEST(t.text == first);
    BOOST_TEST(t.last_line == 5u);
    BOOST_TEST(t.exception.type == "build failed");
    BOOST_TEST(t.exception.message == "cannot find symbol");
    BOOST_REQUIRE(t.exception.frames.size() == 1u);
    BOOST_TEST(t.exception.frames[0].line == 3);
    BOOST_TEST((t.role == tr::trace_role::raised));
    BOOST_TEST(only_one_in(text + "after\n").text == first);
    std::string const made = text + "make: *** [Makefile:3: A.class] Error 1\n";
    BOOST_TEST(only_one_in("javac A.java\n" + made + "after\n").text == made);
}

BOOST_AUTO_TEST_CASE(other_compilers_and_build_tools_print_places_in_their_way) {
    for (std::string const line :
         {"/srv/A.kt:3:5: error: unresolved reference: b", "e: file:///srv/A.kt:3:5 Unresolved",
          "e: /srv/A.kt: (3, 5): Unresolved", "[ERROR] /srv/A.java:[3,5] cannot find symbol"}) {
        auto const t = only_one_in("up\n" + line + "\n");
        BOOST_TEST(t.exception.frames.back().line == 3);
        BOOST_TEST((t.role == tr::trace_role::notice));
    }
    BOOST_TEST(only_one_in("error: no class declared in source file\n").exception.message ==
               "no class declared in source file");
}

BOOST_AUTO_TEST_CASE(warnings_and_places_without_an_error_start_nothing) {
    for (auto const* text : {"A.java:3: warning: [deprecation] no error\n  f();\n  ^\n1 warning\n",
                             "A.java:3: see error: none\n", "error: see A.java:3\nrow 1\n",
                             "A.java:error: x\n", "w: file:///srv/A.kt:3:5 error unused\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(spring_describes_why_it_did_not_start) {
    std::string const text =
        "***************************\nAPPLICATION FAILED TO START\n***************************\n\n"
        "Description:\n\nPort 80 is in use.\n\nMore of it.\n\nAction:\n\nChoose another port.\n";
    auto const t = only_one_in("up\n" + text + "\nafter\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "APPLICATION FAILED TO START");
    BOOST_TEST(t.exception.message == "Port 80 is in use.");
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 13u);
}

BOOST_AUTO_TEST_CASE(a_failed_build_is_a_summary) {
    std::string const gradle =
        "FAILURE: Build failed with an exception.\n\n* What went wrong:\nExecution failed for task ':test'.\n"
        "> There were failing tests. See the report\n   > deeper\n\n* Try:\n> Run with --scan\n\n"
        "BUILD FAILED in 3s\n";
    auto const t = only_one_in("\n" + gradle + "1 actionable task: 1 executed\n");
    BOOST_TEST(t.text == gradle);
    BOOST_TEST(t.exception.message == "Execution failed for task ':test'.");
    BOOST_TEST(t.root_line == "deeper");
    BOOST_TEST((t.role == tr::trace_role::summary));
    auto const maven = only_one_in(
        "[INFO] BUILD FAILURE\n[ERROR] Failed to execute goal a.b:c:1.0:run (default) on project d: no -> "
        "[Help 1]\n"
        "[ERROR] \n[ERROR] To see the full stack trace, use -e.\n[ERROR] [Help 1] "
        "http://example.org/x\nafter\n");
    BOOST_TEST(maven.last_line == 4u);
    BOOST_TEST(maven.exception.type == "build failed");
    auto const other = only_one_in(
        "[INFO] BUILD FAILURE\n[ERROR] Plugin a:b:2.6 or one of its dependencies could not be resolved -> "
        "[Help 1]\n[ERROR] \n[ERROR] To see the full stack trace, use -e.\n[ERROR] [Help 1] "
        "http://example.org/x\nafter\n");
    BOOST_TEST(other.last_line == 4u);
    BOOST_TEST(other.exception.type == "build failed");
    BOOST_TEST(tr::traces_in("press here -> [Help 1]\n").empty());
    BOOST_TEST(tr::traces_in("Failed to execute goal a:b, trying c\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(what_mavens_compiler_said_is_the_reason_of_the_failed_build) {
    std::string const rule = "[INFO] -------------------------------------------------------------\n";
    std::string const text =
        "[ERROR] COMPILATION ERROR : \n" + rule +
        "[ERROR] /srv/src/Car.java:[7,12] ';' expected\n  (of two)\n"
        "[ERROR] /srv/src/Car.java:[9,1] class expected\n"
        "[INFO] 2 errors \n" +
        rule + "[INFO] BUILD FAILURE\n[INFO] Total time:  0.9 s\n" +
        "[ERROR] Failed to execute goal a.b:c:1.0:compile (default-compile) on project d: Compilation "
        "failure: \n"
        "[ERROR] /srv/src/Car.java:[7,12] ';' expected\n[ERROR] -> [Help 1]\n[ERROR] \n"
        "[ERROR] To see the full stack trace, use -e.\n[ERROR] [Help 1] http://example.org/x\n";
    for (std::string const time : {"", "2026-11-22 12:00:00,123 "}) {
        std::string log = "[INFO] Scanning\n" + text + "after\n";
        for (std::size_t at = 0; !time.empty() && at < log.size(); at = log.find('\n', at) + 1)
            log.insert(at, time);
        auto const t = only_one_in(log);
        BOOST_TEST(t.first_line == 3u);
        BOOST_TEST(t.last_line == 4u);
        BOOST_TEST(t.exception.type == "build failed");
        BOOST_TEST(t.exception.message == "';' expected");
        BOOST_REQUIRE(t.exception.frames.size() == 1u);
        BOOST_TEST(t.exception.frames[0].file == "/srv/src/Car.java");
        BOOST_TEST(t.exception.frames[0].line == 7);
    }
    // without a place
    auto const bare =
        only_one_in("[ERROR] COMPILATION ERROR : \n" + rule +
                    "[ERROR] the compiler is missing\n[INFO] 1 error\n"
                    "[ERROR] Failed to execute goal a.b:c:1.0:compile on project d -> [Help 1]\n"
                    "row 1\n");
    BOOST_TEST(bare.exception.message == "the compiler is missing");
    BOOST_TEST(bare.last_line == 2u);
    BOOST_TEST(tr::traces_in("[INFO] COMPILATION ERROR : none\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(clojure_says_where_and_what) {
    auto const t = only_one_in(
        "Execution error (ArithmeticException) at user/share (core.clj:3).\nDivide by zero\n\nFull report "
        "at:\n"
        "/tmp/clojure-1.edn\nafter\n");
    BOOST_TEST(t.exception.type == "ArithmeticException");
    BOOST_TEST(t.exception.message == "Divide by zero");
    BOOST_TEST(t.exception.frames.back().function == "user/share");
    BOOST_TEST(t.exception.frames.back().line == 3);
    BOOST_TEST(t.last_line == 1u, "where its report lies is no part of it");
    auto const read = only_one_in(
        "Syntax error compiling at (core.clj:3:1).\nUnable to resolve symbol: a in this context\n");
    BOOST_TEST(read.exception.type == "Syntax error");
    BOOST_TEST(tr::traces_in("Syntax error in line 3 (see above).\nExecution error at noon.\n").empty());
}

BOOST_AUTO_TEST_CASE(maven_cannot_read_a_project) {
    std::string const again =
        "[ERROR] The build could not read 1 project -> [Help 1]\n[ERROR]   \n"
        "[ERROR]   The project nuts:shell:2 (/srv/pom.xml) has 2 errors\n"
        "[ERROR]     'modules.module' is missing. @ line 8, column 13\n[ERROR] \n"
        "[ERROR] [Help 1] http://x.org/ProjectBuildingException\n";
    for (std::string const title : {"[ERROR] ", "[ERROR] [ERROR] "}) {
        for (std::string const level : {"[ERROR] ", "[FATAL] "}) {
            auto const t = only_one_in("[INFO] Scanning for projects...\n" + title +
                                       "Some problems were encountered while processing the POMs:\n"
                                       "[WARNING] 'version' contains an expression @ line 2, column 3\n" +
                                       level +
                                       "'modules.module' is missing. @ line 8, column 13\n"
                                       "[ERROR] 'build.plugins' is odd. @ line 9, column 13\n @ \n" +
                                       again + "after\n");
            BOOST_TEST(t.exception.message == "'modules.module' is missing. @ line 8, column 13");
            BOOST_TEST(t.exception.type == "build failed");
            BOOST_TEST(t.first_line == 3u);
            BOOST_TEST(t.last_line == 3u);
            BOOST_TEST((t.role == tr::trace_role::raised));
        }
    }
    // without its problems
    BOOST_TEST((only_one_in(again).role == tr::trace_role::summary));
    BOOST_TEST(tr::traces_in("[WARNING] Some problems were encountered while processing the POMs:\n"
                             "[ERROR] none\n[INFO] The build could read 1 project\n")
                   .empty());
}

BOOST_AUTO_TEST_CASE(saxon_gives_its_errors_a_code) {
    std::string const text =
        "Static error at char 6 in xsl:sort/@lang on line 7 column 9 of nuts.xsl:\n"
        "  XPST0009: No nut of this kind is\n  known here\n";
    std::string const further =
        "Error at xsl:sort on line 7 column 9 of nuts.xsl:\n  XTDE0031  The lid must be shut\n";
    auto const t = only_one_in("== nuts\n" + text + further + "Errors were reported\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.message == "No nut of this kind is");
    BOOST_TEST(t.cause_line == "XPST0009: No nut of this kind is");
    BOOST_TEST(t.exception.frames.back().file == "nuts.xsl");
    BOOST_TEST(t.exception.frames.back().line == 7);
    BOOST_TEST((t.role == tr::trace_role::notice));
    BOOST_TEST(only_one_in("Type error evaluating (.) in xsl:if on line 3 of /srv/nuts.xsl:\n"
                           "  FORG0009  No number\n")
                   .exception.message == "No number");
    for (auto const* none : {"Error at xsl:sort on line 7 column 9 of nuts.xsl:\n  see there\n",
                             "Warning at xsl:sort on line 7 column 9 of nuts.xsl:\n  SXWN9000: error, no\n",
                             "Error at xsl:sort on line 7 column 9 of nuts.xsl:\n  XTD0031: no\n"})
        BOOST_TEST(tr::traces_in(none).empty(), none);
}

BOOST_AUTO_TEST_CASE(ant_tells_where_it_stopped) {
    std::string const text =
        "BUILD FAILED\n/srv/build.xml:9: The following error occurred while executing this line:\n"
        "/srv/lids.xml:12:3: Could not shut the nut.\n";
    std::string const time = "\nTotal time: 0 seconds\n";
    auto const t = only_one_in("deploy:\n\n" + text + time + "\n");
    BOOST_TEST(t.text == text + time);
    BOOST_TEST(only_one_in(text + "\nafter\n").text == text);
    BOOST_TEST(t.exception.message == "Could not shut the nut.");
    BOOST_TEST(t.exception.frames.back().file == "/srv/lids.xml");
    BOOST_TEST(t.exception.frames.back().line == 12);
    BOOST_TEST((t.role == tr::trace_role::notice));
    for (std::string const said : {"Compile failed; see the compiler output.", "exec returned: 3", ""})
        BOOST_TEST(tr::traces_in("BUILD FAILED\n/srv/build.xml:9: " + said + "\n").empty(), said);
    BOOST_TEST(tr::traces_in("BUILD FAILED in 3s\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(compilers_of_scala_rule_a_line_or_stand_behind_a_level) {
    std::string const ruled =
        "-- [E006] Not Found Error: src/Nut.scala:7:4 ----------\n7 |    lid\n  |    ^^^\n  |    No lid "
        "here\n"
        "  |\n-- Error: src/Nut.scala:9:4 ----------\n9 |    nut\n  |    ^\n  |    No nut\n2 errors found\n";
    std::string const plain =
        "[error] src/Nut.scala:7:5: No lid here\n[error]     lid\n[error]     ^\n[error] one error found\n";
    std::string levels;
    for (std::size_t at = 0; at < ruled.size(); at = ruled.find('\n', at) + 1)
        levels += "[error] " + ruled.substr(at, ruled.find('\n', at) + 1 - at);
    std::array const found{ruled, plain, levels};
    for (std::string const& text : found) {
        auto const t = only_one_in("[info] compiling 1 source\n" + text + "[info] done\n");
        BOOST_TEST(text.starts_with(t.text));
        BOOST_TEST(t.text.ends_with(&text == &found[1] ? "  ^\n" : "  |\n"), t.text);
        BOOST_TEST(t.exception.type == "build failed");
        BOOST_TEST(t.exception.message == "No lid here");
        BOOST_TEST(t.exception.frames.back().file == "src/Nut.scala");
        BOOST_TEST(t.exception.frames.back().line == 7);
        BOOST_TEST((t.role == tr::trace_role::notice));
    }
    for (auto const* none :
         {"-- [E198] Unused Symbol Warning: src/Nut.scala:7:4 ----\n7 | lid\n  | ^\n  | unused\nrow 1\n",
          "src/Nut.scala:7: see\nrow 1\nrow 2\nrow 3\n"})
        BOOST_TEST(tr::traces_in(none).empty(), none);
}

BOOST_AUTO_TEST_CASE(migrations_tell_which_statement_was_refused) {
    std::string const flyway =
        "ERROR: Migration of schema \"nut\" to version \"2 - lids\" failed! Rolled back.\nERROR: Script "
        "V2__lids.sql failed\n"
        "--------------------------\nSQL State  : 42S99\nError Code : 7\nMessage    : No lid here\nLocation  "
        " : V2__lids.sql (/srv/V2__lids.sql)\n"
        "Line       : 7\nStatement  : ALTER TABLE lid\n";
    auto const f = only_one_in("Migrating\n" + flyway + "\nafter\n");
    BOOST_TEST(f.text == flyway);
    BOOST_TEST(f.exception.type == "error");
    BOOST_TEST(f.exception.message == "No lid here");
    BOOST_TEST(f.exception.frames.back().file == "V2__lids.sql");
    BOOST_TEST(f.exception.frames.back().line == 7);
    std::string const liquibase =
        "Unexpected error running Liquibase: Migration failed for changeset nut.xml::1::ada:\n"
        "     Reason: nut.base.LidException: No lid here; SQL statement:\nALTER TABLE lid [7]\n";
    auto const l = only_one_in("Running\n" + liquibase + "\nFor more information\n");
    BOOST_TEST(l.text == liquibase);
    BOOST_TEST(l.exception.type == "nut.base.LidException");
    BOOST_TEST(l.exception.message == "No lid here; SQL statement:");
    BOOST_TEST(only_one_in("Unexpected error running Liquibase: nut.xml is not there\n").exception.message ==
               "nut.xml is not there");
    BOOST_TEST(tr::traces_in("-----\nSQL State  : 00000\nMessage    : fine\nrow 1\nrow 2\n").empty());
}

BOOST_AUTO_TEST_CASE(the_first_test_of_junits_launcher_that_failed_is_told) {
    std::string const one =
        "    => java.lang.IllegalStateException: no lid\n       shop.Box$Lid.open(Box.java:14)\n"
        "       shop.BoxTest.opens(BoxTest.java:29)\n       [...]\n     Caused by: java.io.IOException: no "
        "file\n"
        "       shop.Box.read(Box.java:3)\n";
    std::string const log =
        "Failures (1):\n  JUnit Jupiter:BoxTest:opens\n    MethodSource [className = 'BoxTest', methodName = "
        "'opens']\n" +
        one +
        "       [...]\n  JUnit Jupiter:BoxTest:shuts\n    MethodSource [className = 'BoxTest', methodName = "
        "'shuts']\n    => java.lang.IllegalStateException: no box\n       shop.Box$Lid.shut(Box.java:24)\n"
        "       [...]\n\nTest run finished after 82 ms\n[         1 tests failed          ]\n";
    auto const found = tr::traces_in(log);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == one);
    BOOST_TEST((found[0].role == tr::trace_role::detached));
    BOOST_TEST(found[0].exception.type == "java.lang.IllegalStateException");
    BOOST_TEST(found[0].exception.message == "no lid");
    BOOST_TEST(found[0].exception.frames.back().file == "Box.java");
    BOOST_TEST(found[0].exception.frames.back().line == 14);
    BOOST_TEST(found[0].exception.frames.size() == 2u, "those of its cause are none of its own");
    BOOST_TEST(found[0].root_line == "java.io.IOException: no file");
    // no test's
    BOOST_TEST(
        tr::traces_in("map\n    => java.lang.String: no lid\n       shop.Box.open(Box.java:14)\n").empty());
}

BOOST_AUTO_TEST_CASE(a_compiler_under_ant_is_told_from_its_first_error) {
    auto const found = tr::traces_in(
        "compile:\n    [javac] Compiling 2 source files to /app/out\n"
        "    [javac] /app/src/Lid.java:3: error: ';' expected\n    [javac]     int lid = 4\n    [javac]      "
        "          ^\n"
        "    [javac] 1 error\n\nBUILD FAILED\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.message == "';' expected");
    BOOST_TEST(found[0].exception.frames.at(0).file == "/app/src/Lid.java");
    BOOST_TEST(found[0].exception.frames.at(0).line == 3);
    BOOST_TEST(
        tr::traces_in("    [javac] /app/src/Lid.java:3: warning: old lid\n    [javac] 1 warning\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
