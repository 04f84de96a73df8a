#include "task_agent/logic/trace_fit.hpp"

#include "support/seed.hpp"
#include "task_agent/base/utf8.hpp"
#include "task_agent/logic/report_fit.hpp"
#include "task_agent/logic/stack_lines.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace ta = task_agent;

namespace {

std::string const raised = "ValueError: bad \xE2\x82\xAC";

std::string user_frame(int n) {
    return "  File \"/app/main.py\", line " + std::to_string(n) + ", in user" + std::to_string(n) +
           "\n    call()\n";
}

std::string library_frame(int n) {
    return "  File \"/v/lib/python3.11/site-packages/x.py\", line " + std::to_string(n) + ", in library" +
           std::to_string(n) + "\n    return self._call_impl(*args, **kwargs)\n";
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// One frame of the user's after every nine of a library's, the innermost ones a library's.
std::string mixed(int frames) {
    std::string text = "Traceback (most recent call last):\n";
    for (int n = 0; n < frames; ++n)
        text += n % 10 == 0 ? user_frame(n) : library_frame(n);
    return text + raised + "\n";
}

std::string java(int frames) {
    std::string text = "java.lang.IllegalStateException: no\n";
    for (int n = 0; n < frames; ++n) {
        text += n == 30 ? "\tat com.example.Main.run(Main.java:30)\n"
                        : "\tat org.springframework.web.Filter" + std::to_string(n) +
                              ".doFilter(Filter.java:1)\n";
    }
    return text;
}

ta::stack_frame frame(std::string file) {
    ta::stack_frame made;
    made.file = std::move(file);
    return made;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(trace_fit_tests)

BOOST_AUTO_TEST_CASE(what_fits_is_left_alone) {
    auto const trace = mixed(20);
    BOOST_TEST(ta::without_library_frames(trace, raised, trace.size()) == trace);
}

BOOST_AUTO_TEST_CASE(library_frames_go_first_and_the_users_stay) {
    auto const trace = mixed(200);
    auto const fitted = ta::without_library_frames(trace, raised, 6000);
    BOOST_TEST(fitted.size() <= 6000U);
    for (int n = 0; n < 200; n += 10)
        BOOST_TEST(holds(fitted, user_frame(n)), n);
    for (int n = 196; n < 200; ++n)
        BOOST_TEST(holds(fitted, library_frame(n)), "the innermost stay, whoever's they are");
    BOOST_TEST(
        holds(fitted, "in user0\n    call()\n  ... 9 library frames left out by task-agent ...\n  File"));
    BOOST_TEST(fitted.starts_with("Traceback (most recent call last):\n"));
    BOOST_TEST(fitted.ends_with(raised + "\n"));
}

BOOST_AUTO_TEST_CASE(no_more_goes_than_must) {
    auto const trace = mixed(100);
    auto const fitted = ta::without_library_frames(trace, raised, trace.size() - 10);
    BOOST_TEST(holds(fitted, library_frame(5)), "only what is furthest from the cause goes");
    BOOST_TEST(!holds(fitted, library_frame(1)));
}

BOOST_AUTO_TEST_CASE(error_stack_keeps_all_frames_of_the_users_in_a_deep_library_stack) {
    auto const trace = mixed(2000);
    BOOST_REQUIRE(trace.size() > ta::default_stack_limit);
    auto const stack = ta::fit_stack({{trace}, raised, "", ""});
    BOOST_TEST(stack.size() <= ta::default_stack_limit);
    for (int n = 0; n < 2000; n += 10)
        BOOST_REQUIRE(holds(stack, user_frame(n)));
    BOOST_TEST(holds(stack, " library frames left out by task-agent ...\n"));
}

// contract 3: the last 2,048 characters hold the cause line and its innermost frames
BOOST_AUTO_TEST_CASE(where_the_innermost_frame_is_printed_first_the_end_says_it_once_more) {
    auto const trace = java(120);
    auto const stack = ta::fit_stack({{trace}, "java.lang.IllegalStateException: no", "", ""});
    auto const end = ta::utf8_suffix(stack, ta::shown_tail);
    BOOST_TEST(stack.starts_with(trace));
    BOOST_TEST(holds(end,
                     "\nOnce more, where it was raised:\n"
                     "java.lang.IllegalStateException: no\n"
                     "\tat org.springframework.web.Filter0.doFilter(Filter.java:1)\n"
                     "\tat org.springframework.web.Filter1.doFilter(Filter.java:1)\n"));
    BOOST_TEST(holds(end, "\tat com.example.Main.run(Main.java:30)\n"),
               "the user's frame before more of a library's");
}

BOOST_AUTO_TEST_CASE(where_only_library_frames_are_at_the_end_the_users_are_said_once_more) {
    std::string trace = "Traceback (most recent call last):\n" + user_frame(1);
    for (int n = 0; n < 40; ++n)
        trace += library_frame(n);
    trace += raised + "\n";
    auto const stack = ta::fit_stack({{trace}, raised, "", ""});
    auto const end = ta::utf8_suffix(stack, ta::shown_tail);
    BOOST_TEST(stack.starts_with(trace));
    BOOST_TEST(holds(end, user_frame(1)));
    BOOST_TEST(holds(end, library_frame(39)));
    BOOST_TEST(end.ends_with(library_frame(39) + raised + "\n"));
}

BOOST_AUTO_TEST_CASE(frames_of_the_report_lose_those_of_libraries_first) {
    std::vector<ta::stack_frame> frames;
    for (int n = 0; n < 100; ++n)
        frames.push_back(frame(n % 2 ? "/app/" + std::to_string(n) : "node:internal/" + std::to_string(n)));
    BOOST_TEST(ta::fit_frames(frames) == 36U);
    BOOST_REQUIRE(frames.size() == 64U);
    BOOST_TEST(frames[0].file == "/app/1");
    BOOST_TEST(frames[35].file == "/app/71");
    BOOST_TEST(frames[36].file == "node:internal/72");
    BOOST_TEST(frames.back().file == "/app/99");
    BOOST_TEST(ta::fit_frames(frames) == 0U);
}

BOOST_AUTO_TEST_CASE(of_the_users_own_recursion_the_middle_goes) {
    std::vector<ta::stack_frame> frames;
    for (int n = 0; n < 100; ++n)
        frames.push_back(frame("/app/" + std::to_string(n)));
    BOOST_TEST(ta::fit_frames(frames) == 36U);
    BOOST_TEST(frames[15].file == "/app/15");
    BOOST_TEST(frames[16].file == "/app/52");
    BOOST_TEST(frames.back().file == "/app/99");
}

BOOST_AUTO_TEST_CASE(random_stacks_in_random_rooms) {
    auto engine = support::seeded_engine();
    auto const below = [&](unsigned n) { return static_cast<int>(engine() % n); };
    for (int round = 0; round < 400; ++round) {
        bool const is_java = below(3) == 0;
        std::string trace = is_java ? java(below(1500)) : std::string("Traceback (most recent call last):\n");
        std::string const cause = is_java ? "java.lang.IllegalStateException: no" : raised;
        if (!is_java) {
            for (int n = below(1500); n > 0; --n)
                trace += below(4) == 0 ? user_frame(n) : library_frame(n);
            trace += raised + "\n";
            for (int n = below(30); n > 0; --n)
                trace += "more \xE2\x82\xAC" + std::string(static_cast<std::size_t>(below(300)), 'm') + "\n";
        }
        std::size_t const limit = 400 + engine() % 66'000;
        auto const stack = ta::fit_stack({{trace, trace}, cause, "", ""}, limit);
        BOOST_REQUIRE(stack.size() <= limit);
        BOOST_REQUIRE(ta::is_valid_utf8(stack));
        auto const end = ta::utf8_suffix(stack, ta::shown_tail);
        BOOST_REQUIRE(holds(end, cause));
        // an innermost frame stands beside the cause, or there is none
        auto const pieces = ta::pieces_of(trace);
        auto const is_frame = [](auto const& piece) { return piece.is_frame; };
        auto const first = std::find_if(pieces.begin(), pieces.end(), is_frame);
        if (first != pieces.end() && limit > 900) {
            auto const last = std::find_if(pieces.rbegin(), pieces.rend(), is_frame);
            BOOST_REQUIRE(holds(end, is_java ? first->text : last->text));
        }
        bool const is_cut = stack.find(trace) == std::string::npos;
        BOOST_REQUIRE(!is_cut || limit < 900 || holds(stack, " by task-agent ...\n"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
