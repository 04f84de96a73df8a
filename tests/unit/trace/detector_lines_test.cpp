// Which line is whose: tags, times, records behind a prefix, what is given back, what follows a trace.
#include <boost/test/unit_test.hpp>

#include "unit/trace/stream_of.hpp"

namespace ta = task_agent;
namespace tr = task_agent::trace;

namespace {

constexpr char const* header = "Traceback (most recent call last):";
constexpr char const* frame = "  File \"/app/main.py\", line 3, in step";

std::string worn(std::string const& prefix, std::initializer_list<char const*> lines) {
    std::string text;
    for (auto const* line : lines)
        text += prefix + line + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(detector_lines_tests)

BOOST_AUTO_TEST_CASE(a_json_record_behind_a_tag_is_read_and_keeps_its_rank) {
    std::string const record =
        R"({"level":"error","exc":"Traceback (most recent call last):\n  File \"/app/main.py\", line 3, in step\nValueError: a\n"})";
    for (std::string const prefix : {"", "[rank3]: ", "2026-11-22T12:00:41.148Z [rank3]: "}) {
        auto const found = tr::traces_in("start\n" + prefix + record + "\nend\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, prefix);
        BOOST_TEST(found[0].exception.type == "ValueError");
        BOOST_TEST((found[0].handled == tr::handling::error));
        BOOST_TEST(found[0].exception.rank.has_value() == !prefix.empty());
        BOOST_TEST(found[0].exception.rank.value_or(3) == 3);
    }
    // docker's record around a logger's
    auto const nested = tr::traces_in(
        R"({"log":"{\"level\":\"error\",\"exc\":\"Traceback (most recent call last):\\n  File \\\"/a.py\\\", line 3, in f\\nKeyError: 1\\n\"}\n","stream":"stderr","time":"2026-11-22T12:00:41.1Z"})"
        "\n");
    BOOST_REQUIRE(nested.size() == 1u);
    BOOST_TEST(nested[0].exception.type == "KeyError");
}

