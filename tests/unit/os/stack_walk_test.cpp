// The walk from inside a signal handler, against what libgcc finds from the same place.
#include "task_agent/os/stack_walk.hpp"

#include "task_agent/os/own_image.hpp"

#include <boost/test/unit_test.hpp>

#include <pthread.h>
#include <unwind.h>

#include <algorithm>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace os = task_agent::os;

namespace {

std::vector<std::uintptr_t> ours;
std::vector<std::uintptr_t> theirs;

// A test may allocate here: the signal comes from a plain call, not from inside malloc.
void on_signal(int, ::siginfo_t*, void* context) {
    os::stack_walk walk(*static_cast<::ucontext_t const*>(context));
    ours.clear();
    do
        ours.push_back(walk.address());
    while (ours.size() < 200 && walk.next());
    theirs.clear();
    auto const add = [](::_Unwind_Context* frame, void*) {
        int before = 0;
        auto const ip = ::_Unwind_GetIPInfo(frame, &before);
        theirs.push_back(before ? ip : ip - 1);
        return ::_URC_NO_REASON;
    };
    ::_Unwind_Backtrace(add, nullptr);
}

void walk_now() {
    struct ::sigaction action {};
    struct ::sigaction before {};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO;
    ::sigaction(SIGUSR2, &action, &before);
    ::pthread_kill(::pthread_self(), SIGUSR2);
    ::sigaction(SIGUSR2, &before, nullptr);
}

__attribute__((noinline)) int deep(int levels, int seed) {
    // frames of different shapes: one with an array, one without
    volatile char room[256] = {};
    room[levels] = static_cast<char>(seed);
    if (levels == 0) {
        walk_now();
        return room[0];
    }
    return deep(levels - 1, seed + room[levels]) + 1;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(stack_walk_tests)

BOOST_AUTO_TEST_CASE(every_caller_is_found_in_order) {
    BOOST_TEST(deep(12, 1) >= 12);
    BOOST_REQUIRE(ours.size() > 14U);
    // libgcc starts in the handler: its frames below the interrupted one come first
    auto const from = std::find(theirs.begin(), theirs.end(), ours.front());
    BOOST_REQUIRE((from != theirs.end()));
    std::vector<std::uintptr_t> const expected(from, theirs.end());
    // libgcc also counts the end of the chain, where there is no caller
    BOOST_TEST(ours.size() + 1 >= expected.size());
    for (std::size_t i = 0; i < std::min(ours.size(), expected.size()); ++i)
        BOOST_TEST(ours[i] == expected[i], "frame " << i);
}

BOOST_AUTO_TEST_CASE(a_call_to_nowhere_is_walked_from_its_caller) {
    ::ucontext_t context{};
    std::uintptr_t const stack[2] = {reinterpret_cast<std::uintptr_t>(&walk_now) + 1, 0};
    context.uc_mcontext.gregs[REG_RIP] = 0;
    context.uc_mcontext.gregs[REG_RSP] = static_cast<::greg_t>(reinterpret_cast<std::uintptr_t>(stack));
    os::stack_walk walk(context);
    BOOST_TEST(walk.address() == 0U);
    BOOST_TEST(walk.next());
    BOOST_TEST(walk.address() == reinterpret_cast<std::uintptr_t>(&walk_now));
}

BOOST_AUTO_TEST_CASE(the_image_holds_the_code_and_names_the_build) {
    auto const image = os::read_own_image();
    BOOST_TEST(image.contains(reinterpret_cast<std::uintptr_t>(&walk_now)));
    BOOST_TEST(!image.contains(reinterpret_cast<std::uintptr_t>(ours.data())));
    auto const id = os::build_id_text();
    BOOST_TEST(id.size() == 40U, id);
    BOOST_TEST(id.find_first_not_of("0123456789abcdef") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
