#include "task_agent/run/output_watch.hpp"

#include <boost/test/unit_test.hpp>

#include <random>
#include <string>

namespace ta = task_agent;

namespace {

constexpr char output[] =
    "starting\n"
    " 10%\r 50%\r100%\n"
    "Traceback (most recent call last):\n"
    "  File \"train.py\", line 3, in <module>\n"
    "    step()\n"
    "ValueError: bad";  // no newline: the process died in the middle of its last write

ta::time_point const t0{std::chrono::seconds(100)};

}  // namespace

BOOST_AUTO_TEST_SUITE(output_watch_tests)

BOOST_AUTO_TEST_CASE(the_same_is_kept_however_the_bytes_were_cut) {
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    std::string_view const all(output);
    for (int round = 0; round < 200; ++round) {
        ta::output_watch watch;
        for (std::size_t at = 0; at < all.size();) {
            auto const n = std::min<std::size_t>(all.size() - at, 1 + engine() % 20);
            watch.on_bytes(all.substr(at, n), t0);
            at += n;
        }
        watch.finish(t0);
        BOOST_REQUIRE(watch.traces().size() == 1U);
        BOOST_TEST(watch.traces().front().cause_line == "ValueError: bad");
        BOOST_TEST(watch.tail().starts_with("starting\n100%\nTraceback"));
        BOOST_TEST(watch.cut_lines() == 0U);
    }
}

BOOST_AUTO_TEST_CASE(what_comes_after_the_end_is_not_looked_at) {
    ta::output_watch watch;
    watch.on_bytes("one\n", t0);
    watch.finish(t0);
    watch.on_bytes("two\n", t0);
    BOOST_TEST(watch.tail() == "one\n");
}

BOOST_AUTO_TEST_CASE(a_copy_holds_what_passed_since_it_was_begun_up_to_its_limit) {
    ta::output_watch watch;
    watch.on_bytes("before\n", t0);
    watch.begin_copy(12);
    watch.on_bytes("stack of", t0);
    watch.on_bytes(" a thread\n", t0);
    BOOST_TEST(watch.take_copy() == "stack of a t");
    watch.on_bytes("after\n", t0);
    BOOST_TEST(watch.take_copy() == "");
    watch.finish(t0);
    BOOST_TEST(watch.tail() == "before\nstack of a thread\nafter\n");
}

BOOST_AUTO_TEST_CASE(a_copy_is_masked) {
    std::vector<std::string> const values = {"hunter2hunter2"};
    ta::output_watch watch(std::make_shared<ta::secret_set const>(values));
    watch.begin_copy(100);
    watch.on_bytes("key=hunter2", t0);
    watch.on_bytes("hunter2\n", t0);
    BOOST_TEST(watch.take_copy() == "key=***\n");
}

BOOST_AUTO_TEST_CASE(a_secret_is_masked_whatever_stands_between_its_letters_that_a_terminal_does_not_show) {
    using namespace std::string_view_literals;
    auto const seed = std::random_device{}();
    BOOST_TEST_MESSAGE("seed " << seed);
    std::mt19937 engine(seed);
    std::vector<std::string> const values = {"supersecretvalue123"};
    auto const secrets = std::make_shared<ta::secret_set const>(values);
    for (auto const between :
         {"\x1B[1;36m"sv, "\0"sv, "\b"sv, "\x7F\x1B]0;t\x07"sv, "\xC2\x85"sv, "\xE2\x80\xAE"sv}) {
        std::string const all =
            "Traceback (most recent call last):\n  File \"/a.py\", line 1, in <module>\n    x()\n"
            "ValueError: bad token supersecret" +
            std::string(between) + "value123\x1B[0m\n";
        for (int round = 0; round < 50; ++round) {
            ta::output_watch watch(secrets);
            for (std::size_t at = 0; at < all.size();) {
                auto const n = std::min<std::size_t>(all.size() - at, 1 + engine() % 20);
                watch.on_bytes(std::string_view(all).substr(at, n), t0);
                at += n;
            }
            watch.finish(t0);
            BOOST_REQUIRE(watch.traces().size() == 1U);
            BOOST_TEST(watch.traces().front().cause_line == "ValueError: bad token ***");
            BOOST_TEST(watch.traces().front().exception.message == "bad token ***");
            BOOST_TEST(watch.traces().front().text.ends_with("ValueError: bad token ***\n"));
            BOOST_TEST(watch.tail().ends_with("ValueError: bad token ***\n"));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_secret_is_masked_in_what_a_json_string_stands_for) {
    std::vector<std::string> const values = {"supersecretvalue123"};
    ta::output_watch watch(std::make_shared<ta::secret_set const>(values));
    // letters that nobody has to escape, and a colour in the middle
    watch.on_bytes("{\"level\":\"fatal\",\"msg\":\"bad token \\u0073uper\\u001b[1msecretvalue123\"}\n", t0);
    watch.on_bytes(
        "{\"level\":\"error\",\"stack\":\"Traceback (most recent call last):\\n  File \\\"/a.py\\\", line 1, "
        "in f\\n"
        "    x()\\nValueError: \\u0073upersecretvalue123\"}\n",
        t0);
    watch.finish(t0);
    BOOST_REQUIRE(watch.traces().size() == 2U);
    BOOST_TEST(watch.traces()[0].exception.message == "bad token ***");
    BOOST_TEST(watch.traces()[0].cause_line == "bad token ***");
    BOOST_TEST(watch.traces()[1].exception.message == "***");
    BOOST_TEST(watch.traces()[1].text.ends_with("ValueError: ***\n"));
}

BOOST_AUTO_TEST_CASE(no_part_of_a_secret_is_left_where_a_text_is_cut) {
    std::string const value = "Zq9#Xv\"7Lm/Kp2Wd\\Rt5Yh8";
    std::vector<std::string> const values = {value};
    auto const secrets = std::make_shared<ta::secret_set const>(values);
    for (std::size_t before = 2000; before < 2060; ++before) {
        ta::output_watch watch(secrets);
        watch.on_bytes("{\"level\":\"fatal\",\"msg\":\"" + std::string(before, 'a') +
                           R"(Zq9#Xv\"7Lm/Kp2Wd\\Rt5Yh8)"
                           "\"}\n",
                       t0);
        watch.on_bytes(
            "Traceback (most recent call last):\n  File \"/a.py\", line 1, in f\n    x()\nValueError: " +
                std::string(before, 'a') + "Zq9#Xv\x1B[1m\"7Lm/Kp2Wd\\Rt5Yh8\n",
            t0);
        watch.finish(t0);
        BOOST_REQUIRE(watch.traces().size() == 2U);
        for (auto const& trace : watch.traces()) {
            BOOST_TEST(trace.exception.message.find("Z") == std::string::npos);
            BOOST_TEST(trace.cause_line.find("Z") == std::string::npos);
            BOOST_TEST(trace.text.find("Zq9") == std::string::npos);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
