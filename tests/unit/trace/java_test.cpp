#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(java_tests)

BOOST_AUTO_TEST_CASE(an_uncaught_exception_with_causes_is_read_whole) {
    std::string const text =
        "Exception in thread \"main\" java.lang.IllegalStateException: outer\nsecond line\n"
        "\tat app//demo.Main.run(Main.java:12)\n"
        "\tat java.base/java.lang.reflect.Method.invoke(Native Method)\n"
        "\tSuppressed: java.io.IOException: close\n\t\tat demo.Main.close(Main.java:20)\n\t\t... 1 more\n"
        "Caused by: java.lang.RuntimeException: middle\n\tat demo.Main.mid(Main.java:30)\n\t... 2 more\n"
        "Caused by: java.io.FileNotFoundException: x\n\tat demo.Main.open(Main.java:40)\n\t... 3 more\n";
    auto const found = tr::traces_in("before\n" + text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(e.type == "java.lang.IllegalStateException");
    BOOST_TEST(e.message == "outer");
    BOOST_TEST(found[0].root_line == "java.io.FileNotFoundException: x");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].function == "demo.Main.run");
    BOOST_TEST(e.frames[1].file == "Main.java");
    BOOST_TEST(e.frames[1].line == 12);
    BOOST_REQUIRE(e.chain.size() == 3u);
    BOOST_TEST(e.chain[0].type == "java.io.FileNotFoundException");
    BOOST_TEST((found[0].role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(deep_recursion_keeps_the_innermost_frames) {
    std::string text = "Exception in thread \"main\" java.lang.StackOverflowError\n";
    for (int i = 1; i <= 1024; ++i)
        text += "\tat A.f(A.java:" + std::to_string(i) + ")\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.frames.size() == 64u);
    BOOST_TEST(found[0].exception.frames.back().line == 1);
}

BOOST_AUTO_TEST_CASE(a_full_heap_needs_no_frame) {
    auto const found =
        tr::traces_in("Exception in thread \"w\" java.lang.OutOfMemoryError: Java heap space\nafter\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::resource));
    BOOST_TEST(found[0].text.find("after") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_launcher_error_has_its_cause) {
    std::string const text =
        "Error: Could not find or load main class X\nCaused by: java.lang.ClassNotFoundException: X\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].root_line == "java.lang.ClassNotFoundException: X");
}

BOOST_AUTO_TEST_CASE(a_crash_of_the_vm_is_read_whole) {
    std::string const text =
        "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n"
        "#  SIGSEGV (0xb) at pc=0x00007f, pid=1, tid=2\n#\n# Problematic frame:\n# V  [libjvm.so+0x1]\n#\n";
    auto const found = tr::traces_in(text + "after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].exception.type == "SIGSEGV");
    BOOST_TEST((found[0].role == tr::trace_role::native_crash));
}

BOOST_AUTO_TEST_CASE(healthy_lines_start_nothing) {
    BOOST_TEST(tr::traces_in("# Results\nError: none\n\tat the end (really)\nExceptional\n").empty());
    BOOST_TEST(tr::traces_in("started\n\tat a.B.c(B.java:1)\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
