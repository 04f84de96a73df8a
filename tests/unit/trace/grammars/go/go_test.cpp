#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const stack =
    "\n"
    "goroutine 1 [running]:\n"
    "main.pick(...)\n"
    "\t/app/pick.go:7\n"
    "main.main()\n"
    "\t/app/main.go:12 +0x1d\n";

std::string const others =
    "\n"
    "goroutine 18 [chan receive, 2 minutes]:\n"
    "main.(*Pool).run(0xc000010018, {0x1, 0x2})\n"
    "\t/app/pool.go:30 +0x44\n"
    "created by main.main in goroutine 1\n"
    "\t/app/main.go:9 +0x2a\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(go_tests)

BOOST_AUTO_TEST_CASE(a_panic_is_read_with_all_its_goroutines) {
    std::string const report =
        "panic: runtime error: index out of range [5] with length 1\n" + stack + others;
    auto const found = tr::traces_in("starting\n" + report + "exit status 2\nbye\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].cause_line == "panic: runtime error: index out of range [5] with length 1");
    auto const& e = found[0].exception;
    BOOST_TEST(e.language == "go");
    BOOST_TEST(e.type == "panic");
    BOOST_TEST(e.message == "runtime error: index out of range [5] with length 1");
    BOOST_REQUIRE(e.frames.size() == 2u);
    BOOST_TEST(e.frames[1].file == "/app/pick.go");
    BOOST_TEST(e.frames[1].line == 7);
    BOOST_TEST(e.frames[1].function == "main.pick");
    BOOST_TEST(e.frames[0].function == "main.main");
}

BOOST_AUTO_TEST_CASE(frames_of_the_runtime_are_not_where_it_was_raised) {
    auto const found = tr::traces_in(
        "panic: runtime error: invalid memory address or nil pointer dereference\n"
        "[signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x457c76]\n"
        "\n"
        "goroutine 1 gp=0xc000002380 m=0 mp=0x5 [running]:\n"
        "panic({0x45a8e0, 0xc000010018})\n"
        "\t/usr/local/go/src/runtime/panic.go:884 +0x212 fp=0xc0 sp=0xc0 pc=0x42\n"
        "runtime.sigpanic()\n"
        "\t/usr/local/go/src/runtime/signal_unix.go:900 +0x2 fp=0xc0 sp=0xc0 pc=0x42\n"
        "main.(*T).get[...](0x0?)\n"
        "\t/app/t.go:3 +0x4 fp=0xc0 sp=0xc0 pc=0x42\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].function == "main.(*T).get[...]");
    BOOST_TEST(found[0].exception.frames[0].line == 3);
}

BOOST_AUTO_TEST_CASE(a_test_that_panics_is_told_by_the_frame_behind_its_runner) {
    auto const found = tr::traces_in(
        "--- FAIL: TestPick (0.00s)\n"
        "panic: bad [recovered]\n\tpanic: bad\n\n"
        "goroutine 6 [running]:\n"
        "testing.tRunner.func1.2({0x1, 0x2})\n\tsdk/testing/testing.go:1396 +0x24e\n"
        "panic({0x1, 0x2})\n\tsdk/rt/panic.go:884 +0x212\n"
        "runtime.sigpanic()\n\tsdk/rt/signal.go:3 +0x2\n"
        "app.TestPick(0x0?)\n\t/app/pick_test.go:7 +0x4c\n"
        "FAIL\tapp\t0.004s\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].first_line == 1u);
    BOOST_TEST(found[0].last_line == 12u);
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].function == "app.TestPick");
}

BOOST_AUTO_TEST_CASE(the_last_of_nested_panics_ended_the_program) {
    auto const found = tr::traces_in(
        "panic: first\n\tand more of it [recovered]\n\tpanic: (main.MyErr) {A:1}\n\tpanic: last\n" + stack);
    BOOST_REQUIRE(found.size() == 1u);
    auto const& e = found[0].exception;
    BOOST_TEST(e.message == "last");
    BOOST_TEST(found[0].cause_line == "panic: last");
    BOOST_TEST(found[0].root_line == "panic: first");
    BOOST_REQUIRE(e.chain.size() == 2u);
    BOOST_TEST(e.chain[0].message == "first");
    BOOST_TEST(e.chain[1].message == "(main.MyErr) {A:1}");
}

BOOST_AUTO_TEST_CASE(the_same_panic_raised_again_has_no_other_root) {
    for (std::string const head :
         {"panic: bad [recovered]\n\tpanic: bad\n", "panic: bad [recovered, repanicked]\n"}) {
        auto const found = tr::traces_in(head + stack);
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].exception.message == "bad");
        BOOST_TEST(found[0].cause_line == "panic: bad");
        BOOST_TEST(found[0].root_line == "");
    }
}

