// A native stack behind what ended the program, in the words of everybody who prints one.
#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

tr::found_trace only(std::string const& text) {
    auto const found = tr::traces_in("begin\n" + text + "next\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    return found[0];
}

void check_innermost(tr::found_trace const& trace, std::string const& file, int line,
                     std::string const& function) {
    BOOST_REQUIRE(!trace.exception.frames.empty());
    auto const& frame = trace.exception.frames.back();
    BOOST_TEST(frame.file == file);
    BOOST_TEST(frame.line == line);
    BOOST_TEST(frame.function == function);
}

std::string const thrown = "terminate called after throwing an instance of 'app::closed'\n  what():  gone\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(native_stack_tests)

BOOST_AUTO_TEST_CASE(the_frames_of_libtorch_are_frames) {
    auto const trace = only(
        "terminate called after throwing an instance of 'c10::Error'\n"
        "  what():  bad\n"
        "Exception raised from copy_it at /src/Copy.cpp:12 (most recent call first):\n"
        "frame #0: c10::Error::Error(c10::SourceLocation, std::string) + 0x57 (0x7f in /opt/libc10.so)\n"
        "frame #1: work(int) + 87 (0x7f00 in /app/prog)\n"
        "frame #2: <unknown function> + 0x29d90 (0x7f01 in /lib/libc.so.6)\n");
    BOOST_TEST(trace.exception.message == "bad");
    check_innermost(trace, "/src/Copy.cpp", 12, "copy_it");
    BOOST_REQUIRE(trace.exception.frames.size() == 3u);
    BOOST_TEST(trace.exception.frames[1].function == "work(int)");
    BOOST_TEST(trace.exception.frames[1].file == "/app/prog");
    BOOST_TEST(trace.exception.frames[0].file == "/lib/libc.so.6");
}

BOOST_AUTO_TEST_CASE(a_stack_of_glog_starts_behind_glog) {
    auto const trace = only(
        "F20261126 10:20:30.000001 7 store.cc:12] Check failed: n > 0 \n"
        "*** Check failure stack trace: ***\n"
        "    @     0x7f0000000001  google::LogMessage::Fail()\n"
        "    @     0x7f0000000002  google::LogMessageFatal::~LogMessageFatal()\n"
        "    @     0x550000000001  app::store()\n"
        "    @     0x550000000002  main\n"
        "    @     0x7f0000000003  (unknown)\n");
    check_innermost(trace, "store.cc", 12, "");
    BOOST_REQUIRE(trace.exception.frames.size() == 4u);
    BOOST_TEST(trace.exception.frames[2].function == "app::store()");
}

BOOST_AUTO_TEST_CASE(what_handled_the_abort_is_not_where_it_was_raised) {
    for (std::string const stack : {
             "Backtrace:\n./prog(on_end+0x1a) [0x55d0]\n/lib/libc.so.6(+0x3c050) [0x7f00]\n"
             "/lib/libc.so.6(abort+0x12) [0x7f01]\n./prog(_Z4workv+0x1) "
             "[0x55d1]\n./prog(main+0x35)[0x55d2]\n",
             "Stack trace (most recent call first):\n#0 0x000055d0 in _Z4workv at /app/a.cpp:12:3\n"
             "#1 0x000055d1 in main at /app/a.cpp:20\n",
             " 0# boost::stacktrace::basic_stacktrace<>::init() at /usr/include/boost/s.hpp:7\n"
             " 1# _Z4workv at /app/a.cpp:12\n 2# 0x00007F34 in /lib/libc.so.6\n 3# main in ./prog\n",
             "#0  __GI_raise (sig=6) at raise.c:51\n#1  0x7f00 in __GI_abort () at abort.c:79\n"
             "#2  0x55d0 in _Z4workv (n=1) at a.cpp:12\n#3  main () at a.cpp:20\n",
         }) {
        BOOST_TEST_CONTEXT(stack) {
            auto const trace = only(thrown + stack);
            BOOST_TEST(trace.exception.type == "app::closed");
            BOOST_REQUIRE(!trace.exception.frames.empty());
            BOOST_TEST(trace.exception.frames.back().function == "_Z4workv");
        }
    }
}

BOOST_AUTO_TEST_CASE(excerpts_of_the_source_stand_between_the_frames_of_backward) {
    auto const trace = only(
        "double free or corruption (out)\n"
        "Stack trace (most recent call last):\n"
        "#2    Object \"/lib/libc.so.6\", at 0x7f00, in __libc_start_main\n"
        "#1    Source \"/app/a.cpp\", line 20, in main [0x55d1]\n"
        "         18: int main() {\n"
        "      >  20:     work();\n"
        "#0    Source \"/app/a.cpp\", line 12, in work [0x55d0]\n");
    BOOST_TEST(trace.exception.type == "abort");
    check_innermost(trace, "/app/a.cpp", 12, "work");
}

BOOST_AUTO_TEST_CASE(an_abort_of_an_old_glibc_ends_with_its_memory_map) {
    auto const trace = only(
        "*** Error in `./prog': double free or corruption (fasttop): 0x0000000001a2b010 ***\n"
        "======= Backtrace: =========\n"
        "/lib/x86_64-linux-gnu/libc.so.6(+0x777e5)[0x7f00]\n"
        "./prog(main+0x2a)[0x400]\n"
        "======= Memory map: ========\n"
        "00400000-00401000 r-xp 00000000 08:01 12                                 /app/prog\n"
        "7ffd0000-7ffd1000 rw-p 00000000 00:00 0                                  [stack]\n");
    BOOST_TEST(trace.exception.message == "double free or corruption (fasttop)");
    check_innermost(trace, "./prog", 0, "main");
}

BOOST_AUTO_TEST_CASE(the_debug_mode_of_the_library_names_its_function_above) {
    auto const trace = only(
        "/usr/include/c++/12/debug/vector:442:\n"
        "In function:\n"
        "    std::__debug::vector<T>::operator[](size_type)\n"
        "\n"
        "Error: attempt to subscript container with out-of-bounds index 5, but \n"
        "container only holds 3 elements.\n");
    BOOST_TEST(trace.exception.type == "assertion failed");
    BOOST_TEST(trace.exception.message == "attempt to subscript container with out-of-bounds index 5, but");
    check_innermost(trace, "/usr/include/c++/12/debug/vector", 442,
                    "std::__debug::vector<T>::operator[](size_type)");
}

BOOST_AUTO_TEST_CASE(the_diagnostic_information_of_boost_is_read_whole) {
    std::string const rest =
        "Dynamic exception type: boost::wrapexcept<app::closed>\nstd::exception::what: gone\n"
        "[boost::errinfo_file_name_*] = a.txt\n";
    auto const known = only("/app/a.cpp(12): Throw in function void work()\n" + rest);
    BOOST_TEST(known.exception.type == "boost::wrapexcept<app::closed>");
    BOOST_TEST(known.exception.message == "gone");
    BOOST_TEST((known.role == tr::trace_role::raised));
    BOOST_TEST(known.is_often_survived);
    check_innermost(known, "/app/a.cpp", 12, "void work()");
    auto const unknown = only("Throw location unknown (consider using BOOST_THROW_EXCEPTION)\n" + rest);
    BOOST_TEST(unknown.exception.frames.empty());
    BOOST_TEST(unknown.cause_line == "boost::wrapexcept<app::closed>: gone");
}

BOOST_AUTO_TEST_CASE(a_handler_of_the_abort_adds_its_stack_to_what_was_thrown) {
    auto const trace = only(
        thrown +
        "*** Aborted at 1732629787 (unix time) try \"date -d @1732629787\" if you are using GNU date ***\n"
        "PC: @     0x7f01 gsignal\n"
        "*** SIGABRT (@0x7) received by PID 7 (TID 0x7f00) from PID 7; stack trace: ***\n"
        "    @     0x7f00 (unknown)\n    @     0x7f01 gsignal\n    @     0x7f02 abort\n    @     0x55d1 "
        "work()\n"
        "    @     0x55d2 main\n");
    BOOST_TEST(trace.exception.type == "app::closed");
    check_innermost(trace, "", 0, "work()");
    // with other lines between, what was thrown is still the cause
    auto const apart =
        tr::traces_in(thrown + "closing\nsignal 6:\n./prog(main+0x35)[0x55d2]\n./prog(_start+0x1)[0x55d3]\n");
    BOOST_REQUIRE(apart.size() == 2u);
    BOOST_TEST((apart[1].role == tr::trace_role::killed));
}

BOOST_AUTO_TEST_CASE(all_lines_up_to_the_word_of_the_abort_are_what_was_thrown) {
    std::string const all = thrown + "\nExpected: up\nActual: down\nAborted\n";
    only(all);
    auto const found = tr::traces_in(thrown + "closing\ncollecting logs\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == thrown);
}

BOOST_AUTO_TEST_CASE(what_the_runtime_says_once_more_is_part_of_it) {
    only(thrown + "terminate called recursively\n");
    only("deleted virtual method called\nterminate called without an active exception\n");
    auto const bail = only(
        "ERROR:src/a.c:12:work: assertion failed: (n > 0)\n"
        "Bail out! ERROR:src/a.c:12:work: assertion failed: (n > 0)\n");
    check_innermost(bail, "src/a.c", 12, "work");
}

BOOST_AUTO_TEST_CASE(what_calls_main_is_no_signal) {
    auto const trace = only(
        "free(): invalid pointer\n./prog(main+0x102)[0x55d0]\n/lib/libc.so.6(+0x2724a)[0x7f00]\n"
        "/lib/libc.so.6(__libc_start_main+0x85)[0x7f01]\n./prog(_start+0x21)[0x55d1]\n");
    check_innermost(trace, "./prog", 0, "main");
}

BOOST_AUTO_TEST_CASE(an_abort_that_a_death_test_wanted_is_shown_only) {
    auto const found =
        tr::traces_in("free(): invalid pointer\n[       OK ] PoolDeathTest.FreesTwice (1 ms)\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].handled == tr::handling::aside));
}

BOOST_AUTO_TEST_SUITE_END()
