#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

BOOST_AUTO_TEST_SUITE(python_fatal_tests)

BOOST_AUTO_TEST_CASE(a_segmentation_fault_has_the_frames_of_the_current_thread) {
    std::string const text =
        "Fatal Python error: Segmentation fault\n\n"
        "Thread 0x00007f0000000001 (most recent call first):\n"
        "  File \"/usr/lib/python3/threading.py\", line 327 in wait\n\n"
        "Current thread 0x00007f0000000002 [python] (most recent call first):\n"
        "  File \"/app/native.py\", line 9 in poke\n"
        "  File \"/app/main.py\", line 4 in <module>\n\n"
        "Extension modules: numpy.core._multiarray_umath (total: 1)\n";
    auto const found = tr::traces_in("start\n" + text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(e.type == "Segmentation fault");
    BOOST_TEST(e.message == "");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].file == "/app/native.py");
    BOOST_TEST(e.frames[1].line == 9);
    BOOST_TEST(e.frames[1].function == "poke");
    BOOST_TEST(e.frames[0].function == "<module>");
    BOOST_TEST((found[0].role == tr::trace_role::native_crash));
    BOOST_TEST(found[0].text == text);
    BOOST_TEST(found[0].cause_line == "Fatal Python error: Segmentation fault");
}

BOOST_AUTO_TEST_CASE(a_failed_start_keeps_its_words_and_the_exception_below) {
    std::string const text =
        "Fatal Python error: init_fs_encoding: failed to get the Python codec of the filesystem encoding\n"
        "Python runtime state: core initialized\n"
        "ModuleNotFoundError: No module named 'encodings'\n\n"
        "Current thread 0x00007f0000000002 (most recent call first):\n"
        "  <no Python frame>\n";
    auto const found = tr::traces_in("[rank1]: " + std::string("x\n") + text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.type == "Fatal Python error");
    BOOST_TEST(found[0].exception.message.starts_with("init_fs_encoding: "));
    BOOST_TEST(found[0].exception.frames.empty());
    BOOST_TEST(found[0].text == text);
}

BOOST_AUTO_TEST_CASE(the_c_stack_of_new_versions_belongs_to_it) {
    std::string const text =
        "Fatal Python error: Aborted\n\n"
        "Current thread 0x00007f0000000002 (most recent call first):\n"
        "  File \"/app/main.py\", line 4 in f\n\n"
        "Current thread's C stack trace (most recent call first):\n"
        "  Binary file \"/usr/bin/python3\", at _Py_DumpStack+0x31 [0x5a]\n"
        "  <truncated rest of calls>\n";
    auto const found = tr::traces_in(text + "plain\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
}

BOOST_AUTO_TEST_CASE(a_deep_recursion_keeps_the_innermost_frames) {
    std::string text =
        "Fatal Python error: Stack overflow\n\nCurrent thread 0x01 (most recent call first):\n";
    for (int i = 0; i < 500; ++i)
        text += "  File \"a.py\", line " + std::to_string(i + 1) + " in f\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.frames.size() == 64u);
    BOOST_TEST(found[0].exception.frames.back().line == 1);
}

BOOST_AUTO_TEST_CASE(a_timeout_of_faulthandler_tells_only_where_nothing_else_does) {
    std::string const text =
        "Timeout (0:00:01)!\nThread 0x00007f0000000001 (most recent call first):\n"
        "  File \"/app/pump.py\", line 3 in wait\n\nThread 0x00007f0000000002 (most recent call first):\n"
        "  File \"/app/slow.py\", line 9 in step\n  File \"/app/slow.py\", line 20 in <module>\n";
    BOOST_TEST(tr::traces_in("up\n" + text + "epoch 3\n").empty());
    auto const found = tr::traces_in("up\n" + text + "epoch 3\n", true);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].is_guess);
    BOOST_TEST(found[0].cause_line == "Timeout (0:00:01)!");
    BOOST_TEST(found[0].exception.type == "Timeout");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames.back().function == "step");
    BOOST_TEST(found[0].text == text);
}

BOOST_AUTO_TEST_CASE(a_stack_that_was_asked_for_is_no_trace) {
    BOOST_TEST(tr::traces_in("Thread 0x00007f0000000001 (most recent call first):\n"
                             "  File \"/app/slow.py\", line 9 in step\n")
                   .empty());
    BOOST_TEST(tr::traces_in("Timeout (0:00:01)!\nretrying\n").empty());
    BOOST_TEST(tr::traces_in("We saw 'Fatal Python error: Aborted' in the old log\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
