#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace tr = task_agent::trace;

namespace {

std::string const stack =
    "==7==    at 0x10915E: work(int*) (a.c:12)\n"
    "==7==    by 0x1091C3: main (a.c:20)\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(valgrind_tests)

BOOST_AUTO_TEST_CASE(a_mistake_is_read_with_the_stacks_that_belong_to_it) {
    std::string const text = "==7== Invalid read of size 4\n" + stack +
                             "==7==  Address 0x4a47050 is 0 bytes after a block of size 16 alloc'd\n"
                             "==7==    at 0x4843839: malloc (in /usr/libexec/valgrind/vgpreload.so)\n"
                             "==7==    by 0x10919E: main (a.c:18)\n";
    auto const found =
        tr::traces_in("==7== Memcheck, a memory error detector\n==7== \n" + text + "==7== \nnext\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::sanitizer));
    BOOST_TEST(found[0].is_often_survived);
    BOOST_TEST(found[0].exception.type == "Invalid read");
    BOOST_TEST(found[0].exception.message == "of size 4");
    BOOST_TEST(found[0].cause_line == "Invalid read of size 4");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    BOOST_TEST(found[0].exception.frames[1].function == "work(int*)");
    BOOST_TEST(found[0].exception.frames[1].file == "a.c");
    BOOST_TEST(found[0].exception.frames[1].line == 12);
}

BOOST_AUTO_TEST_CASE(valgrinds_own_summary_says_nothing_of_going_on) {
    std::string const text = "==7== Invalid write of size 8\n" + stack;
    std::string const summary =
        "==7== \n==7== HEAP SUMMARY:\n==7==     in use at exit: 0 bytes in 0 blocks\n"
        "==7==   total heap usage: 2 allocs, 2 frees, 40 bytes allocated\n==7== \n"
        "==7== All heap blocks were freed -- no leaks are possible\n==7== \n"
        "==7== For lists of detected and suppressed errors, rerun with: -s\n"
        "==7== ERROR SUMMARY: 1 errors from 1 contexts (suppressed: 0 from 0)\n";
    std::string rows;
    for (int i = 0; i < 8; ++i)
        rows += "row " + std::to_string(i) + "\n";
    auto const last = tr::traces_in(text + "==7== \ndone with it\n" + summary);
    BOOST_REQUIRE(last.size() == 1u);
    BOOST_TEST(last[0].text == text);
    BOOST_TEST(!last[0].is_often_survived);
    auto const went_on = tr::traces_in(text + "==7== \n" + rows + summary);
    BOOST_REQUIRE(went_on.size() == 1u);
    BOOST_TEST(went_on[0].is_often_survived);
}

BOOST_AUTO_TEST_CASE(the_signal_that_ended_it_is_a_crash) {
    std::string const text =
        "==7== Process terminating with default action of signal 11 (SIGSEGV)\n"
        "==7==  Access not within mapped region at address 0x0\n" +
        stack +
        "==7==  If you believe this happened as a result of a stack\n"
        "==7==  overflow in your program's main thread\n";
    auto const found = tr::traces_in(text + "==7== \n==7== HEAP SUMMARY:\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].text == text);
    BOOST_TEST((found[0].role == tr::trace_role::native_crash));
    BOOST_TEST(found[0].exception.type == "SIGSEGV");
    BOOST_TEST(found[0].exception.message == "Access not within mapped region at address 0x0");
    BOOST_REQUIRE(found[0].exception.frames.size() == 2u);
    auto const both = tr::traces_in("==7== Invalid read of size 4\n" + stack + "==7== \n==7== \n" + text);
    BOOST_REQUIRE(both.size() == 1u);
    BOOST_TEST(both[0].first_line == 0u);
    BOOST_TEST(both[0].exception.type == "SIGSEGV");
    BOOST_TEST(both[0].root_line == "Invalid read of size 4");
    BOOST_REQUIRE(both[0].exception.frames.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_leak_is_a_notice_and_announcements_are_nothing) {
    auto const leak = tr::traces_in("==7== 12 bytes in 1 blocks are definitely lost in loss record 1 of 2\n" +
                                    stack + "==7== \n");
    BOOST_REQUIRE(leak.size() == 1u);
    BOOST_TEST((leak[0].role == tr::trace_role::notice));
    BOOST_TEST(leak[0].exception.type == "memory leak");
    BOOST_TEST(tr::traces_in("==7== Thread #3 was created\n" + stack +
                             "==7== \n==7== ERROR SUMMARY: 0 errors from 0 contexts\n==7== Invalid read\n"
                             "== Invalid write of size 4\n")
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