BOOST_AUTO_TEST_CASE(a_panic_raised_again_is_placed_where_it_was_raised_first) {
    std::string const again =
        "main.guard.func1()\n\t/app/guard.go:9 +0x1e\npanic({0x1, 0x2})\n"
        "\t/usr/lib/go/src/runtime/panic.go:884 +0x212\n";
    std::string const first = "main.load()\n\t/app/load.go:3 +0x1e\nmain.main()\n\t/app/main.go:5 +0x1e\n";
    std::string const start = "\ngoroutine 1 [running]:\n";
    struct sample {
        std::string head;
        std::string function;
    };
    for (auto const& [head, function] :
         {sample{"panic: bad [recovered]\n\tpanic: bad\n" + start + again + first, "main.load"},
          sample{"panic: bad [recovered, repanicked]\n" + start + again + first, "main.load"},
          sample{"panic: bad [recovered]\n\tpanic: worse\n" + start + again + first, "main.guard.func1"},
          sample{"panic: bad\n" + start +
                     "runtime/debug.Stack()\n\t/usr/lib/go/src/runtime/debug/stack.go:24 +0x65\n" + again +
                     first,
                 "main.load"}}) {
        BOOST_TEST_CONTEXT(head) {
            auto const found = tr::traces_in(head);
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].exception.frames.back().function == function);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_message_of_several_lines_is_part_of_the_trace) {
    std::string const report = "panic: one\ntwo\n\nthree\n" + stack;
    auto const found = tr::traces_in(report);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    BOOST_TEST(found[0].exception.message == "one");
}

BOOST_AUTO_TEST_CASE(a_message_with_several_blank_lines_keeps_its_goroutines) {
    std::string const report = "panic: could not start\n\nExpected: up\n\nActual: down\n\n" + stack;
    auto const found = tr::traces_in(report);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    BOOST_TEST(!found[0].exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(what_a_colon_announces_is_told_with_it) {
    auto const found = tr::traces_in("panic: loading failed:\n\nno such table\n" + stack);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].cause_line == "panic: loading failed: no such table");
}