BOOST_AUTO_TEST_CASE(a_launchers_tag_is_no_part_of_a_path) {
    for (std::string const prefix :
         {"[1,3]<stderr>:", "[rank3]: ", "worker-1  | ",
          "Nov 22 12:00:00 host job[71]: ", "2026-11-22 12:00:00.123 ", "[2026-11-22 12:00:00] "}) {
        for (std::string const text :
             {"/app/x.sh: line 6: syntax error near unexpected token `done'\n",
              "/usr/include/list.h:12: T& at(unsigned long): Assertion '__n < size()' failed.\n",
              "[FATAL /app/pool.cpp:19] Check failed: free > 0 (0 vs. 0)\n"}) {
            auto const found = tr::traces_in("a\n" + prefix + text);
            BOOST_REQUIRE_MESSAGE(found.size() == 1u, prefix + text);
            BOOST_TEST(found[0].text == text);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_tag_that_mpirun_put_into_a_line_is_no_part_of_it) {
    for (std::string const tag :
         {"[1,2]<stderr>:", "Sun Nov 22 12:00:00 2026[1,2]<stderr>:", "Sun Nov 22 12:00:00 2026<stderr>:"}) {
        auto const found = tr::traces_in(
            tag + "Exception in thread \"main\" " + tag + "java.lang.IllegalStateException: no\n" + tag +
            "\tat Boom.load(Boom.java:1)\n" + tag + "\tat Boom.main(Boom.java:2)\n");
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, tag);
        BOOST_TEST(found[0].exception.type == "java.lang.IllegalStateException", tag);
        BOOST_TEST(found[0].exception.frames.size() == 2u, tag);
        BOOST_TEST((found[0].exception.rank.value_or(2) == 2), tag);
    }
}

BOOST_AUTO_TEST_CASE(blanks_behind_a_tags_colon_may_all_be_the_texts) {
    for (std::string const prefix :
         {"[trainer0]:", "[trainer0]: ", "[1,3]<stderr>:", "ERROR:train.loop:", "ERROR: train.loop: "}) {
        auto const found =
            tr::traces_in(worn(prefix, {"start", "/app/x.js:12", "    throw new TypeError(\"bad\");", "    ^",
                                        "", "TypeError: bad", "    at load (/app/x.js:12:9)",
                                        "    at main (/app/x.js:20:3)", "", "Node.js v20.1.0"}));
        BOOST_REQUIRE_MESSAGE(found.size() == 1u, prefix);
        BOOST_TEST(found[0].exception.type == "TypeError", prefix);
        BOOST_TEST(found[0].exception.frames.size() == 2u, prefix);
    }
}

BOOST_AUTO_TEST_CASE(the_line_of_another_rank_is_no_part_of_an_unproven_trace) {
    // the second line of rank 1 has not come yet, and what follows a first line may have any words
    std::string const text =
        "/app/car.rb:13:in `go': undefined method `fuel' for nil (NoMethodError)\n\tfrom /app/car.rb:9:in "
        "`drive'\n";
    std::size_t const second = text.find('\n') + 1;
    auto const found =
        tr::traces_in("[rank1]: " + text.substr(0, second) + "[rank0]: step 3\n[rank0]:     a.b\n" +
                      "[rank1]: " + text.substr(second) + "[rank1]: after\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].source == "[rank1]: ");
    BOOST_TEST(found[0].text == text);
}

BOOST_AUTO_TEST_CASE(what_turned_out_to_be_no_trace_is_there_for_others) {
    // eyre prints the same first line
    auto const found = tr::traces_in("Error:\n! no fuel\nExecution halted\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.language == "r");
    BOOST_TEST(found[0].first_line == 0u);
}

BOOST_AUTO_TEST_CASE(blank_lines_at_the_end_are_no_part_of_a_trace) {
    auto const found = tr::traces_in(worn("", {header, frame, "ValueError: a", "", ""}) + "INFO on\n");
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].last_line == 2u);
}

BOOST_AUTO_TEST_CASE(a_test_that_passed_says_so_behind_its_trace_in_every_prefix) {
    for (std::string const prefix : {"", "2026-11-22T12:00:41.148031676Z stderr F "}) {
        auto const passed =
            tr::traces_in(worn(prefix, {header, frame, "ValueError: a", "[       OK ] Suite.case (1 ms)"}));
        BOOST_REQUIRE_MESSAGE(passed.size() == 1u, prefix);
        BOOST_TEST((passed[0].handled == tr::handling::aside));
        auto const failed =
            tr::traces_in(worn(prefix, {header, frame, "ValueError: a", "[  FAILED  ] Suite.case (1 ms)"}));
        BOOST_TEST((failed.at(0).handled == tr::handling::none));
    }
}

// NeMo's and Tornado's loggers do.
BOOST_AUTO_TEST_CASE(a_record_whose_further_lines_are_indented_is_no_quotation) {
    std::string const indented =
        "    Traceback (most recent call last):\n"
        "      File \"/w/train.py\", line 3, in <module>\n"
        "        run()\n"
        "    ValueError: no data\n";
    auto const found = tr::traces_in("[NeMo E 2026-11-22 12:00:00 train:50] failed\n" + indented);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST((found[0].handled == tr::handling::error));
    BOOST_TEST(found[0].text.starts_with("Traceback"));
    auto const quoted = tr::traces_in("What it prints then:\n" + indented);
    BOOST_REQUIRE(quoted.size() == 1u);
    BOOST_TEST((quoted[0].handled == tr::handling::aside));
}

BOOST_AUTO_TEST_CASE(what_a_reader_gave_up_may_still_be_what_most_likely_tells) {
    // begins as Go's runtime tells what ends it, and has no goroutine
    auto const found =
        tr::traces_in("start\nfatal error: plan.h: No such file\nplans: 3\nrows: 4\nleft\n", true);
    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].exception.message == "plan.h: No such file");
}

BOOST_AUTO_TEST_SUITE_END()
