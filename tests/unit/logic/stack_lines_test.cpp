#include "task_agent/logic/stack_lines.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

namespace ta = task_agent;

namespace {

// A letter a piece: u and l are frames of the user's and of libraries, '.' is a line of text.
std::string shape_of(std::string_view trace) {
    std::string shape;
    std::string whole;
    for (auto const& piece : ta::pieces_of(trace)) {
        shape += !piece.is_frame ? '.' : piece.is_library ? 'l' : 'u';
        whole += piece.text;
    }
    BOOST_TEST(whole == trace, "the pieces make up the whole");
    return shape;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stack_lines_tests)

BOOST_AUTO_TEST_CASE(python_frames_take_their_source_along) {
    BOOST_TEST(shape_of("Traceback (most recent call last):\n"
                        "  File \"/app/a.py\", line 3, in <module>\n"
                        "    f(\n"
                        "      ^^\n"
                        "  [Previous line repeated 9 more times]\n"
                        "  File \"/v/lib/python3.11/site-packages/x.py\", line 3, in f\n"
                        "    raise ValueError\n"
                        "ValueError: bad\n") == ".ul.");
    BOOST_TEST(shape_of("  | Traceback (most recent call last):\n"
                        "  |   File \"/app/a.py\", line 3, in f\n"
                        "  |     g()\n"
                        "  | ValueError: bad\n") == ".u.");
}

BOOST_AUTO_TEST_CASE(frames_that_begin_with_at) {
    BOOST_TEST(shape_of("java.lang.IllegalStateException: no\n"
                        "\tat com.example.Main.run(Main.java:3)\n"
                        "\tat java.base/java.util.ArrayList.forEach(ArrayList.java:1)\n"
                        "\t... 12 more\n") == ".ul.");
    BOOST_TEST(shape_of("TypeError: no\n"
                        "    at load (/app/a.js:1:25)\n"
                        "    at /app/node_modules/x/a.js:1:25\n"
                        "    at async node:internal/process/execution:118:14\n") == ".ull");
    BOOST_TEST(shape_of("Unhandled exception. System.Exception: no\n"
                        "   at System.Linq.Enumerable.First[T](IEnumerable`1 s)\n"
                        "   at Mine.Program.Main(String[] args) in /app/Program.cs:line 3\n") == ".lu");
}

BOOST_AUTO_TEST_CASE(frames_of_two_lines) {
    BOOST_TEST(shape_of("goroutine 1 [running]:\n"
                        "panic({0x1, 0x2})\n"
                        "\t/usr/local/go/src/runtime/panic.go:884 +0x1\n"
                        "main.load(...)\n"
                        "\t/app/main.go:3\n"
                        "exit status 2\n") == ".lu.");
    BOOST_TEST(shape_of("stack backtrace:\n"
                        "   0: rust_begin_unwind\n"
                        "             at /rustc/90c5/library/std/src/panicking.rs:1:2\n"
                        "   1: mine::load\n"
                        "             at ./src/main.rs:3:5\n"
                        "   2: core::ops::function::FnOnce::call_once\n") == ".lul");
}

BOOST_AUTO_TEST_CASE(numbered_frames) {
    BOOST_TEST(shape_of("    #0 0x55 in load /app/x.cc:3:5\n"
                        "    #1 0x7f in __libc_start_main (/lib/x86_64-linux-gnu/libc.so.6+0x23d09)\n"
                        "#2  0x00007f in raise () from /lib/x86_64-linux-gnu/libc.so.6\n"
                        "#0 /app/vendor/a.php(12): f()\n"
                        "#1 /app/a.php(3): g()\n"
                        "#2 {main}\n") == "ullluu");
}

BOOST_AUTO_TEST_CASE(frames_of_ruby_perl_lua_elixir_and_a_crashed_jvm) {
    BOOST_TEST(shape_of("/app/a.rb:3:in `f': bad (RuntimeError)\n"
                        "\tfrom /app/a.rb:9:in `<main>'\n"
                        "\tfrom /var/lib/gems/3.1.0/gems/x/x.rb:9:in `call'\n") == ".ul");
    BOOST_TEST(shape_of("bad at a.pl line 3.\n\tmain::f(1) called at a.pl line 9\n") == ".u");
    BOOST_TEST(shape_of("lua: a.lua:1: bad\nstack traceback:\n\t[C]: in function 'error'\n"
                        "\ta.lua:1: in function 'f'\n") == "..lu");
    BOOST_TEST(shape_of("** (RuntimeError) bad\n    (mine 0.1.0) lib/mine.ex:3: Mine.f/1\n"
                        "    (elixir 1.14.0) lib/enum.ex:9: Enum.map/2\n") == ".ul");
    BOOST_TEST(shape_of("Native frames:\nV  [libjvm.so+0x1]  Unsafe_PutLong+0x1\n"
                        "j  sun.misc.Unsafe.putAddress(JJ)V+5\nJ 12 c2 com.example.A.f(I)V (3 bytes) @ 0x1\n"
                        "C  [libmine.so+0x4592]  crash+0xd82\n") == ".lluu");
}

BOOST_AUTO_TEST_CASE(a_line_of_another_shape_is_no_frame) {
    BOOST_TEST(shape_of("") == "");
    BOOST_TEST(shape_of("\n\nat the end\nFile \"x\" is missing\n# 3\nfrom here on\nlast without end") ==
               ".......");
}

BOOST_AUTO_TEST_SUITE_END()
