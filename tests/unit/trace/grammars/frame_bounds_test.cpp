#include "task_agent/trace/grammars/reading.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace ta = task_agent;
namespace tr = task_agent::trace;

namespace {

using frames = std::vector<ta::stack_frame>;

constexpr std::size_t innermost_first = tr::most_frames - tr::first_frames;

ta::stack_frame user(int n) {
    return {"/app/main.py", n, "f"};
}

ta::stack_frame library(int n) {
    return {"/v/lib/python3.11/site-packages/x.py", n, "g"};
}

frames pushed(int number, std::size_t first, ta::stack_frame (*make)(int)) {
    frames list;
    for (int n = 0; n < number; ++n)
        tr::push_bounded(list, make(n), first, tr::most_frames);
    return list;
}

// Two of the user's after three of a library's.
ta::stack_frame mixed(int n) {
    return n % 5 >= 3 ? user(n) : library(n);
}

std::size_t users_in(frames const& list) {
    return static_cast<std::size_t>(
        std::count_if(list.begin(), list.end(), [](auto const& f) { return f.file == "/app/main.py"; }));
}

std::uint64_t all_of(frames const& list) {
    std::uint64_t number = list.size();
    for (auto const& f : list)
        number += f.left_out;
    return number;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(frame_bounds_tests)

BOOST_AUTO_TEST_CASE(the_users_frames_stay_before_those_of_libraries) {
    auto const outer = pushed(1000, tr::first_frames, mixed);
    BOOST_TEST(outer.size() == tr::most_frames);
    BOOST_TEST(users_in(outer) >= tr::most_frames - 4);
    BOOST_TEST(outer.back().line == 999);
    BOOST_TEST(outer[tr::most_frames - 4].line == 996, "the innermost stay, whoever's they are");
    auto const inner = pushed(1000, innermost_first, mixed);
    BOOST_TEST(inner.size() == tr::most_frames);
    BOOST_TEST(users_in(inner) >= tr::most_frames - 4);
    for (int n = 0; n < 4; ++n)
        BOOST_TEST(inner[static_cast<std::size_t>(n)].line == n);
}

BOOST_AUTO_TEST_CASE(of_one_kind_alone_both_ends_stay) {
    for (auto const make : {user, library}) {
        auto const list = pushed(1000, tr::first_frames, make);
        BOOST_TEST(list.front().line == 0);
        BOOST_TEST(list[tr::first_frames - 1].line == 15);
        BOOST_TEST(list[tr::first_frames].line == 952);
        BOOST_TEST(list.back().line == 999);
    }
    auto const list = pushed(1000, innermost_first, user);
    BOOST_TEST(list.front().line == 0);
    BOOST_TEST(list[innermost_first].line == 984);
    BOOST_TEST(list.back().line == 999);
}

BOOST_AUTO_TEST_CASE(frames_that_were_left_out_are_counted_beside_their_place) {
    for (auto const make : {user, library, mixed}) {
        BOOST_TEST(all_of(pushed(1000, tr::first_frames, make)) == 1000U);
        BOOST_TEST(all_of(pushed(1000, innermost_first, make)) == 1000U);
    }
    BOOST_TEST(all_of(pushed(64, tr::first_frames, mixed)) == 64U);
}

BOOST_AUTO_TEST_SUITE_END()