BOOST_AUTO_TEST_CASE(fatal_errors_name_what_is_fatal) {
    struct sample {
        std::string head;
        std::string message;
        tr::trace_role role;
    };
    for (sample const& s : {
             sample{"fatal error: all goroutines are asleep - deadlock!\n",
                    "all goroutines are asleep - deadlock!", tr::trace_role::raised},
             sample{"fatal error: concurrent map writes\n", "concurrent map writes", tr::trace_role::raised},
             sample{"runtime: goroutine stack exceeds 1000000000-byte limit\nruntime: sp=0xc0 stack=[0xc0, "
                    "0xd0]\nfatal error: stack overflow\n\nruntime stack:\nruntime.throw({0x46, "
                    "0x4b})\n\t/usr/local/go/src/runtime/panic.go:1047 +0x5d\n",
                    "stack overflow", tr::trace_role::raised},
             sample{
                 "runtime: out of memory: cannot allocate 1099511627776-byte block (3964928 in use)\nfatal "
                 "error: out of memory\n",
                 "out of memory", tr::trace_role::resource},
         }) {
        BOOST_TEST_CONTEXT(s.message) {
            auto const found = tr::traces_in(s.head + stack + others);
            BOOST_REQUIRE(found.size() == 1u);
            BOOST_TEST(found[0].text == s.head + stack + others);
            BOOST_TEST(found[0].exception.type == "fatal error");
            BOOST_TEST(found[0].exception.message == s.message);
            BOOST_TEST((found[0].role == s.role));
            BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
            BOOST_TEST(found[0].exception.frames[1].function == "main.pick");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_dump_for_a_signal_holds_the_registers) {
    std::string const report = "SIGQUIT: quit\nPC=0x40268e m=0 sigcode=0\n" + stack + others +
                               "\nrax    0x0\nr10    0x202\nrflags 0x202\ngs     0x0\n";
    auto const found = tr::traces_in(report + "stopped\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == report);
    BOOST_TEST(found[0].exception.type == "SIGQUIT");
    BOOST_TEST(found[0].exception.message == "quit");
    BOOST_TEST((found[0].role == tr::trace_role::killed));
    auto const crash = tr::traces_in(
        "SIGSEGV: segmentation violation\nPC=0x40268e m=0 sigcode=1\nsignal "
        "arrived during cgo execution\n" +
        stack);
    BOOST_REQUIRE(crash.size() == 1u);
    BOOST_TEST((crash[0].role == tr::trace_role::native_crash));
}

BOOST_AUTO_TEST_CASE(a_panic_that_net_http_recovered_from_is_not_the_end) {
    auto const found = tr::traces_in(
        "2026/11/26 13:47:59 http: panic serving 127.0.0.1:4242: no such user\n"
        "goroutine 20 [running]:\n"
        "net/http.(*conn).serve.func1()\n"
        "\t/usr/local/go/src/net/http/server.go:1850 +0xbf\n"
        "panic({0x45a8e0, 0xc000010018})\n"
        "\t/usr/local/go/src/runtime/panic.go:884 +0x212\n"
        "main.handle({0x1, 0x2}, 0x3)\n"
        "\t/app/handle.go:9 +0x1d\n"
        "2026/11/26 13:48:00 next request\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::ignored));
    BOOST_TEST(found[0].exception.message == "no such user");
    BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
    BOOST_TEST(found[0].exception.frames[0].function == "main.handle");
    BOOST_TEST(found[0].last_line == 7u);
}

BOOST_AUTO_TEST_CASE(a_deep_recursion_keeps_both_ends) {
    std::string text = "panic: deep\n\ngoroutine 1 [running]:\n";
    for (int i = 1; i <= 50; ++i)
        text += "main.f(0x1)\n\t/app/f.go:" + std::to_string(i) + " +0x1\n";
    text += "...4711 frames elided...\n";
    for (int i = 51; i <= 100; ++i)
        text += "main.f(0x1)\n\t/app/f.go:" + std::to_string(i) + " +0x1\n";
    auto const found = tr::traces_in(text);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    auto const& frames = found[0].exception.frames;
    BOOST_REQUIRE(frames.size() == 64u);
    BOOST_TEST(frames.front().line == 100);
    BOOST_TEST(frames[15].line == 85);
    BOOST_TEST(frames[16].line == 48);
    BOOST_TEST(frames.back().line == 1);
}

BOOST_AUTO_TEST_CASE(lines_of_others_between_the_goroutines_are_left_out) {
    auto const found = tr::traces_in(
        "[rank1]: panic: bad\n[rank0]: step 1\n[rank1]: \n[rank1]: goroutine 1 "
        "[running]:\n[rank1]: main.main()\n[rank0]: step "
        "2\nworking\n[rank1]: \t/app/main.go:12 +0x1d\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text ==
               "panic: bad\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:12 +0x1d\n");
    BOOST_TEST(found[0].exception.frames.size() == 1u);
}

BOOST_AUTO_TEST_CASE(two_panics_behind_each_other_are_two) {
    auto const found = tr::traces_in("panic: one\n" + stack + "panic: two\n" + stack);
    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].text == "panic: one\n" + stack);
    BOOST_TEST(found[1].exception.message == "two");
}

BOOST_AUTO_TEST_CASE(without_goroutines_only_a_panic_said_last_counts) {
    auto const found = tr::traces_in("panic: runtime error: integer divide by zero\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].role == tr::trace_role::incomplete));
    for (std::string const text :
         {"panic: disabled\nmode: fast\ndone\n", "runtime: 3 s\nnext\n", "SIGQUIT: quit\n",
          "the panic: is over\n", "fatal error: nothing\nstep 1\nstep 2\n", "SIGTERM: bye\n"}) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(tr::traces_in(text).empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_deadlock_without_a_goroutine_has_no_stack) {
    std::string const line = "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n";
    auto const found = tr::traces_in("begin\n" + line + "exit status 2\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == line);
    BOOST_TEST((found[0].role == tr::trace_role::raised));
    BOOST_TEST(found[0].exception.frames.empty());
}

BOOST_AUTO_TEST_CASE(a_traceback_behind_a_line_that_says_panic_is_found) {
    auto const found = tr::traces_in(
        "panic: off\nTraceback (most recent call last):\n  File \"a.py\", line 1, in f\n    g()\nValueError: "
        "x\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "python");
}

BOOST_AUTO_TEST_SUITE_END()
