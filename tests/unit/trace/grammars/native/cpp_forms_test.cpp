// One line each: what the libraries, and the macros everybody writes, say when a check fails.
#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

struct sample {
    std::string line;
    std::string type;
    std::string message;
    std::string file;
    int number = 0;
    std::string function;
};

void check(sample const& s) {
    BOOST_TEST_CONTEXT(s.line) {
        auto const found = tr::traces_in("begin\n" + s.line + "\nnext\n");
        BOOST_REQUIRE(found.size() == 1u);
        BOOST_TEST(found[0].text == s.line + "\n");
        BOOST_TEST(found[0].exception.language == "cpp");
        BOOST_TEST(found[0].exception.type == s.type);
        BOOST_TEST(found[0].exception.message == s.message);
        if (s.file.empty() && s.function.empty()) {
            BOOST_TEST(found[0].exception.frames.empty());
            return;
        }
        BOOST_REQUIRE(found[0].exception.frames.size() == 1u);
        BOOST_TEST(found[0].exception.frames[0].file == s.file);
        BOOST_TEST(found[0].exception.frames[0].line == s.number);
        BOOST_TEST(found[0].exception.frames[0].function == s.function);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cpp_forms_tests)

BOOST_AUTO_TEST_CASE(assertions_of_libraries) {
    std::string const type = "assertion failed";
    for (sample const& s : {
             sample{"/usr/include/c++/14/bits/stl_deque.h:99: void f() [with T = int]: Assertion "
                    "'!this->empty()' failed.",
                    type, "!this->empty()", "/usr/include/c++/14/bits/stl_deque.h", 99,
                    "void f() [with T = int]"},
             sample{"tool: a/b.c: 12: open_it: Assertion `fd >= 0' failed.", type, "fd >= 0", "a/b.c", 12,
                    "open_it"},
             sample{"Assertion failed: n != 0, file C:\\x\\a.cpp, line 12", type, "n != 0", "C:\\x\\a.cpp",
                    12, ""},
             sample{"Assertion failure: n != 0, at /x/a.cpp:12", type, "n != 0", "/x/a.cpp", 12, ""},
             sample{"Assertion failed: n != 0 (at a.cpp:12)", type, "n != 0", "a.cpp", 12, ""},
             sample{"assertion \"n > 0\" failed: file \"a.c\", line 12, function: work", type, "n > 0", "a.c",
                    12, "work"},
             sample{"assertion \"n > 0\" failed: file \"a.c\", line 12, function \"work\"", type, "n > 0",
                    "a.c", 12, "work"},
             sample{"ASSERT: \"n > 0\" in file a.cpp, line 12", type, "n > 0", "a.cpp", 12, ""},
             sample{"ASSERT failure in Pool::take: \"is empty\", file a.cpp, line 12", type, "is empty",
                    "a.cpp", 12, "Pool::take"},
             sample{"Fatal glibc error: tpp.c:83 (__pthread_tpp): assertion failed: new_prio == -1", type,
                    "new_prio == -1", "tpp.c", 83, "__pthread_tpp"},
             sample{"/app/pool.c:12: GGML_ASSERT(n > 0) failed", type, "n > 0", "/app/pool.c", 12, ""},
             sample{"/app/pool.c:12: GGML_ASSERT: n > 0", type, "n > 0", "/app/pool.c", 12, ""},
             sample{"Fatal glibc error: malloc assertion failure in sysmalloc: old_top == 0", type,
                    "old_top == 0", "", 0, "sysmalloc"},
             sample{"ERROR:src/a.c:12:work: assertion failed: (n > 0)", type, "(n > 0)", "src/a.c", 12,
                    "work"},
             sample{"/usr/lib/llvm-18/include/c++/v1/vector:12: assertion n < size() failed: out of bounds",
                    type, "n < size()", "/usr/lib/llvm-18/include/c++/v1/vector", 12, ""},
         }) {
        check(s);
    }
}

BOOST_AUTO_TEST_CASE(checks_of_the_usual_macros) {
    std::string const type = "check failed";
    for (sample const& s : {
             sample{"F1126 10:20:30.000001 7 store.cc:12] Check failed: n > 0 (0 vs. 0) ", type,
                    "n > 0 (0 vs. 0)", "store.cc", 12, ""},
             sample{"F0000 00:00:1732629787.000001   7 store.cc:12] Check failed: n > 0", type, "n > 0",
                    "store.cc", 12, ""},
             sample{"F tensorflow/core/store.cc:12] Check failed: n > 0", type, "n > 0",
                    "tensorflow/core/store.cc", 12, ""},
             sample{"[FATAL store.cc:12] Check failed: n > 0", type, "n > 0", "store.cc", 12, ""},
             sample{"[FATAL] store.cc:12: CHECK failed: n > 0", type, "n > 0", "store.cc", 12, ""},
             sample{"Check failed: n > 0 at src/store.cc:12", type, "n > 0", "src/store.cc", 12, ""},
             sample{"CHECK failed: src/store.cc:12: n > 0", type, "n > 0", "src/store.cc", 12, ""},
             sample{"Check failed: n > 0", type, "n > 0", "", 0, ""},
             sample{"F20261126 10:20:30.000001 7 store.cc:12] the disk is full", "error", "the disk is full",
                    "store.cc", 12, ""},
         }) {
        check(s);
    }
}

BOOST_AUTO_TEST_CASE(what_stands_before_the_file_or_its_bracket_is_a_prefix) {
    std::string const assertion =
        "/usr/include/c++/14/bits/stl_deque.h:99: void f(): Assertion '!this->empty()' failed.\n";
    std::string const check = "[FATAL store.cc:12] Check failed: n > 0\n";
    for (std::string const prefix : {"3: ", "node3: ", "2026-11-22 12:00:00,123 ERROR app.main: "}) {
        for (std::string const& text : {assertion, check}) {
            auto const found = tr::traces_in(prefix + "begin\n" + prefix + text);
            BOOST_REQUIRE_MESSAGE(found.size() == 1u, prefix + text);
            BOOST_TEST(found[0].text == text);
            BOOST_TEST(found[0].prefix == prefix);
        }
    }
    // a program's name is glibc's
    std::string const of_glibc = "app3: a.c:12: f: Assertion `n > 0' failed.\n";
    BOOST_TEST(tr::traces_in(of_glibc).at(0).text == of_glibc);
}

BOOST_AUTO_TEST_CASE(aborts_of_libc_and_of_fortified_code) {
    for (std::string const line :
         {"munmap_chunk(): invalid pointer", "calloc(): corrupted",
          "*** bit out of range 0 - FD_SETSIZE on fd_set ***: terminated",
          "*** longjmp causes uninitialized stack frame ***: terminated", "*** invalid %N$ use detected ***",
          "FORTIFY: strcpy: prevented 12-byte write into 8-byte buffer",
          "corrupted size vs. prev_size while consolidating", "malloc(): unaligned tcache chunk detected"}) {
        check({line, "abort", line, "", 0, ""});
    }
}

BOOST_AUTO_TEST_CASE(the_end_in_the_words_of_a_handler) {
    for (sample const& s : {
             sample{"terminate handler: app::closed: the queue is closed", "app::closed",
                    "the queue is closed", "", 0, ""},
             sample{"Unhandled exception: std::out_of_range: at", "std::out_of_range", "at", "", 0, ""},
             sample{"uncaught exception of type 'app::closed': gone", "app::closed", "gone", "", 0, ""},
             sample{"terminating due to uncaught exception of type load_error", "load_error", "", "", 0, ""},
             sample{"Uncaught exception std::bad_alloc, what(): std::bad_alloc", "std::bad_alloc",
                    "std::bad_alloc", "", 0, ""},
             sample{"libc++abi: terminating due to uncaught exception of type app::closed: gone",
                    "app::closed", "gone", "", 0, ""},
             sample{"libc++abi: Pure virtual function called!", "pure virtual method called", "", "", 0, ""},
         }) {
        check(s);
    }
}

BOOST_AUTO_TEST_CASE(programs_that_the_loader_cannot_start) {
    for (sample const& s : {
             sample{"./prog: error while loading shared libraries: libx.so.1: cannot open shared object "
                    "file: No such file",
                    "error",
                    "error while loading shared libraries: libx.so.1: cannot open shared object file: No "
                    "such file",
                    "", 0, ""},
             sample{"./prog: symbol lookup error: /lib/libx.so: undefined symbol: work", "error",
                    "symbol lookup error: /lib/libx.so: undefined symbol: work", "", 0, ""},
             sample{"./prog: /lib/libc.so.6: version `GLIBC_2.38' not found (required by ./prog)",
                    "version not found",
                    "/lib/libc.so.6: version `GLIBC_2.38' not found (required by ./prog)", "", 0, ""},
             sample{"Error loading shared library libx.so: No such file or directory (needed by ./prog)",
                    "Error loading shared library", "libx.so: No such file or directory (needed by ./prog)",
                    "", 0, ""},
         }) {
        check(s);
    }
}

BOOST_AUTO_TEST_CASE(sentences_about_such_things_are_none) {
    for (std::string const line :
         {"the store.cc:12 check was skipped, Check failed: never", "terminate handler installed",
          "unhandled exception handler: on", "Uncaught exceptions: 0", "uncaught exception: 3 of them",
          "assertion tests failed: 0", "ASSERT is on, line 12", "*** done ***", "F1126 is a form",
          "Fatal errors: 0", "CHECKS of today, Check failed: none", "Assertion failed: never",
          "CHECK failed for 0 rows"}) {
        BOOST_TEST_CONTEXT(line) {
            BOOST_TEST(tr::traces_in(line + "\nnext\n").empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(a_macro_of_ones_own_names_the_place_before_the_check) {
    auto const check = tr::traces_in("src/plan.cpp:40: check failed: rows == 4: rows was 3\n");
    BOOST_REQUIRE(check.size() == 1u);
    BOOST_TEST(check[0].exception.type == "check failed");
    BOOST_TEST(check[0].exception.frames.at(0).line == 40);
    auto const fatal = tr::traces_in("[FATAL] src/plan.cpp:41 load(): Requirement `rows > 4' not met\n");
    BOOST_REQUIRE(fatal.size() == 1u);
    BOOST_TEST(fatal[0].exception.message == "Requirement `rows > 4' not met");
    BOOST_TEST(fatal[0].exception.frames.at(0).function == "load");
    BOOST_TEST(fatal[0].exception.frames.at(0).file == "src/plan.cpp");
}

BOOST_AUTO_TEST_CASE(a_message_that_promises_more_goes_on) {
    std::string const text =
        "terminate called after throwing an instance of 'plan_error'\n  what():  bad plan:\nrows: 3\n";
    BOOST_TEST(tr::traces_in(text + "other output\n").at(0).text == text);
    std::string const at =
        "terminate called after throwing an instance of 'plan_error'\n  what():  bad plan\nat "
        "/app/plan.txt\n";
    BOOST_TEST(tr::traces_in(at + "other output\n").at(0).text == at);
}

BOOST_AUTO_TEST_SUITE_END()
