// The many forms in which the JVM, its launcher and its loggers print what was thrown.
#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only_one_in(std::string const& text) {
    return tr::only_one_in(text, "java");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(java_forms_tests)

BOOST_AUTO_TEST_CASE(a_message_of_several_lines_is_read_however_it_looks) {
    std::string const text =
        "Exception in thread \"main\" Rows$Refused: two rows are bad:\n  - name: empty\nsize: 3\n\n[4] x\n"
        "\tat Rows.check(Rows.java:9)\n";
    for (std::string const prefix : {"", "[rank1]: ", "2026-11-22T12:00:00.1Z stderr F "}) {
        std::string log;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t const end = text.find('\n', at) + 1;
            log += prefix + text.substr(at, end - at);
            at = end;
        }
        auto const t = only_one_in(prefix + "up\n" + log + prefix + "down\n");
        BOOST_TEST(t.exception.type == "Rows$Refused");
        BOOST_TEST(t.exception.message == "two rows are bad:");
        BOOST_TEST(t.last_line == 6u);
        BOOST_TEST(t.exception.frames.size() == 1u);
    }
}

BOOST_AUTO_TEST_CASE(an_uncaught_one_without_frames_is_one_line) {
    auto const t = only_one_in("Exception in thread \"main\" x.Refused: no\nnext step\nlast step\n");
    BOOST_TEST(t.text == "Exception in thread \"main\" x.Refused: no\n");
    BOOST_TEST(t.last_line == 0u);
    BOOST_TEST((t.role == tr::trace_role::notice));
    BOOST_TEST(
        only_one_in("Exception in thread \"main\" Refused[limit=3]\n\tat A.b(A.java:1)\n").exception.type ==
        "Refused");
}

