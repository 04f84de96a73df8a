#include "task_agent/logic/thread_dump.hpp"

#include <boost/test/unit_test.hpp>

namespace ta = task_agent;

namespace {

std::string const head =
    "2026-01-02 03:04:05\nFull thread dump OpenJDK 64-Bit Server VM (21.0.1):\n\n"
    "Threads class SMR info:\n_java_thread_list=0x1, length=2, elements={\n0x1, 0x2\n}\n\n";
std::string const main_thread =
    "\"main\" #1 prio=5 waiting for monitor entry\n   java.lang.Thread.State: BLOCKED\n\tat "
    "App.run(App.java:3)\n";
std::string const worker =
    "\"worker\" #12 prio=5\n   java.lang.Thread.State: RUNNABLE\n\tat App.work(App.java:9)\n";
std::string const collector = "\"GC Thread#1\" os_prio=0 runnable\n";
std::string const deadlock =
    "Found one Java-level deadlock:\n=====\n\"main\":\n  waiting to lock monitor 0x1\n\n\"worker\":\n  "
    "waiting\n\n"
    "Java stack information for the threads listed above:\n\"main\":\n\tat App.run(App.java:3)\n";
std::string const heap = "Heap\n garbage-first heap   total 1K, used 1K\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(thread_dump_tests)

BOOST_AUTO_TEST_CASE(threads_with_frames_stay_and_the_main_one_comes_last) {
    auto const fitted =
        ta::fit_thread_dump(head + main_thread + "\n" + worker + "\n" + collector + "\n" + heap, 4096);
    BOOST_TEST(fitted == worker + "\n" + main_thread);
}

BOOST_AUTO_TEST_CASE(a_deadlock_comes_behind_all_threads_and_without_the_heap) {
    auto const fitted =
        ta::fit_thread_dump(head + main_thread + "\n" + worker + "\n" + deadlock + "\n" + heap, 4096);
    BOOST_TEST(fitted == worker + "\n" + main_thread + "\n" + deadlock);
}

BOOST_AUTO_TEST_CASE(text_that_is_no_dump_of_a_jvm_stays_as_it_is) {
    std::string const text = "Thread 0x1 (most recent call first):\n  File \"a.py\", line 3 in f\n";
    BOOST_TEST(ta::fit_thread_dump(text, 4096) == text);
}

BOOST_AUTO_TEST_CASE(what_is_too_long_keeps_its_end_and_says_so) {
    std::string many = head;
    for (int i = 0; i < 500; ++i)
        many += worker + "\n";
    auto const fitted = ta::fit_thread_dump(many + main_thread + "\n" + heap, 2000);
    BOOST_TEST(fitted.size() <= 2000U);
    BOOST_TEST(fitted.ends_with(main_thread));
    BOOST_TEST(fitted.find("lines") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
