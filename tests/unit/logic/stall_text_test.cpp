#include "task_agent/logic/stall_text.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/syscall.h>

namespace ta = task_agent;
using namespace std::chrono_literals;

namespace {

ta::thread_picture sleeper(pid_t tid, std::string name) {
    ta::thread_picture thread;
    thread.tid = tid;
    thread.name = std::move(name);
    thread.state = 'S';
    thread.wait_channel = "futex_wait_queue";
    thread.system_call = SYS_futex;
    return thread;
}

ta::process_picture process(pid_t pid, pid_t parent, std::vector<std::string> command) {
    ta::process_picture one;
    one.pid = pid;
    one.parent = parent;
    one.threads.push_back(sleeper(pid, command.front()));
    one.command = std::move(command);
    return one;
}

ta::stall_facts facts(std::vector<ta::process_picture> processes) {
    ta::stall_facts made;
    made.limit = 30s;
    made.processes = std::move(processes);
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stall_text_tests)

BOOST_AUTO_TEST_CASE(the_message_names_the_process_that_waits_for_no_child_and_where_it_waits) {
    auto const f = facts({process(10, 1, {"sh", "-c", "x"}), process(11, 10, {"python3", "t.py"})});
    BOOST_TEST(
        ta::stall_message(f) ==
        "no output and no report for 30s: python3 (pid 11) waits, at futex_wait_queue, in the system call "
        "futex");
}

BOOST_AUTO_TEST_CASE(a_process_that_computes_is_busy_whatever_its_main_thread_does) {
    auto one = process(11, 1, {"python3"});
    one.cpu_share = 0.987;
    BOOST_TEST(ta::stall_message(facts({one})) ==
               "no output and no report for 30s: python3 (pid 11) uses 99 % of a CPU");
}

BOOST_AUTO_TEST_CASE(cpu_time_is_named_where_it_was_looked_at) {
    auto f = facts({});
    f.counts_cpu = true;
    BOOST_TEST(ta::stall_message(f) == "no output, no report and next to no CPU time for 30s");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_left_out) {
    auto one = process(11, 1, {"cp"});
    one.threads.front().wait_channel.clear();
    one.threads.front().system_call.reset();
    one.threads.front().state = 'D';
    BOOST_TEST(
        ta::stall_message(facts({one})) ==
        "no output and no report for 30s: cp (pid 11) waits in the kernel, where no signal reaches it");
}

BOOST_AUTO_TEST_CASE(a_system_call_without_a_name_here_is_its_number) {
    auto one = process(11, 1, {"cp"});
    one.threads.front().system_call = 4321;
    BOOST_TEST(ta::stall_message(facts({one})).ends_with("in the system call 4321"));
}

BOOST_AUTO_TEST_CASE(threads_that_wait_alike_are_one_line_and_the_accused_process_comes_last) {
    auto parent = process(10, 1, {"torchrun"});
    auto child = process(11, 10, {"python3", "train.py"});
    child.cpu_seconds = 12.345;
    child.threads.push_back(sleeper(12, "worker"));
    child.threads.push_back(sleeper(13, "worker"));
    child.threads.push_back(sleeper(14, "reader"));
    child.threads.back().system_call = SYS_read;
    child.threads.back().wait_channel = "pipe_read";
    child.threads.back().kernel_stack = {"pipe_read", "vfs_read"};
    child.more_threads = 7;
    // a list that does not begin with the parent
    BOOST_TEST(ta::stall_text(facts({child, parent})) ==
               "process 10 (parent 1): torchrun\n"
               "  0.00 s of CPU in all, 0 % of one now\n"
               "  thread 10 torchrun: waits, at futex_wait_queue, in the system call futex\n"
               "process 11 (parent 10): python3 train.py\n"
               "  12.35 s of CPU in all, 0 % of one now\n"
               "  thread 11 python3 and 2 more: waits, at futex_wait_queue, in the system call futex\n"
               "  thread 14 reader: waits, at pipe_read, in the system call read\n"
               "    kernel stack: pipe_read < vfs_read\n"
               "  7 more threads\n");
}

BOOST_AUTO_TEST_CASE(threads_that_differ_in_one_thing_are_told_one_by_one) {
    auto one = process(11, 1, {"python3"});
    one.threads.push_back(sleeper(12, "other call"));
    one.threads.back().system_call = SYS_read;
    one.threads.push_back(sleeper(13, "other channel"));
    one.threads.back().wait_channel = "pipe_read";
    one.threads.push_back(sleeper(14, "other stack"));
    one.threads.back().kernel_stack = {"futex_wait"};
    one.threads.push_back(sleeper(15, "other state"));
    one.threads.back().state = 'D';
    auto const text = ta::stall_text(facts({one}));
    for (auto const* thread : {"thread 12 ", "thread 13 ", "thread 14 ", "thread 15 "})
        BOOST_TEST(text.find(thread) != std::string::npos, text);
    BOOST_TEST(text.find("more") == std::string::npos, text);
}

BOOST_AUTO_TEST_CASE(a_long_or_odd_command_stays_one_line) {
    auto one = process(11, 1, {"python3", "-c", "import x\nx.run()", std::string(1000, 'a')});
    auto const text = ta::stall_text(facts({one}));
    auto const first = text.substr(0, text.find('\n'));
    BOOST_TEST(first.starts_with("process 11 (parent 1): python3 -c import x x.run() aaa"));
    BOOST_TEST(first.ends_with("aaa ..."));
    BOOST_TEST(first.size() < 300U);
}

BOOST_AUTO_TEST_SUITE_END()