BOOST_AUTO_TEST_CASE(other_processes_write_between_header_and_frames) {
    auto const t = only_one_in(
        "[rank1]: Exception in thread \"main\" x.Y$Bad: no\n[rank0]: step 4\n[rank1]: \tat x.Y.z(Y.java:3)\n"
        "[rank0]: step 5\n[rank1]: \tat x.Y.main(Y.java:9)\n[rank0]: step 6\n");
    BOOST_TEST(t.exception.frames.size() == 2u);
    BOOST_TEST(t.text.find("step") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(frames_of_every_language_and_logger_are_known) {
    auto const t = only_one_in(
        "java.lang.IllegalStateException: a\n"
        "\tat java.base@21.0.1/jdk.internal.misc.Unsafe.park(Native Method)\n"
        "\tat app//x.Y$$Lambda/0x00007f.run(Unknown Source)\n"
        "\tat x.Y.call(Y.java:3) ~[app.jar!/:1.0]\n"
        "\tat x.K.invokeSuspend(K.kt:7) [classes/:?]\n"
        "\tat user$eval3.invoke(NO_SOURCE_FILE:3)\n"
        "\tat S$.$plus$colon(S.scala:2)\n"
        "\tat x.KTest.a name with blanks(KTest.kt:5)\n"
        "\tat x.Old.f(SourceFile)\n"
        "\t... 23 common frames omitted\n");
    BOOST_TEST(t.last_line == 9u);
    BOOST_REQUIRE(t.exception.frames.size() == 8u);
    BOOST_TEST(t.exception.frames.back().file == "");
    BOOST_TEST(t.exception.frames[5].file == "Y.java");
    // a launcher took the indentation off
    BOOST_TEST(only_one_in("x.YException: a\nat x.Y.z(Y.java:3)\nat x.Y.y(Y.java:2)\n").last_line == 2u);
    BOOST_TEST(only_one_in("SEVERE: no\nx.YException: a\n\t\tat x.Y.z(Y.java:3)\n").first_line == 1u);
}

BOOST_AUTO_TEST_CASE(links_of_every_form_belong_to_the_trace) {
    auto const t = only_one_in(
        "x.AException: a\n\tat x.Y.z(Y.java:3)\nCaused by: x.BException: first line\nsecond line\n\n"
        "\tat x.Y.y(Y.java:2)\n\t... 1 more\nCaused by: [CIRCULAR REFERENCE: x.AException: a]\nafter\n");
    BOOST_TEST(t.root_line == "x.BException: first line");
    BOOST_TEST(t.last_line == 7u);
    auto const root_first = only_one_in(
        "x.BException: b\n\tat x.Y.z(Y.java:3)\nWrapped by: x.AException: a\n\tat x.Y.y(Y.java:2)\n");
    BOOST_TEST(root_first.exception.type == "x.BException");
    BOOST_TEST(root_first.exception.chain.size() == 1u);
    BOOST_TEST(root_first.last_line == 3u);
}

BOOST_AUTO_TEST_CASE(a_failed_stage_of_spark_shows_the_executor_and_the_driver) {
    auto const t = only_one_in(
        "Exception in thread \"main\" org.apache.spark.SparkException: Job aborted due to stage failure: "
        "Task 0 "
        "failed 1 times, most recent failure: Lost task 0.0: java.lang.ArithmeticException: / by zero\n"
        "\tat x.Job.f(Job.scala:3)\n\nDriver stacktrace:\n\tat org.apache.spark.D.g(D.scala:9)\n"
        "Caused by: java.lang.ArithmeticException: / by zero\n\tat x.Job.f(Job.scala:3)\n");
    BOOST_TEST(t.last_line == 6u);
    BOOST_TEST(t.root_line == "java.lang.ArithmeticException: / by zero");
    BOOST_TEST(t.exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_header_behind_text_is_what_its_text_says) {
    auto const t = only_one_in("cannot start: java.io.IOException: no disk\n\tat x.Y.z(Y.java:3)\n");
    BOOST_TEST(t.exception.type == "java.io.IOException");
    BOOST_TEST((t.handled == tr::handling::error));
    auto const again = only_one_in("retrying after java.io.IOException: no disk\n\tat x.Y.z(Y.java:3)\n");
    BOOST_TEST((again.handled == tr::handling::survived));
    BOOST_TEST(
        only_one_in("Caught: groovy.lang.MissingPropertyException: No such property: a\n"
                    "groovy.lang.MissingPropertyException: No such property: a\n\tat R.run(R.groovy:3)\n")
            .first_line == 1u);
    std::string const two = "x.y.NutException: no nut\nPossible nuts: a, b\n";
    auto const said = only_one_in("bag 1\nCaught: " + two + two + "\tat R.run(R.groovy:3)\n");
    BOOST_TEST(said.first_line == 3u, "what Groovy says before tells no more");
    BOOST_TEST(said.exception.message == "no nut");
    BOOST_TEST(said.last_line == 5u);
    BOOST_TEST(
        only_one_in("Caught: x.y.NutException: no nut\nPossible nuts: c\n" + two + "\tat R.run(R.groovy:3)\n")
            .first_line == 2u);
}

BOOST_AUTO_TEST_CASE(of_several_tests_that_failed_the_first_tells) {
    auto const thrown = [](std::string const& n, std::string const& margin) {
        return margin + "shop.NutException: no nut " + n + "\n" + margin + (margin.empty() ? "\t" : "    ") +
               "at shop.Bag.pack(Bag.java:" + n + ")\n";
    };
    auto const surefire = [&](std::string const& n) {
        return "[ERROR] shop.BagTest.packs" + n + "  Time elapsed: 0.01 s  <<< ERROR!\n" + thrown(n, "") +
               "\n";
    };
    auto const gradle = [&](std::string const& n) {
        return "BagTest > packs" + n + "() FAILED\n" + thrown(n, "    ") + "\n";
    };
    auto const junit = [&](std::string const& n) { return n + ") packs(shop.BagTest)\n" + thrown(n, ""); };
    auto const ant = [&](std::string const& n) {
        return "    [junit] Testcase: packs" + n + " took 0.001 sec\n\tCaused an ERROR\nno nut " + n + "\n" +
               thrown(n, "");
    };
    std::string const other =
        "[INFO] Running shop.BoxTest\n[ERROR] Tests run: 2, Errors: 1 <<< FAILURE! - in "
        "shop.BoxTest\n";
    for (std::string const& log : {"[INFO] Scanning\n[INFO] Running shop.BagTest\n" + surefire("1") +
                                       surefire("2") + other + surefire("3"),
                                   "> Task :test FAILED\n\n" + gradle("1") + gradle("2") + gradle("3"),
                                   "There were 3 failures:\n" + junit("1") + junit("2") + junit("3"),
                                   "test:\n" + ant("1") + ant("2") + ant("3")}) {
        auto const found = tr::traces_in(log);
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, log);
        BOOST_TEST(found[0].exception.message == "no nut 1");
    }
    // what is no test's is told
    BOOST_TEST(tr::traces_in(surefire("1") + "row 1\n" + thrown("2", "")).size() == 2u);
}

BOOST_AUTO_TEST_CASE(an_uncaught_one_stands_behind_output_that_was_not_ended) {
    std::string const text =
        "3 bags packed;Exception in thread \"main\" shop.NutException: no nut; list:\n  a, b\n"
        "\tat shop.Bag.pack(Bag.java:3)\n";
    auto const t = only_one_in("up\n" + text + "down\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "shop.NutException");
    BOOST_TEST(t.exception.message == "no nut; list:");
    BOOST_TEST((t.handled == tr::handling::none));
    // without frames anybody may say so
    BOOST_TEST(tr::traces_in("see \"Exception in thread \"main\" x.Y: no\"\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(what_stands_below_a_mark_is_the_cause_of_what_stands_above) {
    std::string const inner = "x.y.LidException: no lid\n\tat x.Y.z(Y.java:9)\n";
    for (std::string const mark : {"\n---------\n\n", "---------\n"}) {
        auto const found =
            tr::traces_in("up\nx.y.NutException: no nut\n\tat x.Y.y(Y.java:3)\n" + mark + inner);
        BOOST_REQUIRE(found.size() == 2u);
        BOOST_TEST((found[0].role == tr::trace_role::raised));
        BOOST_TEST((found[1].role == tr::trace_role::detached));
        BOOST_TEST(found[1].exception.type == "x.y.LidException");
        BOOST_TEST(found[1].exception.frames.size() == 1u);
    }
    BOOST_TEST((only_one_in("--------\n" + inner).role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(thread_dumps_are_no_failure) {
    BOOST_TEST(
        tr::traces_in("Full thread dump OpenJDK 64-Bit Server VM (17 mixed mode):\n\n"
                      "java.lang.Error: only named\n\"main\" #1 prio=5 tid=0x7f nid=0x3 runnable\n"
                      "   java.lang.Thread.State: RUNNABLE\n\tat x.Y.z(Y.java:3)\n\tat x.Y.y(Y.java:1)\n")
            .empty());
    BOOST_TEST(
        tr::traces_in("java.lang.Exception: Stack trace\n"
                      "\tat java.base/java.lang.Thread.dumpStack(Thread.java:1380)\n\tat x.Y.z(Y.java:3)\n")
            .empty());
}

BOOST_AUTO_TEST_CASE(the_launcher_says_why_it_cannot_start) {
    auto const linkage = only_one_in(
        "Error: LinkageError occurred while loading main class "
        "x.Y\n\tjava.lang.UnsupportedClassVersionError: x/Y "
        "has been compiled by a newer version\nbye\n");
    BOOST_TEST(linkage.exception.type == "java.lang.UnsupportedClassVersionError");
    BOOST_TEST(linkage.last_line == 1u);
    auto const method = only_one_in(
        "Error: Main method not found in class x.Y, please define the main method as:\n"
        "   public static void main(String[] args)\nor a JavaFX application class must extend z\nbye\n");
    BOOST_TEST(method.exception.type == "error");
    BOOST_TEST(method.last_line == 2u);
    auto const option = only_one_in(
        "up\nUnrecognized VM option 'UseG9'\nDid you mean '(+/-)UseG1GC'?\n"
        "Error: Could not create the Java Virtual Machine.\n"
        "Error: A fatal exception has occurred. Program will exit.\nbye\n");
    BOOST_TEST(option.exception.message == "Unrecognized VM option 'UseG9'");
    BOOST_TEST(option.first_line == 1u);
    BOOST_TEST(option.last_line == 4u);
    auto const machine =
        only_one_in("Error occurred during initialization of VM\nToo small maximum heap\nbye\n");
    BOOST_TEST(machine.exception.message == "Too small maximum heap");
    BOOST_TEST(machine.last_line == 1u);
    for (std::string const line :
         {"Error: Unable to access jarfile a.jar", "Error: Invalid or corrupt jarfile a.jar",
          "no main manifest attribute, in a.jar"})
        BOOST_TEST(only_one_in(line + "\nbye\n").text == line + "\n");
    auto const native = only_one_in(
        "Error: A JNI error has occurred, please check your installation and try again\n"
        "Exception in thread \"main\" java.lang.NoClassDefFoundError: a/B\n\tat x.Y.z(Y.java:3)\n"
        "Caused by: java.lang.ClassNotFoundException: a.B\n\tat x.Y.y(Y.java:1)\n\t... 3 more\nbye\n");
    BOOST_TEST(native.exception.type == "java.lang.NoClassDefFoundError");
    BOOST_TEST(native.root_line == "java.lang.ClassNotFoundException: a.B");
    BOOST_TEST(native.exception.frames.size() == 1u);
    BOOST_TEST(native.last_line == 5u);
}

BOOST_AUTO_TEST_CASE(a_full_heap_ends_the_machine_in_several_ways) {
    for (std::string const line : {"Terminating due to java.lang.OutOfMemoryError: Java heap space",
                                   "Aborting due to java.lang.OutOfMemoryError: Java heap space"}) {
        auto const t = only_one_in(line + "\nbye\n");
        BOOST_TEST(t.exception.type == "java.lang.OutOfMemoryError");
        BOOST_TEST(t.exception.message == "Java heap space");
        BOOST_TEST((t.role == tr::trace_role::resource));
    }
    auto const dumped = only_one_in(
        "java.lang.OutOfMemoryError: Java heap space\nDumping heap to a.hprof ...\n"
        "Heap dump file created [15 bytes in 0.1 secs]\n"
        "Terminating due to java.lang.OutOfMemoryError: Java heap space\nbye\n");
    BOOST_TEST(dumped.last_line == 3u);
    auto const handler = only_one_in(
        "Exception: java.lang.OutOfMemoryError thrown from the UncaughtExceptionHandler in thread "
        "\"main\"\n");
    BOOST_TEST(handler.exception.type == "java.lang.OutOfMemoryError");
    auto const internal = only_one_in(
        "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n"
        "#  Internal Error (a.cpp:3), pid=5, tid=6\n#  fatal error: OutOfMemory encountered: Java heap "
        "space\n#\n");
    BOOST_TEST(internal.exception.message == "OutOfMemory encountered: Java heap space");
    BOOST_TEST(tr::traces_in("Dumping heap to a.hprof ...\n").empty());
}

BOOST_AUTO_TEST_CASE(a_loggers_name_is_no_class_where_one_follows) {
    auto const found = tr::traces_in(
        "2026-11-26 10:00:00,124 ERROR [main] c.a.Job: run failed: java.io.IOException: disk\n"
        "\tat com.acme.Job.run(Job.java:3)\n\tat com.acme.Job.main(Job.java:9)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "java.io.IOException");
    BOOST_TEST(found[0].exception.message == "disk");
    auto const own = tr::traces_in(
        "2026-11-26 10:00:00,124 ERROR com.acme.Refused: java at home\n"
        "\tat com.acme.Job.run(Job.java:3)\n");
    BOOST_REQUIRE(own.size() == 1u);
    BOOST_TEST(own[0].exception.type == "com.acme.Refused");
}

BOOST_AUTO_TEST_CASE(javac_says_why_it_does_not_begin) {
    for (std::string const line : {"error: file not found: Main.java", "error: invalid source release: 99",
                                   "error: warnings found and -Werror specified"}) {
        auto const found = tr::traces_in(line + "\n1 error\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.message == line.substr(7));
        BOOST_TEST(found[0].exception.language == "java");
    }
    BOOST_TEST(tr::traces_in("error: file is old\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(a_failed_test_of_gradle_stands_further_in) {
    std::string const trace =
        "    org.opentest4j.AssertionFailedError: expected: <3>\n"
        "        at app//org.junit.Assert.fail(Assert.java:55)\n"
        "        at app//com.acme.PlanTest.sums(PlanTest.java:12)\n";
    auto const found = tr::traces_in("PlanTest > sums() FAILED\n" + trace + "\n1 test completed, 1 failed\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == trace);
    BOOST_TEST(found[0].exception.type == "org.opentest4j.AssertionFailedError");
    BOOST_TEST((found[0].role == tr::trace_role::detached));
    BOOST_TEST(tr::traces_in("PlanTest > sums() PASSED\n" + trace).empty());
}

BOOST_AUTO_TEST_SUITE_END()
