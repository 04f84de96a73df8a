#include <boost/test/unit_test.hpp>

#include "unit/trace/only_one_in.hpp"

namespace tr = task_agent::trace;

namespace {

struct sample {
    std::string text;
    std::string type;
    std::string message;
    std::string function;
    tr::trace_role role = tr::trace_role::native_crash;
};

tr::found_trace check(sample const& s) {
    tr::found_trace trace;
    BOOST_TEST_CONTEXT(s.text) {
        auto const found = tr::traces_in("begin\n" + s.text + "next\nmore\n");
        BOOST_REQUIRE(found.size() == 1u);
        trace = found[0];
        BOOST_TEST(trace.text == s.text);
        BOOST_TEST((trace.role == s.role));
        BOOST_TEST(trace.exception.type == s.type);
        BOOST_TEST(trace.exception.message == s.message);
        if (s.function.empty()) {
            BOOST_TEST(trace.exception.frames.empty());
        } else {
            BOOST_REQUIRE(!trace.exception.frames.empty());
            BOOST_TEST(trace.exception.frames.back().function == s.function);
        }
    }
    return trace;
}

std::string const symbols =
    "./prog(on_signal+0x1a)[0x55d0]\n"
    "/lib/x86_64-linux-gnu/libc.so.6(+0x3c050)[0x7f00]\n"
    "./prog(_Z4workv+0x1)[0x55d1]\n"
    "./prog(main+0x35) [0x55d2]\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(crash_tests)

BOOST_AUTO_TEST_CASE(handlers_of_known_libraries_are_read_whole) {
    check(
        {"*** Aborted at 1732629787 (unix time) try \"date -d @1732629787\" if you are using GNU date ***\n"
         "PC: @     0x55d1 work()\n"
         "*** SIGSEGV (@0x8) received by PID 7 (TID 0x7f00) from PID 8; stack trace: ***\n"
         "    @     0x7f00 (unknown)\n    @     0x55d1 work()\n    @     0x55d2 main\n",
         "SIGSEGV", "", "work()"});
    check(
        {"*** SIGFPE received at time=1732629787 on cpu 3 ***\n"
         "PC: @     0x55d1  (unknown)  work()\n"
         "    @     0x55d0        64  absl::WriteFailureInfo()\n    @     0x7f00  (unknown)  (unknown)\n"
         "    @     0x55d1        32  work()\n",
         "SIGFPE", "", "work()"});
    auto const of_mpi = check(
        {"*** Process received signal ***\nSignal: Bus error (7)\nSignal code: Non-existant address (2)\n"
         "Failing at address: 0x8\n[ 0] /lib/libc.so.6(+0x3c050)[0x7f00]\n[ 1] ./prog(_Z4workv+0x1)[0x55d1]\n"
         "[ 2] ./prog(main+0x35)[0x55d2]\n*** End of error message ***\n",
         "Bus error", "", "_Z4workv"});
    BOOST_TEST(of_mpi.cause_line == "Signal: Bus error (7)");
    check(
        {"Caught signal 11 (Segmentation fault: address not mapped to object at address 0x8)\n"
         "==== backtrace (tid:      7) ====\n 0 0x000000000003c050 work()  /app/a.cpp:12\n"
         " 1 0x0000000000001136 main()  /app/a.cpp:20\n=================================\n",
         "Segmentation fault", "address not mapped to object at address 0x8", "work()"});
}

BOOST_AUTO_TEST_CASE(a_handler_of_the_programs_own_is_told_by_the_stack_behind_its_words) {
    for (auto const& [head, message] : std::vector<std::pair<std::string, std::string>>{
             {"Error: signal 11:\n", ""},
             {"signal 11 (core is written)\n", "(core is written)"},
             {"crashed by signal 11\nBacktrace:\n", "crashed by signal 11"},
             {"received signal 11, this is where:\n", "received signal 11, this is where"}}) {
        auto const trace = check({head + symbols, "signal 11", message, "_Z4workv"});
        BOOST_TEST(trace.exception.frames.back().file == "./prog");
    }
    check({"FATAL: SIGSEGV at 0x8\n" + symbols, "SIGSEGV", "at 0x8", "_Z4workv"});
    check(
        {"SIGSEGV\nstack trace:\n 0# on_signal(int) in ./prog\n 1# 0x00007F34 in /lib/libc.so.6\n"
         " 2# work() at /app/a.cpp:12\n 3# main at /app/a.cpp:20\n",
         "SIGSEGV", "", "work()"});
}

BOOST_AUTO_TEST_CASE(a_stack_below_somebodys_words_is_a_notice) {
    check({"giving up, app::closed: gone:\n" + symbols, "app::closed", "gone", "_Z4workv",
           tr::trace_role::notice});
    auto const bare = tr::traces_in("begin\n" + symbols + "next\n");
    BOOST_REQUIRE(bare.size() == 1u);
    BOOST_TEST(bare[0].text == symbols);
    BOOST_TEST((bare[0].role == tr::trace_role::notice));
    BOOST_TEST(bare[0].is_often_survived);
}

BOOST_AUTO_TEST_CASE(a_stack_that_the_program_printed_begins_with_its_first_frame) {
    check({"cannot go on, error 3:\n 0# work() at /app/a.cpp:12\n 1# main at /app/a.cpp:20\n", "error",
           "cannot go on, error 3", "work()", tr::trace_role::notice});
    check(
        {"Unhandled error 3\nStack trace (most recent call first):\n#0 0x55d1 in work() at /app/a.cpp:12:3\n"
         "#1 0x55d2 in main at /app/a.cpp:20:5\n",
         "error", "Unhandled error 3", "work()", tr::trace_role::notice});
}

BOOST_AUTO_TEST_CASE(a_stack_that_was_asked_for_is_no_failure) {
    check({"SIGUSR1 came in:\n" + symbols, "SIGUSR1", "", "_Z4workv", tr::trace_role::ignored});
}

BOOST_AUTO_TEST_CASE(a_debuggers_stack_begins_with_the_signal) {
    auto const trace =
        check({"Program received signal SIGSEGV, Segmentation fault.\n"
               "#0  0x000055d1 in work (p=0x0) at a.cpp:12\n#1  0x000055d2 in main () at a.cpp:20\n",
               "SIGSEGV", "Segmentation fault", "work"});
    BOOST_TEST(trace.exception.frames.back().file == "a.cpp");
    BOOST_TEST(trace.exception.frames.back().line == 12);
    for (std::string const where : {"0x000055d1 in work (p=0x0) at a.cpp:12\n", "work (p=0x0) at a.cpp:12\n"})
        check({"Thread 2 \"prog\" received signal SIGSEGV, Segmentation fault.\n" + where +
                   "12\t  use(p);\n" +
                   "#0  0x000055d1 in work (p=0x0) at a.cpp:12\n#1  0x000055d2 in main () at a.cpp:20\n",
               "SIGSEGV", "Segmentation fault", "work"});
    auto const lldb = check(
        {"* thread #1, name = 'prog', stop reason = signal SIGSEGV: invalid address (fault address: 0x8)\n"
         "  * frame #0: 0x000055d1 prog`work(p=0x0) at a.cpp:12:3\n    frame #1: 0x000055d2 prog`main at "
         "a.cpp:20\n",
         "SIGSEGV", "", "work(p=0x0)"});
    BOOST_TEST(lldb.exception.frames.back().line == 12);
}

BOOST_AUTO_TEST_CASE(what_a_shell_says_of_its_child_was_a_kill) {
    for (std::string const word : {"Segmentation fault", "Bus error", "Aborted"})
        check({word + " (core dumped)\n", word, "", "", tr::trace_role::killed});
    check({"caught signal 11 (SIGSEGV), leaving\n", "SIGSEGV", "caught signal 11 (SIGSEGV), leaving", "",
           tr::trace_role::notice});
}

BOOST_AUTO_TEST_CASE(talk_of_signals_and_paths_is_no_crash) {
    for (std::string const text :
         {"SIGSEGV 11 Core Invalid memory reference\n", "Signal 11 is not caught\n",
          "Segmentation of 3 images: done\n", "/app/prog(1) is ready\n", "./prog [0x12]\n",
          "Crash reports: 0\n", "*** done ***\n", "#0 is the first\n", "Received signal strength 11 dB\n",
          "Aborted\n", "signal 15 will be sent\n", "Caught 11 fish\n", "/a/b(+0x1)[0x7f]\n",
          "#0  0x55 in main () at a.c:3\n"}) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(tr::traces_in(text + "next\n").empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(fortrans_library_names_the_place_the_error_and_its_callers) {
    std::string const text =
        "At line 5 of file shop.f90 (unit = 10)\nFortran runtime error: End of file\n\n"
        "Error termination. Backtrace:\n#0  0x7f31c7c218c2 in ???\n#1  0x7f31c7c223b9 in ???\n"
        "#2  0x55697b20d2a0 in sell\n\tat shop.f90:5\n#3  0x55697b20d3cc in main\n\tat shop.f90:7\n";
    auto const found = tr::only_one_in(" start\n" + text + " end\n", "cpp");
    BOOST_TEST(found.exception.type == "Fortran runtime error");
    BOOST_TEST(found.exception.message == "End of file");
    BOOST_TEST(found.text == text);
    BOOST_REQUIRE(found.exception.frames.size() == 2u);
    BOOST_TEST(found.exception.frames[1].function == "sell");
    BOOST_TEST(found.exception.frames[1].file == "shop.f90");
    BOOST_TEST(found.exception.frames[1].line == 5);
    auto const bare =
        tr::only_one_in("At line 9 of file shop.f90\nFortran runtime error: Bad real number\n", "cpp");
    BOOST_TEST(bare.exception.frames.at(0).line == 9);
    auto const stopped = tr::only_one_in("ERROR STOP no fuel\n\nError termination. Backtrace:\n", "cpp");
    BOOST_TEST(stopped.exception.type == "ERROR STOP");
    BOOST_TEST(stopped.exception.message == "no fuel");
    BOOST_TEST(tr::traces_in("Fortran runtime errors: none\nERROR STOPPING is off\nrow 1\n").empty());
}

BOOST_AUTO_TEST_CASE(a_signal_in_fortran_is_told_above_a_blank_line) {
    std::string const text =
        "Program received signal SIGSEGV: Segmentation fault - invalid memory reference.\n\n"
        "Backtrace for this error:\n#0  0x7f3ed12218c2 in ???\n#1  0x7f3ed151a04f in ???\n"
        "\tat ./signal/../sysdeps/unix/sysv/linux/x86_64/libc_sigaction.c:0\n"
        "#2  0x55abced2d236 in sell\n\tat shop.f90:5\n#3  0x55abced2d277 in main\n\tat shop.f90:6\n";
    auto const found = tr::only_one_in("start\n" + text, "cpp");
    BOOST_TEST(found.exception.type == "SIGSEGV");
    BOOST_TEST(found.text == text);
    BOOST_TEST(found.exception.frames.back().function == "sell");
}

BOOST_AUTO_TEST_CASE(a_handler_of_terminate_is_not_where_it_was_thrown) {
    auto const found = tr::only_one_in(
        "uncaught app::closed: gone\n/app/shop(_Z3diev+0xb6)[0x55e14b8123ff]\n"
        "/lib/libstdc++.so.6(+0xa8e1a)[0x7fe3722a8e1a]\n/lib/libstdc++.so.6(+0xa90d8)[0x7fe3722a90d8]\n"
        "/app/shop(_Z4selli+0x4f)[0x55e14b812505]\n/app/shop(main+0x36)[0x55e14b812584]\n",
        "cpp");
    BOOST_TEST(found.exception.frames.back().function == "_Z4selli");
    auto const thread = tr::only_one_in(
        "Caught signal 11\n/app/shop(_Z4selli+0x4f)[0x55e14b812505]\n/app/shop(_Z3runv+0x4)[0x55e14b812515]\n"
        "/lib/libstdc++.so.6(+0xd44a3)[0x7fe3722d44a3]\n/lib/libc.so.6(+0x89134)[0x7fe371e89134]\n",
        "cpp");
    BOOST_TEST(thread.exception.frames.back().function == "_Z4selli");
}

BOOST_AUTO_TEST_SUITE_END()
