#include "task_agent/logic/report_fit.hpp"

#include "task_agent/base/utf8.hpp"

#include <boost/test/unit_test.hpp>

#include <random>

namespace ta = task_agent;

namespace {

std::string python_trace(int frames, std::string const& raised) {
    std::string text = "Traceback (most recent call last):\n";
    for (int i = 0; i < frames; ++i) {
        text += "  File \"/app/main.py\", line " + std::to_string(i) + ", in f" + std::to_string(i) +
                "\n    f()\n";
    }
    return text + raised + "\n";
}

std::string_view shown(std::string_view stack) {
    return ta::utf8_suffix(stack, ta::shown_tail);
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(report_fit_tests)

BOOST_AUTO_TEST_CASE(a_trace_that_fits_stays_whole) {
    std::string const trace = python_trace(5, "ValueError: bad");
    BOOST_TEST(ta::fit_stack({{trace}, "ValueError: bad", "noise\n", ""}) == trace);
}

BOOST_AUTO_TEST_CASE(a_trace_that_does_not_fit_keeps_both_ends_and_says_what_went) {
    std::string const trace = python_trace(500, "ValueError: bad");
    std::string const stack = ta::fit_stack({{trace}, "ValueError: bad", "", ""}, 4096);
    BOOST_TEST(stack.size() <= 4096u);
    BOOST_TEST(stack.size() > 3500u);
    BOOST_TEST(stack.starts_with("Traceback (most recent call last):\n  File"));
    BOOST_TEST(stack.ends_with("in f499\n    f()\nValueError: bad\n"));
    BOOST_TEST(holds(stack, " KB) cut by task-agent ...\n"));
    // the lines kept and the number said make up the whole
    auto const kept = std::count(stack.begin(), stack.end(), '\n') - 1;
    auto const all = std::count(trace.begin(), trace.end(), '\n');
    BOOST_TEST(holds(stack, "  ... " + std::to_string(all - kept) + " lines ("));
}

BOOST_AUTO_TEST_CASE(the_cause_comes_last_and_earlier_traces_only_whole) {
    std::string const first = python_trace(2, "KeyError: 'first'");
    std::string const huge = python_trace(2000, "OSError: huge");
    std::string const last = python_trace(2, "ValueError: last");
    BOOST_TEST(ta::fit_stack({{first, last}, "ValueError: last", "", ""}) == first + "\n" + last);
    BOOST_TEST(ta::fit_stack({{huge, last}, "ValueError: last", "", ""}, 8192) == last);
}

BOOST_AUTO_TEST_CASE(a_message_of_pages_is_followed_by_the_cause_once_more) {
    std::string const trace = python_trace(3, "ValueError: first line\n" + std::string(5000, 'm'));
    std::string const stack = ta::fit_stack({{trace}, "ValueError: first line", "", ""});
    BOOST_TEST(stack.starts_with(trace));
    BOOST_TEST(holds(shown(stack), "in f2\n    f()\nValueError: first line\n"));
}

BOOST_AUTO_TEST_CASE(the_end_of_a_chain_of_causes_is_shown_with_its_own_frames) {
    auto const frames = [](char const* name, int count) {
        std::string text;
        for (int i = 0; i < count; ++i)
            text +=
                "\tat " + std::string(name) + std::to_string(i) + ".m(F.java:" + std::to_string(i) + ")\n";
        return text;
    };
    std::string const outer = "com.acme.StartException: cannot start";
    std::string trace = "Exception in thread \"main\" " + outer + "\n" +
                        frames("org.springframework.F", 100) + "\tat com.acme.App.main(App.java:9)\n";
    trace += "Caused by: java.lang.IllegalStateException: pool failed\n" +
             frames("com.zaxxer.hikari.P", 100) + "\t... 12 more\n";
    std::string const root = "Caused by: java.sql.SQLException: password expired\n";
    trace += root + frames("org.postgresql.Q", 50) + "\tat com.acme.Db.open(Db.java:42)\n" +
             frames("org.postgresql.R", 50) + "\t... 30 more\n";
    std::string const stack = ta::fit_stack({{trace}, outer, "", ""});
    BOOST_TEST(holds(shown(stack), outer + "\n\tat org.springframework.F0.m(F.java:0)\n"));
    BOOST_TEST(holds(shown(stack), root + "\tat org.postgresql.Q0.m(F.java:0)\n"));
    BOOST_TEST(holds(shown(stack), "\tat com.acme.Db.open(Db.java:42)\n"));
    BOOST_TEST(holds(shown(stack), "  ... 1 cause in between left out by task-agent ...\n"));
    // what stands below the outer exception is its own
    BOOST_TEST(!holds(shown(stack), "com.zaxxer"));
}

BOOST_AUTO_TEST_CASE(frames_of_another_thread_are_not_said_of_the_cause) {
    std::string trace = "panic: no plan\n\ngoroutine 1 [running]:\nmain.pick(...)\n\t/app/main.go:12\n\n";
    for (int i = 0; i < 60; ++i)
        trace += "goroutine " + std::to_string(i + 2) +
                 " [chan receive]:\nmain.wait(0xc000010000)\n\t/app/w.go:7\n\n";
    std::string const stack = ta::fit_stack({{trace}, "panic: no plan", "", ""});
    std::size_t const again = stack.rfind("panic: no plan\n");
    BOOST_TEST(stack.substr(again) == "panic: no plan\nmain.pick(...)\n\t/app/main.go:12\n");
}

BOOST_AUTO_TEST_CASE(a_cause_line_the_text_has_lost_is_said_at_the_end) {
    std::string const stack = ta::fit_stack({{python_trace(3, "Val")}, "ValueError: real", "", ""});
    BOOST_TEST(stack.ends_with("\nValueError: real\n"));
}

BOOST_AUTO_TEST_CASE(a_cause_far_behind_other_words_of_its_line_is_shown_in_the_end) {
    std::string const cause = "ValueError: the cell is empty";
    std::string const bar = std::string(1500, '#') + " " + cause + "\n";
    std::string trace = bar;
    for (int i = 0; i < 40; ++i)
        trace += "  File \"/app/part_" + std::to_string(i) + ".py\", line 5, in read_all_of_the_cells\n";
    ta::stack_sources sources;
    sources.traces = {trace};
    sources.cause_line = cause;
    std::string const stack = ta::fit_stack(sources, 8192);
    std::size_t const tail = stack.size() - std::min(stack.size(), ta::shown_tail);
    BOOST_TEST(stack.find(cause, tail) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_cause_that_is_shown_in_the_runtimes_own_words_is_not_said_again) {
    std::string const trace = "Error in f(x) : no fuel\nExecution halted\n";
    BOOST_TEST(ta::fit_stack({{trace}, "error: no fuel", "", ""}) == trace);
}

BOOST_AUTO_TEST_CASE(without_a_trace_stderr_is_shown_and_else_stdout) {
    BOOST_TEST(ta::fit_stack({{}, "", "err 1\nerr 2\n", "out\n"}) == "err 1\nerr 2\n");
    BOOST_TEST(ta::fit_stack({{}, "", " \n\n", "out\n"}) == "out\n");
    BOOST_TEST(ta::fit_stack({{}, "", "", ""}) == "");
    BOOST_TEST(ta::fit_stack({{}, "", "err 1\nerr 2\n", ""}, 8) == "err 2\n");
}

BOOST_AUTO_TEST_CASE(random_texts_never_pass_the_limit_and_always_show_the_cause) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    for (int round = 0; round < 500; ++round) {
        std::string more;
        for (unsigned i = engine() % 40; i > 0; --i)
            more += "\n\xE2\x82\xAC" + std::string(engine() % 300, 'x');
        std::string const trace =
            python_trace(static_cast<int>(engine() % 300), "ValueError: \xE2\x82\xAC" + more);
        std::size_t const limit = 3200 + engine() % 30'000;
        std::string const stack = ta::fit_stack({{trace, trace}, "ValueError: \xE2\x82\xAC", "", ""}, limit);
        BOOST_REQUIRE(stack.size() <= limit);
        BOOST_REQUIRE(ta::is_valid_utf8(stack));
        BOOST_REQUIRE(holds(shown(stack), "ValueError: \xE2\x82\xAC"));
        std::size_t const tiny = engine() % 400;
        BOOST_REQUIRE(ta::fit_stack({{trace}, "ValueError: \xE2\x82\xAC", "", ""}, tiny).size() <= tiny);
    }
}

BOOST_AUTO_TEST_CASE(of_a_last_line_longer_than_the_room_the_end_is_shown_and_the_cut_is_said) {
    std::string const output = "begin\n" + std::string(5000, 'x') + "far\nlast\n";
    auto const stack = task_agent::fit_stack({{}, "", output, ""}, 2000);
    BOOST_TEST(stack.size() <= 2000U);
    BOOST_TEST(stack.starts_with("  ... 1 lines (4 KB) cut by task-agent ...\nxxx"));
    BOOST_TEST(stack.ends_with("xfar\nlast\n"));
    auto const one = task_agent::fit_stack({{}, "", std::string(5000, 'x') + "\n", ""}, 2000);
    BOOST_TEST(one.starts_with("  ... 4 KB cut by task-agent ...\nxxx"));
}

BOOST_AUTO_TEST_SUITE_END()
