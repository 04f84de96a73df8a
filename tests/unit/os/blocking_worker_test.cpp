#include "task_agent/os/blocking_worker.hpp"

#include "support/eventually.hpp"
#include "task_agent/os/pipe.hpp"

#include <boost/test/unit_test.hpp>

#include <pthread.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <vector>

namespace os = task_agent::os;
using namespace std::chrono_literals;
using support::eventually;
using task_agent::steady_clock;

namespace {

// A call that blocks in the kernel until somebody writes, like a file server that does not answer.
struct hanging_call {
    os::pipe_ends pipe = std::move(*os::make_pipe());
    std::atomic<bool> begun{false};
    std::atomic<bool> returned{false};

    void operator()() {
        begun = true;
        char byte = 0;
        (void)!::read(pipe.read.get(), &byte, 1);
        returned = true;
    }
    void let_go() const { (void)!::write(pipe.write.get(), "x", 1); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(blocking_worker_tests)

BOOST_AUTO_TEST_CASE(jobs_run_in_order_on_one_other_thread) {
    std::vector<int> order;
    std::vector<::pthread_t> threads;
    {
        os::blocking_worker worker;
        BOOST_TEST(!worker.due().has_value());
        for (int i = 0; i < 100; ++i) {
            BOOST_REQUIRE(worker.submit([&, i] {
                order.push_back(i);
                threads.push_back(::pthread_self());
            }));
        }
    }  // waits for what is queued
    BOOST_REQUIRE(order.size() == 100U);
    for (int i = 0; i < 100; ++i)
        BOOST_TEST(order[static_cast<std::size_t>(i)] == i);
    for (auto const thread : threads) {
        BOOST_TEST(::pthread_equal(thread, threads.front()) != 0);
        BOOST_TEST(::pthread_equal(thread, ::pthread_self()) == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_job_that_blocks_keeps_nobody_but_its_thread) {
    auto const call = std::make_shared<hanging_call>();
    os::blocking_worker worker(50ms);
    auto const began = steady_clock::now();
    BOOST_REQUIRE(worker.submit([call] { (*call)(); }));
    BOOST_TEST((steady_clock::now() - began < 5s));
    BOOST_REQUIRE(eventually([&] { return call->begun.load(); }));
    BOOST_REQUIRE(worker.due().has_value());
    BOOST_TEST((*worker.due() <= steady_clock::now() + 50ms));
    BOOST_TEST(!worker.give_up_overdue(*worker.due() - 1ms));
    BOOST_TEST(worker.give_up_overdue(*worker.due()));
    BOOST_TEST(!worker.give_up_overdue(steady_clock::now() + 1h));
    BOOST_TEST(!worker.due().has_value());

    // the next job has a thread that works
    std::atomic<bool> done{false};
    BOOST_REQUIRE(worker.submit([&] { done = true; }));
    BOOST_TEST(eventually([&] { return done.load(); }));
    BOOST_TEST(!call->returned.load());
    call->let_go();
    BOOST_TEST(eventually([&] { return call->returned.load(); }));
}

BOOST_AUTO_TEST_CASE(what_was_queued_behind_a_given_up_job_never_runs) {
    auto const call = std::make_shared<hanging_call>();
    auto const behind = std::make_shared<std::atomic<bool>>(false);
    os::blocking_worker worker(20ms);
    BOOST_REQUIRE(worker.submit([call] { (*call)(); }));
    BOOST_REQUIRE(worker.submit([behind] { *behind = true; }));
    BOOST_REQUIRE(eventually([&] { return call->begun.load(); }));
    BOOST_REQUIRE(worker.give_up_overdue(steady_clock::now() + 1s));
    call->let_go();
    BOOST_REQUIRE(eventually([&] { return call->returned.load(); }));
    // its thread drops its share of the job at its very end: then nothing can run there any more
    BOOST_REQUIRE(eventually([&] { return call.use_count() == 1; }));
    BOOST_TEST(!behind->load());
}

BOOST_AUTO_TEST_CASE(the_end_waits_for_a_blocked_job_no_longer_than_the_patience) {
    auto const call = std::make_shared<hanging_call>();
    auto const began = steady_clock::now();
    {
        os::blocking_worker worker(100ms);
        BOOST_REQUIRE(worker.submit([call] { (*call)(); }));
    }
    BOOST_TEST((steady_clock::now() - began >= 100ms));
    BOOST_TEST((steady_clock::now() - began < 5s));
    BOOST_TEST(!call->returned.load());
    call->let_go();  // the thread outlives the worker, and touches nothing of it
    BOOST_REQUIRE(eventually([&] { return call->returned.load(); }));
    BOOST_TEST(eventually([&] { return call.use_count() == 1; }));
}

BOOST_AUTO_TEST_SUITE_END()
