#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only_one_in(std::string const& text) {
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "java");
    return found[0];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(java_tests)

BOOST_AUTO_TEST_CASE(the_uncaught_exception_its_frames_and_its_causes_are_read) {
    std::string const text =
        "Exception in thread \"main\" java.lang.IllegalStateException: no port\n"
        "\tat com.acme.Server.open(Server.java:31)\n"
        "\tat com.acme.Main.main(Main.java:7)\n"
        "Caused by: java.io.IOException: address in use\n"
        "\tat java.base/sun.nio.ch.Net.bind(Native Method)\n"
        "\t... 2 more\n"
        "\tSuppressed: java.lang.RuntimeException: while closing\n"
        "\t\tat com.acme.Server.close(Server.java:40)\n";
    auto const t = only_one_in("starting\n" + text + "stopped\n");
    BOOST_TEST(t.text == text);
    BOOST_TEST(t.exception.type == "java.lang.IllegalStateException");
    BOOST_TEST(t.exception.message == "no port");
    BOOST_TEST(t.cause_line == "java.lang.IllegalStateException: no port");
    BOOST_TEST(t.root_line == "java.io.IOException: address in use");
    BOOST_REQUIRE(t.exception.frames.size() == 2u);
    BOOST_TEST(t.exception.frames.back().file == "Server.java");
    BOOST_TEST(t.exception.frames.back().line == 31);
    BOOST_TEST(t.exception.frames.back().function == "com.acme.Server.open");
    BOOST_REQUIRE(t.exception.chain.size() == 2u);
    BOOST_TEST(t.exception.chain.front().type == "java.io.IOException");
    BOOST_TEST((t.role == tr::trace_role::raised));
}

BOOST_AUTO_TEST_CASE(a_header_is_found_above_a_message_of_several_lines) {
    auto const t = only_one_in(
        "INFO start\ncom.acme.QueryException: cannot run\n  select 1\n\n  from x\n\tat "
        "com.acme.Db.run(Db.kt:3)\nend\n");
    BOOST_TEST(t.exception.type == "com.acme.QueryException");
    BOOST_TEST(t.first_line == 1u);
    BOOST_TEST(t.last_line == 5u);
}

BOOST_AUTO_TEST_CASE(every_line_may_wear_a_prefix_and_ranks_interleave) {
    std::vector<std::string> const lines = {"java.lang.Error: a", "\tat x.Y.z(Y.java:3)",
                                            "\tat x.Y.main(Y.java:9)"};
    std::string text;
    for (auto const& line : lines) {
        text += "[1,0]<stderr>:" + line + "\n";
        text += "[1,1]<stderr>:" + line + "\n";
    }
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].text == found[1].text);
    BOOST_TEST((found[1].exception.rank == 1));
    BOOST_TEST(found[0].exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(another_threads_exception_is_detached_and_a_log_record_is_known) {
    auto const t = only_one_in("Exception in thread \"pool-1\" java.lang.Error\n\tat x.Y.z(Y.java:3)\n");
    BOOST_TEST((t.role == tr::trace_role::detached));
    BOOST_TEST(t.exception.message == "");
    auto const logged = only_one_in(
        "12:00:00.123 [main] ERROR x.Y - it failed\njava.lang.Error: a\n\tat x.Y.z(Y.java:3) "
        "~[app.jar:1.0]\n");
    BOOST_TEST((logged.handled == tr::handling::error));
    BOOST_TEST(logged.first_line == 1u);
}

BOOST_AUTO_TEST_CASE(errors_without_a_frame_are_known_by_their_form) {
    BOOST_TEST(only_one_in("Exception in thread \"main\" java.lang.OutOfMemoryError: Java heap space\nbye\n")
                   .exception.message == "Java heap space");
    auto const t = only_one_in(
        "Error: Could not find or load main class x.Y\nCaused by: java.lang.ClassNotFoundException: x.Y\n");
    BOOST_TEST(t.exception.type == "java.lang.ClassNotFoundException");
}

BOOST_AUTO_TEST_CASE(the_jvms_own_fatal_error_is_a_native_crash) {
    auto const t = only_one_in(
        "#\n# A fatal error has been detected by the Java Runtime Environment:\n#\n#  SIGSEGV (0xb) at "
        "pc=0x7f, pid=5, tid=6\n#\n"
        "# Problematic frame:\n# C  [libfoo.so+0x12]  crunch+0x8\n#\n# please visit:\n#   "
        "https://example.org/x\n#\n");
    BOOST_TEST(t.exception.type == "SIGSEGV");
    BOOST_TEST((t.role == tr::trace_role::native_crash));
    BOOST_REQUIRE(t.exception.frames.size() == 1u);
    BOOST_TEST(t.exception.frames[0].file == "libfoo.so");
    BOOST_TEST(t.exception.frames[0].function == "crunch");
}

BOOST_AUTO_TEST_CASE(a_deep_recursion_keeps_its_ends) {
    std::string text = "Exception in thread \"main\" java.lang.StackOverflowError\n";
    for (int i = 0; i < 1024; ++i)
        text += "\tat x.Y.f(Y.java:" + std::to_string(i + 1) + ")\n";
    auto const t = only_one_in(text);
    BOOST_TEST(t.exception.frames.size() == 64u);
    BOOST_TEST(t.exception.frames.back().line == 1);
    BOOST_TEST(t.exception.frames.front().line == 1024);
}

BOOST_AUTO_TEST_CASE(what_only_resembles_a_frame_is_none) {
    for (auto const* text :
         {"x\n\tat noon (sharp)\n", "meet\n\tat x.Y.z(somewhere)\n", "java.lang.Error: only a line\n",
          "  at A.B () [0x0] in <0>:0\n", "no header here\n\n\tat x.Y.z(Y.java:3)\n"})
        BOOST_TEST(tr::traces_in(text).empty(), text);
}

BOOST_AUTO_TEST_CASE(the_name_of_a_thread_may_hold_quotes) {
    auto const t = tr::traces_in("Exception in thread \"a \"b\" 1\" x.YError: m\n\tat x.Y.z(Y.java:3)\n");
    BOOST_REQUIRE(t.size() == 1u);
    BOOST_TEST(t[0].exception.type == "x.YError");
    BOOST_TEST(t[0].exception.message == "m");
    BOOST_TEST((t[0].role == tr::trace_role::detached));
}

BOOST_AUTO_TEST_SUITE_END()
